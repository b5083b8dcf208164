import { afterEach, expect, it } from 'vitest';
import { chosenLanguage, keepLanguage, loadWords } from './load-words.ts';
import { INTERFACE_LANGUAGES, speak, spoken, t } from './words.ts';

afterEach(() => speak('en', {}));

const storage = (): Pick<Storage, 'getItem' | 'setItem'> => {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
};

it('speaks the first language of the browser that it knows, else English', () => {
  expect(chosenLanguage(storage(), ['pt-BR', 'fr-CA', 'de'])).toBe('fr');
  expect(chosenLanguage(storage(), ['pt-BR'])).toBe('en');
});

it('prefers what was chosen, English too', () => {
  const kept = storage();
  keepLanguage(kept, 'en');
  expect(chosenLanguage(kept, ['de'])).toBe('en');
  keepLanguage(kept, 'es');
  expect(chosenLanguage(kept, ['de'])).toBe('es');
});

it.each(INTERFACE_LANGUAGES)('says of the page that it is in %s, and speaks it', async (language) => {
  const root = { lang: 'en' };
  await loadWords(language, root);
  expect([root.lang, spoken()]).toEqual([language, language]);
  expect(t('Categories')).toBe(
    { en: 'Categories', de: 'Kategorien', fr: 'Catégories', it: 'Categorie', es: 'Categorías' }[language],
  );
});
