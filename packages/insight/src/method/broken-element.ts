/**
 * Links and buttons that do not do what they promise: clicked without effect, or hardly clicked in windows of one size though they
 * are in the others.
 */
import type { ElementRow, Viewport } from '@holloway/protocol';
import { type Interval, wilson } from '../interval.ts';
import { binomialAtMost } from '../special/distributions.ts';
import { FALSE_DISCOVERY_RATE, qValuesByFamily } from './false-discovery.ts';
import { type Estimate, rateRatio } from './two-rates.ts';

export interface DeadClick {
  readonly page: string;
  readonly element: string;
  readonly viewport: Viewport | null;
  /** Views in which it was clicked, and of them those in which a click had no effect. */
  readonly clicked: number;
  readonly dead: number;
  readonly share: Interval & { readonly value: number };
}

const LEAST_DEAD = 0.3;

/** Elements of which at least 30 % of the views that clicked it clicked in vain, with 95 % confidence; the most first. */
export function deadClicks(rows: readonly ElementRow[]): DeadClick[] {
  return rows
    .flatMap(({ page, element, viewport, clicked, dead }): DeadClick[] => {
      if (dead === null) return [];
      const of = Math.max(clicked ?? 0, dead);
      const interval = wilson(dead, of);
      if (interval === null || interval.low < LEAST_DEAD) return [];
      return [{ page, element, viewport, clicked: of, dead, share: { value: dead / of, ...interval } }];
    })
    .sort((x, y) => y.dead - x.dead);
}

export interface DeviceBreak {
  readonly page: string;
  readonly element: string;
  /** The size in which it is hardly clicked. */
  readonly viewport: Viewport;
  readonly exposed: number;
  /** Where fewer than k, the most that it can be. */
  readonly clicked: number;
  /** Clicks that the other sizes lead to expect. */
  readonly expected: number;
  /** Clicks per exposure here over those in other sizes, which are first brought to what windows of this size usually do. */
  readonly ratio: Estimate;
  readonly q: number;
}

interface Sums {
  readonly exposed: number;
  readonly clicked: number;
}

const NONE: Sums = { exposed: 0, clicked: 0 };
const plus = (a: Sums, b: Sums): Sums => ({ exposed: a.exposed + b.exposed, clicked: a.clicked + b.clicked });
const minus = (a: Sums, b: Sums): Sums => ({
  exposed: a.exposed - b.exposed,
  clicked: a.clicked - b.clicked,
});
const sumOf = (rows: readonly Sums[]): Sums => rows.reduce(plus, NONE);

/** Half of what the others do, at the most, to be called broken. */
const MOST_RATIO = 0.5;

/**
 * Elements that windows of one size click far less than others do, beyond what windows of that size click less of everything: a
 * binomial tail of how the clicks fall on sizes, and false discovery at 10 %, the elements of a page in one size a family.
 *
 * @param rows Of the `elements` report. Of a size whose clicks are not shown, k - 1 are taken. Rows without exposures, or size, are
 * left out.
 * @returns Those with the most missing clicks first; the upper end of their ratio is at most one half.
 */
export function deviceBreaks(rows: readonly ElementRow[], k: number): DeviceBreak[] {
  const known = rows.flatMap(({ page, element, viewport, exposed, clicked }) =>
    viewport === null || exposed === null || exposed === 0
      ? []
      : [
          {
            key: JSON.stringify([page, element]),
            page,
            element,
            viewport,
            exposed,
            clicked: Math.min(clicked ?? k - 1, exposed),
          },
        ],
  );
  const byElement = new Map<string, typeof known>();
  for (const row of known) byElement.set(row.key, [...(byElement.get(row.key) ?? []), row]);

  const totals = new Map<Viewport, Sums>();
  for (const row of known) totals.set(row.viewport, plus(totals.get(row.viewport) ?? NONE, row));

  const candidates = known.flatMap((row) => {
    const others = (byElement.get(row.key) ?? []).filter(({ viewport }) => viewport !== row.viewport);
    const other = sumOf(others);
    if (others.length === 0 || other.clicked < 2 * k) return [];
    // What windows of this size click of all other elements, over what those other sizes click of them.
    const here = minus(totals.get(row.viewport) ?? NONE, row);
    const there = others.reduce(
      (sum, each) => plus(sum, minus(totals.get(each.viewport) ?? NONE, each)),
      NONE,
    );
    const usual =
      rateRatio({ hits: here.clicked, of: here.exposed }, { hits: there.clicked, of: there.exposed })
        ?.value || 1;
    const expected = row.exposed * usual * (other.clicked / other.exposed);
    const odds = (row.exposed * usual) / other.exposed;
    const p = binomialAtMost(row.clicked, row.clicked + other.clicked, odds / (1 + odds));
    const ratio = rateRatio(
      { hits: row.clicked, of: row.exposed },
      { hits: other.clicked, of: other.exposed },
    );
    if (ratio === null) return [];
    const corrected = { value: ratio.value / usual, low: ratio.low / usual, high: ratio.high / usual };
    return [{ row, expected, p, ratio: corrected }];
  });
  const qs = qValuesByFamily(
    candidates.map(({ p, row: { page, viewport } }) => ({ p, family: JSON.stringify([page, viewport]) })),
  );
  return candidates
    .map(
      ({ row: { key: _, ...row }, expected, ratio }, i): DeviceBreak => ({
        ...row,
        expected,
        ratio,
        q: qs[i] ?? 1,
      }),
    )
    .filter(({ q, ratio }) => q <= FALSE_DISCOVERY_RATE && ratio.high <= MOST_RATIO)
    .sort((x, y) => y.expected - y.clicked - (x.expected - x.clicked));
}
