/** Builds the dictionaries with short keys in place of the English texts. */
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { keyOf } from './src/words/key-of.ts';
import type { Words } from './src/words/words.ts';

const DICTIONARY = /\/words\/words-[a-z]+\.ts$/;

/** @throws Where two texts have one key: change a word of one of them. */
export function withShortKeys(words: Words): Words {
  const texts = new Map<string, string>();
  for (const english of Object.keys(words)) {
    const key = keyOf(english);
    const other = texts.get(key);
    if (other !== undefined) throw new Error(`“${english}” and “${other}” have the same key`);
    texts.set(key, english);
  }
  return Object.fromEntries(Object.entries(words).map(([english, said]) => [keyOf(english), said]));
}

export const shortKeys = (): Plugin => ({
  name: 'holloway-short-keys',
  apply: 'build',
  async load(id) {
    if (!DICTIONARY.test(id)) return null;
    const { default: words } = (await import(pathToFileURL(id).href)) as { default: Words };
    return `export default ${JSON.stringify(withShortKeys(words))}`;
  },
});
