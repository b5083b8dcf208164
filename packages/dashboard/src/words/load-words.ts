/** Chooses the language of the interface, and fetches its words. English needs none. */
import { INTERFACE_LANGUAGES, type InterfaceLanguage, speak, type Words } from './words.ts';

const KEY = 'holloway.language';

const DICTIONARIES: {
  readonly [language in Exclude<InterfaceLanguage, 'en'>]: () => Promise<{ default: Words }>;
} = {
  de: () => import('./words-de.ts'),
  fr: () => import('./words-fr.ts'),
  it: () => import('./words-it.ts'),
  es: () => import('./words-es.ts'),
};

/** What was chosen before, else the first that the browser prefers and we speak, else English. */
export function chosenLanguage(
  storage: Pick<Storage, 'getItem'>,
  preferred: readonly string[],
): InterfaceLanguage {
  const asked = [storage.getItem(KEY) ?? '', ...preferred].map((tag) => tag.slice(0, 2).toLowerCase());
  return asked.flatMap((tag) => INTERFACE_LANGUAGES.filter((one) => one === tag))[0] ?? 'en';
}

/** For the next time that the page is loaded. */
export function keepLanguage(storage: Pick<Storage, 'setItem'>, language: InterfaceLanguage): void {
  storage.setItem(KEY, language);
}

/** Speaks the language from here on; English where its words cannot be fetched. */
export async function loadWords(language: InterfaceLanguage, root: { lang: string }): Promise<void> {
  if (language === 'en') return;
  try {
    const { default: words } = await DICTIONARIES[language]();
    speak(language, words);
    root.lang = language;
  } catch {
    // Offline in the middle of an update: what is drawn in English is better than nothing.
  }
}
