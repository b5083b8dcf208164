/**
 * Which cells add up to another that is told too. Whoever takes the shown ones from it learns what the hidden ones hold,
 * so they are sealed as a family; slices of one kind, which add up to `*`, are one without being listed here.
 * Does not say how much a family must hide (collector/store/families), nor what no fact names: where visits end.
 */
import type { FactName } from './facts.ts';
import type { SliceKind } from './slices.ts';
import { ENTRY } from './terms.ts';

/** Cells of a fact, by the cell of another that they belong to. */
export interface Part {
  readonly fact: FactName;
  /** For each dimension of the whole, and of its measure, the own dimension that has the same value. */
  readonly at: { readonly [dimension: string]: string };
  /** Only cells with this value, or only those with another; a term by its text. */
  readonly where?: { readonly dimension: string; readonly value: string | number; readonly isNot?: true };
}

export interface Sum {
  /** Lasting: the store keeps it. */
  readonly name: string;
  readonly whole: FactName;
  /**
   * What the parts add up to: a histogram that describes the whole, or `n` of the whole itself. `null` where it is the
   * total, and not to the cent.
   */
  readonly measure: FactName | 'n' | null;
  readonly parts: readonly Part[];
  /** Whether one count of the whole is one count of one part: a visit has one entry page and many pages. */
  readonly isOnce: boolean;
}

/** Two cells that count the same: either tells the other. */
export interface Twin extends Part {
  readonly of: FactName;
}

/** Cells of a fact that count the same as visits of the slice with their value. */
export interface SliceTwin {
  readonly fact: FactName;
  readonly kind: SliceKind;
}

const FROM_A_PAGE = { dimension: 'from', value: ENTRY, isNot: true } as const;

/** Wholes stand before those whose parts they are. */
export const SUMS: readonly Sum[] = [
  {
    name: 'entries',
    whole: 'visit',
    measure: 'n',
    parts: [{ fact: 'visit.entry', at: {} }],
    isOnce: true,
  },
  {
    name: 'pages',
    whole: 'visit',
    measure: 'visit.depth',
    parts: [{ fact: 'page.view', at: {} }],
    isOnce: false,
  },
  {
    name: 'categories',
    whole: 'visit',
    measure: 'visit.depth',
    parts: [{ fact: 'category.view', at: {} }],
    isOnce: false,
  },
  {
    name: 'into pages',
    whole: 'page.view',
    measure: 'n',
    parts: [{ fact: 'flow.page', at: { page: 'to' } }],
    isOnce: true,
  },
  {
    name: 'out of pages',
    whole: 'page.view',
    measure: 'page.onward',
    parts: [{ fact: 'flow.page', at: { page: 'from' }, where: FROM_A_PAGE }],
    isOnce: true,
  },
  {
    name: 'into categories',
    whole: 'category.view',
    measure: 'n',
    parts: [{ fact: 'flow.category', at: { category: 'to' } }],
    isOnce: true,
  },
  {
    name: 'out of categories',
    whole: 'category.view',
    measure: 'category.onward',
    parts: [{ fact: 'flow.category', at: { category: 'from' }, where: FROM_A_PAGE }],
    isOnce: true,
  },
  {
    name: 'entries by category',
    whole: 'visit',
    measure: 'n',
    parts: [{ fact: 'flow.category', at: {}, where: { dimension: 'from', value: ENTRY } }],
    isOnce: true,
  },
  {
    name: 'steps by depth',
    whole: 'visit',
    measure: 'visit.depth',
    parts: [{ fact: 'flow.step', at: { depth: 'step' } }],
    isOnce: true,
  },
  {
    // What is left are moves beyond the eighth page.
    name: 'steps by move',
    whole: 'flow.category',
    measure: 'n',
    parts: [{ fact: 'flow.step', at: { from: 'from', to: 'to' } }],
    isOnce: true,
  },
  {
    // The second page of a visit has one before it, and no trail.
    name: 'trails by move',
    whole: 'flow.category',
    measure: 'n',
    parts: [
      { fact: 'flow.trail', at: { from: 'second', to: 'third' } },
      { fact: 'flow.step', at: { from: 'from', to: 'to' }, where: { dimension: 'step', value: 2 } },
    ],
    isOnce: true,
  },
  {
    // A visit orders many products; what it paid is their value and what the store adds, such as shipping.
    name: 'products by purchase',
    whole: 'commerce.purchase',
    measure: null,
    parts: [{ fact: 'commerce.ordered', at: { currency: 'currency' } }],
    isOnce: false,
  },
];

export const TWINS: readonly Twin[] = [
  {
    fact: 'flow.page',
    of: 'visit.entry',
    at: { page: 'to' },
    where: { dimension: 'from', value: ENTRY },
  },
  {
    fact: 'flow.step',
    of: 'flow.category',
    at: { from: 'from', to: 'to' },
    where: { dimension: 'step', value: 1 },
  },
];

export const SLICE_TWINS: readonly SliceTwin[] = [
  { fact: 'geo.country', kind: 'country' },
  { fact: 'device.viewport', kind: 'viewport' },
  { fact: 'device.browser', kind: 'browser' },
  { fact: 'device.os', kind: 'os' },
];
