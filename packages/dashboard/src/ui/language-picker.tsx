/** The languages of the interface, each called as those call it who read it. */
import { INTERFACE_LANGUAGES, type InterfaceLanguage, spoken, t } from '../words/words.ts';

const LANGUAGE_NAMES: { readonly [language in InterfaceLanguage]: string } = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  it: 'Italiano',
  es: 'Español',
};

interface LanguagePickerProps {
  readonly onChoose: (language: InterfaceLanguage) => void;
}

export const LanguagePicker = ({ onChoose }: LanguagePickerProps) => (
  <fieldset class="languages">
    <legend class="visually-hidden">{t('Language')}</legend>
    {INTERFACE_LANGUAGES.map((language) => (
      <button
        type="button"
        class="pill"
        key={language}
        lang={language}
        aria-pressed={language === spoken()}
        onClick={() => onChoose(language)}
      >
        {LANGUAGE_NAMES[language]}
      </button>
    ))}
  </fieldset>
);
