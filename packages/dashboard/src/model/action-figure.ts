/** The figure that an action is about, of any days: to be seen before and after it was done. Pure. */
import type { Action, Subject } from '@holloway/insight';
import {
  addDays,
  type Day,
  type LayoutRow,
  type ReportName,
  type ReportRows,
  type SiteSummary,
} from '@holloway/protocol';
import { type Msg, msg } from '../words/words.ts';
import { type Days, finishedDays, type Horizon, lengthOf } from './range.ts';
import { sumOf } from './sums.ts';

/** Hits of a whole, as sums of rows; `null` where too few. */
export interface Figure {
  readonly hits: number | null;
  readonly of: number | null;
}

export type Rows = { readonly [R in ReportName]?: readonly ReportRows[R][] };

interface FigureKind {
  readonly name: Msg;
  readonly reports: readonly ReportName[];
  readonly of: (rows: Rows) => Figure;
}

/** @param items Default: whatever stands there. */
const clickRate = (places: readonly Subject[], items?: ReadonlySet<string>): FigureKind => ({
  name:
    items === undefined ? msg('Clicks on the region, of times seen') : msg('Clicks, of visits that saw it'),
  reports: ['layout'],
  of({ layout = [] }) {
    const own = layout.filter(
      (row) =>
        places.some(({ page, zone }) => row.page === page && row.zone === zone) &&
        (items === undefined || items.has(row.item)),
    );
    return { hits: sumOf(own, ({ clicked }) => clicked), of: sumOf(own, ({ exposed }) => exposed) };
  },
});

/** Visits that saw the position that most saw, and of them those that saw the one beyond `seenTo` that most saw. */
function beyond(rows: readonly LayoutRow[], seenTo: number): Figure {
  const bySlot = new Map<number, number>();
  for (const { slot, exposed } of rows) {
    if (slot !== null && exposed !== null) bySlot.set(slot, (bySlot.get(slot) ?? 0) + exposed);
  }
  if (bySlot.size === 0) return { hits: null, of: null };
  const late = [...bySlot].filter(([slot]) => slot > seenTo).map(([, exposed]) => exposed);
  return { hits: Math.max(0, ...late), of: Math.max(...bySlot.values()) };
}

/** `null` for a test, which compares by itself. */
export function figureKind({ claim, subject, findings }: Action): FigureKind | null {
  switch (claim.key) {
    case 'move-up':
    case 'keep-first':
      return findings.length > 1 ? clickRate([subject]) : clickRate([subject], new Set([claim.values.item]));
    case 'bury':
      return clickRate([subject]);
    case 'rotation-test':
      return clickRate(findings.map((each) => each.subject));
    case 'long-list': {
      const { seenTo } = claim.values;
      return {
        name: msg('Saw the end of the list, of those who saw it'),
        reports: ['layout'],
        of: ({ layout = [] }) =>
          beyond(
            layout.filter(({ page, zone }) => page === subject.page && zone === subject.zone),
            seenTo,
          ),
      };
    }
    case 'cross-list': {
      const { tried } = claim.values;
      const items = new Set(findings.map((each) => each.subject.item));
      return {
        name: msg('Looked for elsewhere first, of all finds'),
        reports: ['finds'],
        of({ finds = [] }) {
          const own = finds.filter((row) => items.has(row.item));
          const wrong = own.filter(
            (row) => row.tried === tried && row.found !== tried && row.route !== 'direct',
          );
          const all = sumOf(own, ({ n }) => n);
          return { hits: all === null ? null : (sumOf(wrong, ({ n }) => n) ?? 0), of: all };
        },
      };
    }
    case 'add-link': {
      const { from, to } = claim.values;
      const over = new Set(findings.map((each) => each.subject.over));
      return {
        name: msg('Went the long way, of those who went'),
        reports: ['trails', 'flows'],
        of({ trails = [], flows = [] }) {
          const long = trails.filter(({ path: [a, b, c] }) => a === from && over.has(b) && c === to);
          const straight = flows.filter((row) => row.from === from && row.to === to);
          const hits = sumOf(long, ({ n }) => n);
          const direct = sumOf(straight, ({ n }) => n);
          return hits === null && direct === null
            ? { hits: null, of: null }
            : { hits: hits ?? 0, of: (hits ?? 0) + (direct ?? 0) };
        },
      };
    }
    case 'dead-end': {
      const { node, kind } = claim.values;
      return {
        name: msg('Views that end the visit'),
        reports: [kind === 'category' ? 'categories' : 'pages'],
        of({ categories = [], pages = [] }) {
          const own: readonly { readonly views: number; readonly exits: number | null }[] =
            kind === 'category'
              ? categories.filter(({ category }) => category === node)
              : pages.filter(({ page }) => page === node);
          return { hits: sumOf(own, ({ exits }) => exits), of: sumOf(own, ({ views }) => views) };
        },
      };
    }
    case 'no-result': {
      const { term } = claim.values;
      return {
        name: msg('Searches that find nothing'),
        reports: ['search'],
        of({ search = [] }) {
          const own = search.filter((row) => row.term === term);
          const asked = sumOf(own, (row) => row.asked);
          return { hits: asked === null ? null : (sumOf(own, ({ empty }) => empty) ?? 0), of: asked };
        },
      };
    }
    case 'dead-click':
    case 'device-break': {
      const elements = new Set(findings.map((each) => each.subject.element));
      const isVain = claim.key === 'dead-click';
      return {
        name: isVain ? msg('Clicks in vain, of views that click it') : msg('Clicks, of views that saw it'),
        reports: ['elements'],
        of({ elements: rows = [] }) {
          const own = rows.filter(
            (row) =>
              row.page === subject.page &&
              elements.has(row.element) &&
              (subject.viewport === undefined || row.viewport === subject.viewport),
          );
          const clicked = sumOf(own, (row) => row.clicked);
          return isVain
            ? { hits: clicked === null ? null : (sumOf(own, ({ dead }) => dead) ?? 0), of: clicked }
            : { hits: clicked, of: sumOf(own, ({ exposed }) => exposed) };
        },
      };
    }
    case 'layout-verdict':
    case 'traffic-split':
      return null;
  }
}

/** Of each side. */
const COMPARED_DAYS = 28;
/** A week has all its days: fewer compare Mondays with Sundays. */
const LEAST_DAYS = 7;

export const earlierOf = (one: Day, other: Day): Day => [one, other].sort()[0] ?? one;

interface BeforeAfter {
  readonly before: Days;
  readonly since: Days;
}

/**
 * Up to four weeks before a day and since, without the day itself, which has something of both.
 * @returns How many whole days are missing where it is too early; 0 where nothing was counted before.
 */
export function daysAround(
  day: Day,
  site: Horizon & Pick<SiteSummary, 'kind'>,
): BeforeAfter | { readonly missing: number } {
  const before = { from: addDays(day, -COMPARED_DAYS), to: addDays(day, -1) };
  const { firstDay, lastDay } = site;
  if (firstDay === null || before.to < firstDay) return { missing: 0 };
  const last = addDays(day, COMPARED_DAYS);
  const since =
    day < lastDay ? finishedDays({ from: addDays(day, 1), to: earlierOf(last, lastDay) }, site) : null;
  const over = since === null ? 0 : lengthOf(since);
  if (since === null || over < LEAST_DAYS) return { missing: LEAST_DAYS - over };
  return { before: before.from < firstDay ? { ...before, from: firstDay } : before, since };
}
