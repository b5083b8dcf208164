/** Light or dark, and the language: what anybody may choose for this browser. */
import { type Signal, useSignal } from '../state/signal.ts';
import { THEMES, type Theme } from '../state/theme.ts';
import { LanguagePicker } from '../ui/language-picker.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { type InterfaceLanguage, type Msg, msg, t } from '../words/words.ts';

const THEME_NAMES: { readonly [theme in Theme]: Msg } = {
  system: msg('System'),
  light: msg('Light'),
  dark: msg('Dark'),
};

export interface AppearanceProps {
  readonly theme: Signal<Theme>;
  readonly onLanguage: (language: InterfaceLanguage) => void;
}

export function Appearance({ theme, onLanguage }: AppearanceProps) {
  const chosen = useSignal(theme);
  return (
    <>
      <p class="eyebrow">{t('Appearance')}</p>
      <Segmented
        label={t('Appearance')}
        value={chosen}
        choices={THEMES.map((choice) => [choice, t(THEME_NAMES[choice])] as const)}
        onChoose={(choice) => {
          theme.value = choice;
        }}
      />
      <p class="eyebrow">{t('Language')}</p>
      <LanguagePicker onChoose={onLanguage} />
    </>
  );
}
