/**
 * The k-gate: a string that the store's catalogue does not declare gets an id only after k browsers sent it in a day,
 * at most one per truncated network. Until then it is counted under `(other)`, with `n` alone, and held in memory.
 * A crash forgets the held names, never a count. Does not write: terms and rows go into the caller's transaction.
 */
import type { TermKind } from '@holloway/protocol';
import type { Dictionary } from '../site/dictionary.ts';
import type { Dimensions, IntakeRow, Measures, Term } from '../store/store.ts';

const MAX_CANDIDATES_PER_SITE = 5_000;
const MAX_HELD_PER_CANDIDATE = 500;
/** Over all candidates: 190 bytes each. Beyond it counts stay under `(other)`. */
const MAX_HELD_PER_SITE = 200_000;
const MAX_TERMS_PER_KIND = 100_000;

/** A string on probation. */
interface Candidate {
  readonly kind: TermKind;
  readonly text: string;
  /** By day: who sent it first that day. */
  readonly supporters: Map<number, Set<string>>;
  held: Held[];
}

/** Counts under `(other)` that belong to a name which is not admitted yet. */
interface Held {
  readonly day: number;
  readonly fact: number;
  readonly dimensions: (number | Candidate)[];
  readonly slices: readonly number[];
  readonly measures: Measures;
}

/** A dimension that is an id already, or a term that may need one. */
export type Dimension = number | { readonly kind: TermKind; readonly text: string };

export interface Addition {
  readonly site: number;
  readonly k: number;
  readonly day: number;
  readonly fact: number;
  readonly dimensions: readonly Dimension[];
  readonly slices: readonly number[];
  readonly measures: Measures;
  /** Who vouches for new strings: the truncated network; in an import, which the store itself makes, the batch. */
  readonly supporter: string;
}

export interface Gate {
  /** Adds to `rows`, and to `terms` what is admitted by this addition. */
  add(addition: Addition, dictionary: Dictionary, rows: IntakeRow[], terms: Term[]): void;
  /** Forgets the candidates of days up to `through`: when it is sealed, or all after a failed transaction. */
  forget(site: number, through?: number): void;
}

const idOf = (dimension: number | Candidate = 0): number => (typeof dimension === 'number' ? dimension : 0);

const columnsOf = ([a, b, c, d]: readonly (number | Candidate)[]): Dimensions => ({
  a: a === undefined ? 1 : idOf(a),
  b: idOf(b),
  c: idOf(c),
  d: idOf(d),
});

const namesOf = (dimensions: readonly (number | Candidate)[]): Candidate[] =>
  dimensions.filter((dimension) => typeof dimension !== 'number');

const nameless = ({ n, total }: Measures): Measures => ({ n, people: 0, reach: 0, total });
const negative = ({ n, total }: Measures): Measures => ({ n: -n, people: 0, reach: 0, total: -total });

export function createGate(): Gate {
  const candidates = new Map<number, Map<string, Candidate>>();
  const heldBySite = new Map<number, number>();
  const countHeld = (site: number, change: number): void => {
    heldBySite.set(site, (heldBySite.get(site) ?? 0) + change);
  };

  const candidateOf = (site: number, kind: TermKind, text: string): Candidate | null => {
    const ofSite = candidates.get(site) ?? new Map<string, Candidate>();
    candidates.set(site, ofSite);
    const key = JSON.stringify([kind, text]);
    let candidate = ofSite.get(key);
    if (candidate === undefined) {
      if (ofSite.size >= MAX_CANDIDATES_PER_SITE) return null;
      candidate = { kind, text, supporters: new Map(), held: [] };
      ofSite.set(key, candidate);
    }
    return candidate;
  };

  /** @returns How many stand behind the string on this day, this one included. */
  const support = ({ supporters }: Candidate, day: number, supporter: string): number => {
    const ofDay = supporters.get(day) ?? new Set();
    supporters.set(day, ofDay.add(supporter));
    return ofDay.size;
  };

  /** Moves what was held for `candidate`, on whatever open day, from `(other)` to its id. */
  const release = (candidate: Candidate, id: number, site: number, rows: IntakeRow[]): void => {
    for (const { day, fact, dimensions, slices, measures } of candidate.held) {
      const base = { site, fact, day, slices };
      rows.push({ ...base, ...columnsOf(dimensions), ...negative(measures) });
      dimensions.forEach((dimension, i) => {
        if (dimension === candidate) dimensions[i] = id;
      });
      const known = namesOf(dimensions).length === 0;
      rows.push({ ...base, ...columnsOf(dimensions), ...(known ? measures : nameless(measures)) });
    }
    countHeld(site, -candidate.held.length);
    candidates.get(site)?.delete(JSON.stringify([candidate.kind, candidate.text]));
  };

  return {
    add({ site, k, day, fact, dimensions, slices, measures, supporter }, dictionary, rows, terms) {
      let overflowed = false;
      const resolved = dimensions.map((dimension) => {
        if (typeof dimension === 'number') return dimension;
        const { kind, text } = dimension;
        const id = dictionary.idOf(kind, text);
        if (id !== undefined) return id;
        const candidate = dictionary.size(kind) < MAX_TERMS_PER_KIND ? candidateOf(site, kind, text) : null;
        if (candidate === null) {
          overflowed = true;
          return 0;
        }
        const vouches = measures.people > 0 || k === 1;
        if (!vouches || support(candidate, day, supporter) < k) return candidate;
        const term = dictionary.add(kind, text);
        terms.push(term);
        release(candidate, term.id, site, rows);
        return term.id;
      });
      const names = namesOf(resolved);
      // Several rare strings of one browser share (other): they must not look like several browsers.
      const kept = overflowed ? nameless(measures) : measures;
      const counted = names.length > 0 ? nameless(measures) : kept;
      rows.push({ site, fact, day, slices, ...columnsOf(resolved), ...counted });
      for (const name of new Set(names)) {
        if (name.held.length < MAX_HELD_PER_CANDIDATE && (heldBySite.get(site) ?? 0) < MAX_HELD_PER_SITE) {
          countHeld(site, 1);
          name.held.push({ day, fact, dimensions: resolved, slices, measures: kept });
        }
      }
    },
    forget(site, through = Number.POSITIVE_INFINITY) {
      const ofSite = candidates.get(site) ?? new Map<string, Candidate>();
      for (const [key, candidate] of ofSite) {
        const kept = candidate.held.filter(({ day }) => day > through);
        countHeld(site, kept.length - candidate.held.length);
        candidate.held = kept;
        for (const day of candidate.supporters.keys()) if (day <= through) candidate.supporters.delete(day);
        if (candidate.held.length === 0 && candidate.supporters.size === 0) ofSite.delete(key);
      }
    },
  };
}
