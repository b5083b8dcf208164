/**
 * What a browser remembers of its visit, and how something seen changes it. Pure.
 * Does not store it (recorder) nor know in which cells the browser was counted before (ledger).
 */
import { type BrowserSlices, dayNumber, localTimeBy, type Offsets, type Viewport } from '@holloway/protocol';
import type { Provenance } from '../capture/arrival.ts';
import type { Count } from '../visit/count.ts';
import type { Observation, ObservationOf, Page } from '../visit/observation.ts';
import { fold, ongoing, type Visit } from '../visit/visit.ts';

export interface Memory {
  readonly visit: Visit | null;
  /** When the visit began: a visit that turns its phone stays one visit. */
  readonly viewport: Viewport;
  /** Day number of the last pageview. */
  readonly lastDay: number | null;
}

export type Seen =
  | {
      readonly kind: 'pageview';
      readonly page: Page;
      readonly provenance: Provenance;
      /** The page was loaded again: no other pageview while the visit is still there. */
      readonly isReload: boolean;
    }
  /** `path`: of the page that it is of, which another tab's may have followed. */
  | (ObservationOf<'pause' | 'settled'> & { readonly path: string })
  | Exclude<Observation, ObservationOf<'pageview' | 'pause' | 'settled'>>;

export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly offsets: Offsets;
  readonly viewport: Viewport;
}

export interface Noted {
  readonly memory: Memory;
  readonly counts: readonly Count[];
}

export function note(memory: Memory, seen: Seen, { at, offsets, viewport }: Moment): Noted {
  const { visit, lastDay } = memory;
  if ('path' in seen && seen.path !== visit?.page.path) return { memory, counts: [] };
  if (seen.kind !== 'pageview') {
    const folded = fold(visit, seen, at);
    return { memory: { ...memory, visit: folded.visit }, counts: folded.counts };
  }
  const { page, provenance, isReload } = seen;
  const current = ongoing(visit, at);
  if (isReload && current?.page.path === page.path) return { memory, counts: [] };
  const { day, hourOfWeek } = localTimeBy(at, offsets);
  const today = dayNumber(day);
  const daysSinceLastVisit = lastDay && Math.max(0, today - lastDay);
  const arrival = { ...provenance, daysSinceLastVisit };
  const folded = fold(visit, { kind: 'pageview', page, arrival, hourOfWeek }, at);
  return {
    memory: { visit: folded.visit, viewport: current ? memory.viewport : viewport, lastDay: today },
    counts: folded.counts,
  };
}

/** The slices that a visit's counts are kept by. */
export const slicesOf = ({ visit, viewport }: Memory): BrowserSlices =>
  visit === null ? { viewport } : { viewport, source: visit.source, visitor: visit.visitor };
