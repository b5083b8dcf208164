/** What terms are called in a letter: as the catalogue labels them, or in plain words what is reserved. Pure. */
import { ANY, ENTRY, type Labels, OTHER, PAGE_TYPES } from '@holloway/protocol';
import type { DigestWords } from './words/digest-words.ts';

type OfKind = { readonly [term: string]: string };

export interface Names {
  /** A page, product, zone or page type. */
  term(term: string, labels?: OfKind): string;
  /** With what it lies under: `Kettles / Gooseneck`. */
  category(category: string): string;
}

/** A label is one line, whatever the store wrote into it. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

export function createNames(words: DigestWords, labels: Labels): Names {
  const reserved: ReadonlyMap<string, string> = new Map([
    [ANY, words.anyPage],
    [ENTRY, words.entry],
    [OTHER, words.other],
    ...PAGE_TYPES.map((type) => [`(${type})`, words.pageTypes[type]] as const),
  ]);
  const term = (text: string, ofKind: OfKind = {}): string =>
    oneLine(reserved.get(text) ?? (Object.hasOwn(ofKind, text) ? (ofKind[text] ?? text) : text));
  return {
    term,
    category(category) {
      if (category.startsWith('(')) return term(category, labels.category);
      const segments = category.split('/');
      return segments
        .map((segment, at) => {
          const whole = segments.slice(0, at + 1).join('/');
          const name = term(whole, labels.category);
          return name === whole ? segment : name;
        })
        .join(' / ');
    },
  };
}
