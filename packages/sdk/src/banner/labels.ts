/**
 * What the control says, in every language: the one text that a visitor reads who has refused, without a further
 * request. The collector's messages say the same (`open`), and a test of theirs holds both together. The first is for whoever
 * reads none of them.
 */
import type { Language } from '@holloway/protocol';

/** One text, for it takes less room than so many: after the two letters of its language each. */
const TEXTS =
  'enPrivacy settings' +
  ',bgНастройки за поверителност' +
  ',csNastavení soukromí' +
  ',daPrivatlivsindstillinger' +
  ',deDatenschutz-Einstellungen' +
  ',elΡυθμίσεις απορρήτου' +
  ',esAjustes de privacidad' +
  ',etPrivaatsusseaded' +
  ',fiTietosuoja-asetukset' +
  ',frParamètres de confidentialité' +
  ',gaSocruithe príobháideachais' +
  ',hrPostavke privatnosti' +
  ',huAdatvédelmi beállítások' +
  ',itImpostazioni privacy' +
  ',ltPrivatumo nustatymai' +
  ',lvPrivātuma iestatījumi' +
  ',mtSettings tal-privatezza' +
  ',nlPrivacyinstellingen' +
  ',plUstawienia prywatności' +
  ',ptDefinições de privacidade' +
  ',roSetări de confidențialitate' +
  ',skNastavenia súkromia' +
  ',slNastavitve zasebnosti' +
  ',svSekretessinställningar' +
  ',nbPersonverninnstillinger' +
  ',ukНалаштування конфіденційності' +
  ',trGizlilik ayarları' +
  ',arإعدادات الخصوصية' +
  ',heהגדרות פרטיות' +
  ',jaプライバシー設定' +
  ',zh隐私设置';

export const LABELS = Object.fromEntries(
  TEXTS.split(',').map((text) => [text.slice(0, 2), text.slice(2)]),
) as { readonly [language in Language]: string };
