/**
 * From reports to actions: asks every method what it finds, and words each finding as data. Decides nothing by itself but the order.
 * Takes rows as the API answers them, of one site, range and slice; `null` in them is not 0.
 */
import type {
  CategoryRow,
  ElementRow,
  ExperimentRow,
  FindRow,
  FlowRow,
  Labels,
  LayoutRow,
  PageRow,
  PageType,
  RefinementRow,
  SearchRow,
  TrailRow,
} from '@holloway/protocol';
import type { TestPlan } from '../method/layout-verdict.ts';
import type { Action } from './action.ts';
import { isWorthTelling, lowOf, makeActions } from './make-action.ts';
import { elementFindings } from './of-elements.ts';
import { layoutFindings, type Withheld } from './of-layout.ts';
import { pathFindings } from './of-paths.ts';
import { searchFindings } from './of-search.ts';
import { testFindings } from './of-tests.ts';

/** Rows of reports; a report that is absent is not asked about. */
export interface AdviceInput {
  /** Of the range, so that gains can be told by the week. Above 0; otherwise RangeError. */
  readonly days: number;
  /** Of the reports: what is not shown is less. */
  readonly k: number;
  /** Of the reports; absent for `*`. */
  readonly slice?: string;
  readonly layout?: readonly LayoutRow[];
  readonly finds?: readonly FindRow[];
  readonly trails?: readonly TrailRow[];
  /** By category. */
  readonly flows?: readonly FlowRow[];
  readonly pages?: readonly PageRow[];
  readonly categories?: readonly CategoryRow[];
  readonly search?: readonly SearchRow[];
  readonly refinements?: readonly RefinementRow[];
  readonly elements?: readonly ElementRow[];
  readonly experiments?: readonly ExperimentRow[];
  readonly labels?: Labels;
}

export interface AdvisedTest extends TestPlan {
  /** That its rows are of, from its beginning. Above 0. Default: those of the range. */
  readonly days?: number;
}

export interface AdviceOptions {
  /** What the shop declares of an address; `undefined` where nothing. Default: nothing of any. */
  readonly typeOf?: (page: string) => PageType | undefined;
  /** Categories that every page links to, beside those that the elements of all pages show. */
  readonly menu?: readonly string[];
  /** By experiment. */
  readonly plans?: { readonly [experiment: string]: AdvisedTest };
}

export interface Advice {
  /** What surely gains most comes first, by the kind of gain: outcomes of tests and what is broken before what might be better. */
  readonly actions: readonly Action[];
  /** What cannot be told, and why: nothing is said of these zones. */
  readonly withheld: readonly Withheld[];
}

/** Between types gains are not comparable, a click is no order: so types have an order, and gains only within. */
const ORDER: readonly Action['type'][] = [
  'traffic-split',
  'layout-verdict',
  'device-break',
  'dead-click',
  'no-result',
  'cross-list',
  'dead-end',
  'move-up',
  'bury',
  'add-link',
  'long-list',
  'keep-first',
  'rotation-test',
];

/** Work of some milliseconds at a time: what yields in between lets others have their turn. */
export type InParts<T> = Generator<void, T>;

/**
 * What to change in a shop, from its reports.
 *
 * @returns Each action once; none where nothing is sure.
 * @see docs/insight.md
 */
export function advise(input: AdviceInput, options: AdviceOptions = {}): Advice {
  const parts = adviseInParts(input, options);
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

/** The same a part at a time, for whoever has others to answer meanwhile. */
export function* adviseInParts(input: AdviceInput, options: AdviceOptions = {}): InParts<Advice> {
  if (!(input.days > 0)) throw new RangeError('days must be above 0');
  const found = [...testFindings(input, options)];
  yield;
  found.push(...elementFindings(input));
  yield;
  found.push(...searchFindings(input));
  yield;
  found.push(...(yield* pathFindings(input, options)));
  const layout = yield* layoutFindings(input);
  found.push(...layout.found);
  return {
    actions: makeActions(found, input.slice)
      .filter(isWorthTelling)
      .sort((x, y) => ORDER.indexOf(x.type) - ORDER.indexOf(y.type) || lowOf(y) - lowOf(x)),
    withheld: layout.withheld,
  };
}
