/**
 * One-time codes by which a page of a shop is told its numbers: in the memory of this process alone, as hashes, so that a
 * restart merely ends them. Does not know what a page is told, nor whether whoever made one may still read the site.
 */
import { hash } from 'node:crypto';
import type { OverlayCode, OverlayLanguage } from '@holloway/protocol';
import type { PersonSession } from './caller.ts';

/** From the dashboard to the page. */
const FIRST_MS = 2 * 60_000;
/** As long as a page is looked at before a link on it is followed. */
const NEXT_MS = 30 * 60_000;
/**
 * After that it begins anew in the dashboard, however many pages were walked through: a link that leads on to another site
 * takes the code there, and that site could walk.
 */
const WALK_MS = 60 * 60_000;
/** Beyond it the oldest are forgotten. */
const MAX_CODES = 1_000;
/** 256 bits. */
const BYTES = 32;

/** For whom a code works, and for what. */
export interface Walk extends PersonSession {
  readonly site: string;
  /** What they asked for, which no page can change. */
  readonly query: { readonly [name: string]: string };
  readonly language: OverlayLanguage;
}

export interface Codes {
  begin(walk: Walk): OverlayCode;
  /**
   * Uses a code up, whatever comes of it.
   * @returns `null` for one that never was, was used, is too old, or is of another site: which of them is not told.
   */
  take(code: string, site: string): Taken | null;
}

export interface Taken {
  readonly walk: Walk;
  /** The code for the next page; `null` where the walk is over. */
  next(): OverlayCode | null;
}

interface Kept {
  readonly walk: Walk;
  readonly until: number;
  readonly walkUntil: number;
}

export interface CodesDeps {
  readonly clock: { now(): number };
  readonly random: (bytes: number) => Uint8Array;
}

export function createOverlayCodes({ clock, random }: CodesDeps): Codes {
  /** By hash, in the order in which they were made. */
  const kept = new Map<string, Kept>();

  function issue(walk: Walk, forMs: number, walkUntil: number): OverlayCode {
    const now = clock.now();
    for (const [key, { until }] of kept) if (until <= now || kept.size >= MAX_CODES) kept.delete(key);
    const code = Buffer.from(random(BYTES)).toString('base64url');
    const until = Math.min(now + forMs, walkUntil);
    kept.set(hash('sha256', code), { walk, until, walkUntil });
    return { code, expires: new Date(until).toISOString() };
  }

  return {
    begin: (walk) => issue(walk, FIRST_MS, clock.now() + WALK_MS),
    take(code, site) {
      const key = hash('sha256', code);
      const found = kept.get(key);
      kept.delete(key);
      if (found === undefined || found.until <= clock.now() || found.walk.site !== site) return null;
      const { walk, walkUntil } = found;
      return { walk, next: () => (walkUntil <= clock.now() ? null : issue(walk, NEXT_MS, walkUntil)) };
    },
  };
}
