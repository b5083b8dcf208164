/**
 * What a browser remembers of its visit, and how something seen changes it. Pure.
 * Does not store it (recorder) nor know in which cells the browser was counted before (ledger).
 */
import { type BrowserSlices, dayNumber, localTime, type Viewport } from '@holloway/protocol';
import type { Provenance } from '../capture/arrival.ts';
import {
  type Count,
  fold,
  type Observation,
  type Page,
  VISIT_TIMEOUT_MS,
  type Visit,
} from '../visit/visit.ts';

export interface Memory {
  readonly visit: Visit | null;
  /** When the visit began: a visit that turns its phone stays one visit. */
  readonly viewport: Viewport;
  /** Day number of the last pageview. */
  readonly lastDay: number | null;
}

/** The pageview of one tab, among those that other tabs add to the same visit. */
export interface Here {
  readonly depth: number;
  readonly path: string;
  /** What a reload does not begin again. */
  readonly engagedBeforeMs: number;
}

export type Seen =
  | {
      readonly kind: 'pageview';
      readonly page: Page;
      readonly provenance: Provenance;
      /** The page was loaded again: no other pageview while the visit is still there. */
      readonly isReload: boolean;
    }
  | Extract<Observation, { kind: 'pause' | 'slot' }>;

export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly timeZone: string;
  readonly viewport: Viewport;
}

export interface Noted {
  readonly memory: Memory;
  readonly here: Here | null;
  readonly counts: readonly Count[];
}

const isHere = (visit: Visit | null, here: Here | null): boolean =>
  visit !== null && here !== null && visit.depth === here.depth && visit.page.path === here.path;

function notePageview(
  memory: Memory,
  { page, provenance, isReload }: Extract<Seen, { kind: 'pageview' }>,
  { at, timeZone, viewport }: Moment,
): Noted {
  const { visit, lastDay } = memory;
  if (isReload && visit?.page.path === page.path && at - visit.lastAt <= VISIT_TIMEOUT_MS) {
    const here = { depth: visit.depth, path: page.path, engagedBeforeMs: visit.pageEngagedMs };
    return { memory, here, counts: [] };
  }
  const { day, hourOfWeek } = localTime(at, timeZone);
  const today = dayNumber(day);
  const daysSinceLastVisit = lastDay === null ? null : Math.max(0, today - lastDay);
  const arrival = { ...provenance, daysSinceLastVisit };
  const folded = fold(visit, { kind: 'pageview', page, arrival, hourOfWeek }, at);
  const depth = folded.visit?.depth ?? 1;
  return {
    memory: {
      visit: folded.visit,
      viewport: depth === 1 ? viewport : memory.viewport,
      lastDay: Math.max(today, lastDay ?? today),
    },
    here: { depth, path: page.path, engagedBeforeMs: 0 },
    counts: folded.counts,
  };
}

export function note(memory: Memory, here: Here | null, seen: Seen, moment: Moment): Noted {
  if (seen.kind === 'pageview') return notePageview(memory, seen, moment);
  // Another tab has moved the visit on: this page's time is no longer the visit's to count.
  if (seen.kind === 'pause' && !isHere(memory.visit, here)) return { memory, here, counts: [] };
  const observation =
    seen.kind === 'pause' ? { ...seen, engagedMs: seen.engagedMs + (here?.engagedBeforeMs ?? 0) } : seen;
  const { visit, counts } = fold(memory.visit, observation, moment.at);
  return { memory: { ...memory, visit }, here, counts };
}

/** The slices that a visit's counts are kept by. */
export const slicesOf = ({ visit, viewport }: Memory): BrowserSlices =>
  visit === null ? { viewport } : { viewport, source: visit.source, visitor: visit.visitor };
