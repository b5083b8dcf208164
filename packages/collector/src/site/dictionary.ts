/**
 * The terms of one site in memory: text to id and back. Ids go up from 1 within a kind; 0 is `(other)`.
 * Hands out new ids; writing them is the caller's transaction.
 */
import { OTHER } from '@holloway/protocol';
import { ALL_SLICES, type StoredTermKind, type Term } from '../store/store.ts';

const OTHER_ID = 0;

export interface Dictionary {
  /** `undefined` where the string has no id. `(other)` is 0. */
  idOf(kind: StoredTermKind, text: string): number | undefined;
  /** `(other)` for 0 and for ids that are not known. */
  textOf(kind: StoredTermKind, id: number): string;
  /** Gives `text` the next id of its kind. */
  add(kind: StoredTermKind, text: string): Term;
  size(kind: StoredTermKind): number;
}

export function createDictionary(site: number, terms: readonly Term[]): Dictionary {
  const kinds = new Map<
    StoredTermKind,
    { ids: Map<string, number>; texts: Map<number, string>; last: number }
  >();
  const ofKind = (kind: StoredTermKind) => {
    let known = kinds.get(kind);
    if (known === undefined) {
      known = { ids: new Map([[OTHER, OTHER_ID]]), texts: new Map(), last: 0 };
      kinds.set(kind, known);
    }
    return known;
  };
  const learn = ({ kind, id, text }: Term): void => {
    const known = ofKind(kind);
    known.ids.set(text, id);
    known.texts.set(id, text);
    known.last = Math.max(known.last, id);
  };
  for (const term of terms) learn(term);

  return {
    idOf: (kind, text) => ofKind(kind).ids.get(text),
    textOf: (kind, id) => ofKind(kind).texts.get(id) ?? OTHER,
    add(kind, text) {
      const term = { site, kind, id: ofKind(kind).last + 1, text };
      learn(term);
      return term;
    },
    size: (kind) => ofKind(kind).texts.size,
  };
}

/** The id of a slice such as `device:phone`; `undefined` where nothing was counted in it yet. */
export const sliceId = (dictionary: Dictionary, slice: string): number | undefined =>
  slice === '*' ? ALL_SLICES : dictionary.idOf('slice', slice);
