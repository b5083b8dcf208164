/**
 * The terms of one site in memory: text to id and back; 0 is `(other)`. New ids are drawn at random among small free ones:
 * counted up, they would keep the order in which strings were admitted, and the first visitor's slices side by side.
 * Hands out new ids; writing them is the caller's transaction.
 */
import { OTHER } from '@holloway/protocol';
import { ALL_SLICES, type StoredTermKind, type Term } from '../store/store.ts';

const OTHER_ID = 0;
const SPARE_IDS = 64;

export interface Dictionary {
  /** `undefined` where the string has no id. `(other)` is 0. */
  idOf(kind: StoredTermKind, text: string): number | undefined;
  /** `(other)` for 0 and for ids that are not known. */
  textOf(kind: StoredTermKind, id: number): string;
  /** Gives `text` a free id of its kind. */
  add(kind: StoredTermKind, text: string): Term;
  size(kind: StoredTermKind): number;
}

/** @param random In [0, 1). Default: `Math.random`, for ids need no secrecy, only no order. */
export function createDictionary(
  site: number,
  terms: readonly Term[],
  random: () => number = Math.random,
): Dictionary {
  const kinds = new Map<StoredTermKind, { ids: Map<string, number>; texts: Map<number, string> }>();
  const ofKind = (kind: StoredTermKind) => {
    let known = kinds.get(kind);
    if (known === undefined) {
      known = { ids: new Map([[OTHER, OTHER_ID]]), texts: new Map() };
      kinds.set(kind, known);
    }
    return known;
  };
  const learn = ({ kind, id, text }: Term): void => {
    const known = ofKind(kind);
    known.ids.set(text, id);
    known.texts.set(id, text);
  };
  for (const term of terms) learn(term);

  /** Among twice as many as there are, so that a free one is found in two draws and ids stay short on disk. */
  const freeId = (kind: StoredTermKind): number => {
    const { texts } = ofKind(kind);
    const range = SPARE_IDS + 2 * texts.size;
    let id = 0;
    do id = 1 + Math.floor(random() * range);
    while (texts.has(id));
    return id;
  };

  return {
    idOf: (kind, text) => ofKind(kind).ids.get(text),
    textOf: (kind, id) => ofKind(kind).texts.get(id) ?? OTHER,
    add(kind, text) {
      const term = { site, kind, id: freeId(kind), text };
      learn(term);
      return term;
    },
    size: (kind) => ofKind(kind).texts.size,
  };
}

/** The id of a slice such as `device:phone`; `undefined` where nothing was counted in it yet. */
export const sliceId = (dictionary: Dictionary, slice: string): number | undefined =>
  slice === '*' ? ALL_SLICES : dictionary.idOf('slice', slice);
