/**
 * Strings on probation, in memory: who stands behind each, and what was counted under `(other)` that is to be its own.
 * Bounded by site and over all. Where room is needed, the string goes that has gone longest without another browser, so
 * that what is made up makes way for what is sent again. Does not decide who gets a name (admit).
 */
import type { TermKind } from '@holloway/protocol';
import type { Measures } from '../store/store.ts';
import { BoundedCache } from './bounded-cache.ts';

export interface Candidate {
  readonly site: number;
  readonly kind: TermKind;
  readonly text: string;
  /** By day: who sent it first that day. */
  readonly supporters: Map<number, Set<string>>;
  held: Held[];
}

/** Counts under `(other)` that belong to a name which is not admitted yet. */
export interface Held {
  readonly day: number;
  readonly fact: number;
  readonly dimensions: (number | Candidate)[];
  readonly slices: readonly number[];
  readonly measures: Measures;
}

export interface CandidateBounds {
  readonly perSite: number;
  readonly overall: number;
  /** Strings that one network may bring to a site in a day; those that others brought it may stand behind. */
  readonly newPerSupporter: number;
  readonly heldPerCandidate: number;
  readonly heldPerSite: number;
  /** About 190 bytes each. */
  readonly heldOverall: number;
}

/** An estimated 150 MB when all of it is full. */
const CANDIDATE_BOUNDS: CandidateBounds = {
  perSite: 5_000,
  overall: 40_000,
  newPerSupporter: 1_000,
  heldPerCandidate: 500,
  heldPerSite: 200_000,
  heldOverall: 400_000,
};

/** Whoever is forgotten may bring as many again. */
const MAX_SUPPORTERS = 20_000;

export interface Candidates {
  /** `null` where the string is new, and this supporter brought too many today. */
  of(string: Pick<Candidate, 'site' | 'kind' | 'text'>, day: number, supporter: string): Candidate | null;
  /** @returns How many stand behind the string on this day, this one included. */
  support(candidate: Candidate, day: number, supporter: string): number;
  /** Keeps a count for it, where there is room. */
  hold(candidate: Candidate, held: Held): void;
  /** It has its name, and is on probation no more. */
  drop(candidate: Candidate): void;
  /** Forgets what is of days up to `through`. */
  forget(site: number, through: number): void;
  readonly size: number;
  readonly held: number;
}

interface OfSite {
  /** Those that went longest without another supporter first. */
  readonly candidates: Map<string, Candidate>;
  held: number;
}

const keyOf = ({ kind, text }: Pick<Candidate, 'kind' | 'text'>): string => JSON.stringify([kind, text]);

export function createCandidates(bounds: CandidateBounds = CANDIDATE_BOUNDS): Candidates {
  const sites = new Map<number, OfSite>();
  const brought = new BoundedCache<{ day: number; strings: number }>(MAX_SUPPORTERS);
  let size = 0;
  let held = 0;

  const ofSite = (site: number): OfSite => {
    let known = sites.get(site);
    if (known === undefined) {
      known = { candidates: new Map(), held: 0 };
      sites.set(site, known);
    }
    return known;
  };

  const countHeld = (of: OfSite, change: number): void => {
    of.held += change;
    held += change;
  };

  const remove = (of: OfSite, candidate: Candidate): void => {
    if (!of.candidates.delete(keyOf(candidate))) return;
    size -= 1;
    countHeld(of, -candidate.held.length);
  };

  const forgetOldest = (of: OfSite): void => {
    const [oldest] = of.candidates.values();
    if (oldest !== undefined) remove(of, oldest);
  };

  const fullest = (by: (of: OfSite) => number): OfSite =>
    [...sites.values()].reduce((most, each) => (by(each) > by(most) ? each : most));

  const makeRoom = (of: OfSite): void => {
    while (of.candidates.size > bounds.perSite || of.held > bounds.heldPerSite) forgetOldest(of);
    while (size > bounds.overall) forgetOldest(fullest(({ candidates }) => candidates.size));
    while (held > bounds.heldOverall) forgetOldest(fullest((each) => each.held));
  };

  /** A network's own day goes on, whatever day it claims. */
  const mayBring = (site: number, day: number, supporter: string): boolean => {
    const count = brought.get(`${site} ${supporter}`, () => ({ day, strings: 0 }));
    if (day > count.day) Object.assign(count, { day, strings: 0 });
    count.strings += 1;
    return count.strings <= bounds.newPerSupporter;
  };

  return {
    of({ site, kind, text }, day, supporter) {
      const of = ofSite(site);
      const key = keyOf({ kind, text });
      const known = of.candidates.get(key);
      if (known !== undefined) return known;
      if (!mayBring(site, day, supporter)) return null;
      const candidate: Candidate = { site, kind, text, supporters: new Map(), held: [] };
      of.candidates.set(key, candidate);
      size += 1;
      makeRoom(of);
      return candidate;
    },
    support(candidate, day, supporter) {
      const ofDay = candidate.supporters.get(day) ?? new Set();
      const { size: before } = ofDay;
      candidate.supporters.set(day, ofDay.add(supporter));
      const { candidates } = ofSite(candidate.site);
      if (ofDay.size > before && candidates.delete(keyOf(candidate))) {
        candidates.set(keyOf(candidate), candidate);
      }
      return ofDay.size;
    },
    hold(candidate, count) {
      const of = ofSite(candidate.site);
      // One that had to make way for another of the same increment is not known any more.
      if (of.candidates.get(keyOf(candidate)) !== candidate) return;
      if (candidate.held.length >= bounds.heldPerCandidate) return;
      candidate.held.push(count);
      countHeld(of, 1);
      makeRoom(of);
    },
    drop: (candidate) => remove(ofSite(candidate.site), candidate),
    forget(site, through) {
      const of = ofSite(site);
      for (const candidate of of.candidates.values()) {
        const kept = candidate.held.filter(({ day }) => day > through);
        countHeld(of, kept.length - candidate.held.length);
        candidate.held = kept;
        for (const day of candidate.supporters.keys()) if (day <= through) candidate.supporters.delete(day);
        if (candidate.held.length === 0 && candidate.supporters.size === 0) remove(of, candidate);
      }
    },
    get size() {
      return size;
    },
    get held() {
      return held;
    },
  };
}
