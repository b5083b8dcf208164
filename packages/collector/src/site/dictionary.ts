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
  /** Takes in what the store has, with the ids that it has there. */
  learn(terms: readonly Term[]): void;
  /** The highest id of a kind that was learnt; 0 before the first. What was only added here does not count. */
  learntThrough(kind: StoredTermKind): number;
  size(kind: StoredTermKind): number;
  /** In no order that means anything. */
  texts(kind: StoredTermKind): string[];
}

/** @param random In [0, 1). Default: `Math.random`, for ids need no secrecy, only no order. */
export function createDictionary(
  site: number,
  terms: readonly Term[],
  random: () => number = Math.random,
): Dictionary {
  const kinds = new Map<
    StoredTermKind,
    { ids: Map<string, number>; texts: Map<number, string>; learntThrough: number }
  >();
  const ofKind = (kind: StoredTermKind) => {
    let known = kinds.get(kind);
    if (known === undefined) {
      known = { ids: new Map([[OTHER, OTHER_ID]]), texts: new Map(), learntThrough: 0 };
      kinds.set(kind, known);
    }
    return known;
  };
  const keep = ({ kind, id, text }: Term) => {
    const known = ofKind(kind);
    known.ids.set(text, id);
    known.texts.set(id, text);
    return known;
  };
  const learn = (stored: readonly Term[]): void => {
    for (const term of stored) {
      const known = keep(term);
      known.learntThrough = Math.max(known.learntThrough, term.id);
    }
  };
  learn(terms);

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
      keep(term);
      return term;
    },
    learn,
    size: (kind) => ofKind(kind).texts.size,
    learntThrough: (kind) => ofKind(kind).learntThrough,
    texts: (kind) => [...ofKind(kind).texts.values()],
  };
}

/** The id of a slice such as `device:phone`; `undefined` where nothing was counted in it yet. */
export const sliceId = (dictionary: Dictionary, slice: string): number | undefined =>
  slice === '*' ? ALL_SLICES : dictionary.idOf('slice', slice);
