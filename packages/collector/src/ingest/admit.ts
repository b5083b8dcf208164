/**
 * The k-gate: a string that the store's catalogue does not declare gets an id only after k browsers sent it in a day,
 * at most one per truncated network. Until then it is counted under `(other)`, with `n` alone, and held in memory.
 * A crash forgets the held names, never a count. Does not write: terms and rows go into the caller's transaction.
 */
import type { TermKind } from '@holloway/protocol';
import { ceilingOf } from '../site/ceilings.ts';
import type { Dictionary } from '../site/dictionary.ts';
import type { Ceilings, Dimensions, IntakeRow, Measures, Term } from '../store/store.ts';
import { type Candidate, type CandidateBounds, createCandidates } from './candidates.ts';

/** A dimension that is an id already, or a term that may need one. */
export type Dimension = number | { readonly kind: TermKind; readonly text: string };

export interface Addition {
  readonly site: number;
  readonly k: number;
  readonly ceilings: Ceilings;
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

/** @param bounds Of what is held in memory. Default: for a collector of many sites. */
export function createGate(bounds?: CandidateBounds): Gate {
  const candidates = createCandidates(bounds);

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
    candidates.drop(candidate);
  };

  return {
    add({ site, k, ceilings, day, fact, dimensions, slices, measures, supporter }, dictionary, rows, terms) {
      let overflowed = false;
      const admitted = (kind: TermKind, text: string): number => {
        const term = dictionary.add(kind, text);
        terms.push(term);
        return term.id;
      };
      const resolved = dimensions.map((dimension) => {
        if (typeof dimension === 'number') return dimension;
        const { kind, text } = dimension;
        const id = dictionary.idOf(kind, text);
        if (id !== undefined) return id;
        const hasRoom = dictionary.size(kind) < ceilingOf(ceilings, kind);
        if (hasRoom && k === 1) return admitted(kind, text);
        const candidate = hasRoom ? candidates.of({ site, kind, text }, day, supporter) : null;
        if (candidate === null) {
          overflowed = true;
          return 0;
        }
        if (measures.people === 0 || candidates.support(candidate, day, supporter) < k) return candidate;
        const named = admitted(kind, text);
        release(candidate, named, site, rows);
        return named;
      });
      const names = namesOf(resolved);
      // Several rare strings of one browser share (other): they must not look like several browsers.
      const kept = overflowed ? nameless(measures) : measures;
      const counted = names.length > 0 ? nameless(measures) : kept;
      rows.push({ site, fact, day, slices, ...columnsOf(resolved), ...counted });
      for (const name of new Set(names)) {
        candidates.hold(name, { day, fact, dimensions: resolved, slices, measures: kept });
      }
    },
    forget: (site, through = Number.POSITIVE_INFINITY) => candidates.forget(site, through),
  };
}
