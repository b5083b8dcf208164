/**
 * What the control says, in every language: the one text that a visitor reads who has refused, without a further
 * request. The collector's messages say the same (`open`), and a test of theirs holds both together. The first is for whoever
 * reads none of them.
 */
import type { Language } from '@holloway/protocol';

export const LABELS: { readonly [language in Language]: string } = {
  en: 'Privacy settings',
  bg: 'Настройки за поверителност',
  cs: 'Nastavení soukromí',
  da: 'Privatlivsindstillinger',
  de: 'Datenschutz-Einstellungen',
  el: 'Ρυθμίσεις απορρήτου',
  es: 'Ajustes de privacidad',
  et: 'Privaatsusseaded',
  fi: 'Tietosuoja-asetukset',
  fr: 'Paramètres de confidentialité',
  ga: 'Socruithe príobháideachais',
  hr: 'Postavke privatnosti',
  hu: 'Adatvédelmi beállítások',
  it: 'Impostazioni privacy',
  lt: 'Privatumo nustatymai',
  lv: 'Privātuma iestatījumi',
  mt: 'Settings tal-privatezza',
  nl: 'Privacyinstellingen',
  pl: 'Ustawienia prywatności',
  pt: 'Definições de privacidade',
  ro: 'Setări de confidențialitate',
  sk: 'Nastavenia súkromia',
  sl: 'Nastavitve zasebnosti',
  sv: 'Sekretessinställningar',
  nb: 'Personverninnstillinger',
  uk: 'Налаштування конфіденційності',
  tr: 'Gizlilik ayarları',
  ar: 'إعدادات الخصوصية',
  he: 'הגדרות פרטיות',
  ja: 'プライバシー設定',
  zh: '隐私设置',
};
