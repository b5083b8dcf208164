/**
 * What a browser remembers of its visit, what a document remembers of the pageview that it shows, and how something seen
 * changes both. Pure.
 * Does not store it (recorder) nor know in which cells the browser was counted before (ledger).
 */
import { type BrowserSlices, dayNumber, localTimeBy, type Offsets, type Viewport } from '@holloway/protocol';
import type { Provenance } from '../capture/arrival.ts';
import type { Count } from '../visit/count.ts';
import type { Observation, ObservationOf, Page } from '../visit/observation.ts';
import { fold, ongoing, type Visit } from '../visit/visit.ts';
import { comeAgain, comeFirst, comeLater } from './provenance.ts';

/** Shared by the tabs of a browser. */
export interface Memory {
  readonly visit: Visit | null;
  /** When the visit began: a visit that turns its phone stays one visit. */
  readonly viewport: Viewport;
  /** Day number of the last pageview. */
  readonly lastDay: number | null;
  /** Number of the last pageview, 0 before any: tells two of one path apart. Never sent. */
  readonly view: number;
}

/** Known to one document, and gone with it. */
export interface Shown {
  /** Number of its last pageview. */
  readonly view: number;
  /** What that pageview was looked at before the document was loaded again, in milliseconds. */
  readonly engagedMs: number;
  /** What its addresses were tagged with. */
  readonly tags: readonly string[];
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
  | (ObservationOf<'pause' | 'scroll' | 'settled'> & { readonly path: string })
  | Exclude<Observation, ObservationOf<'pageview' | 'pause' | 'scroll' | 'settled'>>;

export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly offsets: Offsets;
  readonly viewport: Viewport;
}

export interface Noted {
  readonly memory: Memory;
  readonly shown: Shown | null;
  readonly counts: readonly Count[];
}

type SeenOf<K extends Seen['kind']> = Extract<Seen, { readonly kind: K }>;

/** Numbers go on with the next visit, as pages of this one may be open then, and begin again: they do not tell how many. */
const MAX_VIEW = 1_000;

function notePageview(
  memory: Memory,
  shown: Shown | null,
  { page, provenance: told, isReload }: SeenOf<'pageview'>,
  { at, offsets, viewport }: Moment,
): Noted {
  const { visit, lastDay } = memory;
  const current = ongoing(visit, at);
  const isAgain = isReload && visit?.page.path === page.path;
  const { provenance, tags } = shown
    ? comeLater(told, shown.tags)
    : isAgain
      ? comeAgain(told)
      : comeFirst(told);
  if (isAgain && current) {
    return { memory, shown: { view: memory.view, engagedMs: current.pageEngagedMs, tags }, counts: [] };
  }
  const { day, hourOfWeek } = localTimeBy(at, offsets);
  const today = dayNumber(day);
  const daysSinceLastVisit = lastDay && Math.max(0, today - lastDay);
  const { source, referrer, campaign } = provenance;
  const arrival = { source, referrer, campaign, daysSinceLastVisit };
  const folded = fold(visit, { kind: 'pageview', page, arrival, hourOfWeek }, at);
  const view = (memory.view % MAX_VIEW) + 1;
  return {
    memory: { visit: folded.visit, viewport: current ? memory.viewport : viewport, lastDay: today, view },
    shown: { view, engagedMs: 0, tags },
    counts: folded.counts,
  };
}

/** @param shown `null` before the first pageview of the document. */
export function note(memory: Memory, shown: Shown | null, seen: Seen, moment: Moment): Noted {
  if (seen.kind === 'pageview') return notePageview(memory, shown, seen, moment);
  const { visit, view } = memory;
  const isPast = 'path' in seen && (shown?.view !== view || visit?.page.path !== seen.path);
  if (isPast) return { memory, shown, counts: [] };
  const engagedMs = shown?.engagedMs ?? 0;
  const whole = seen.kind === 'pause' ? { ...seen, engagedMs: seen.engagedMs + engagedMs } : seen;
  const folded = fold(visit, whole, moment.at);
  return { memory: { ...memory, visit: folded.visit }, shown, counts: folded.counts };
}

/** The slices that a visit's counts are kept by. */
export const slicesOf = ({ visit, viewport }: Memory): BrowserSlices =>
  visit === null ? { viewport } : { viewport, source: visit.source, visitor: visit.visitor };
