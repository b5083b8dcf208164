/** @module @holloway/insight: pure statistics; counts in, what they say out. */
export type * from './advice/action.ts';
export * from './advice/advise.ts';
export type { Withheld } from './advice/of-layout.ts';
export type * from './advice/site-advice.ts';
export * from './balance.ts';
export * from './interval.ts';
export {
  type BoxFigures,
  type ElementParts,
  figuresOf,
  inWindow,
  type LayoutRows,
  type NamedBox,
  partsOf,
} from './layout-figures.ts';
export { STOP_AT } from './method/bayes-factor.ts';
export { type DeadEnd, deadEnds, type Ending, judgedEndings, LEAST_JUDGED } from './method/dead-end.ts';
export { layoutEvents } from './method/layout-events.ts';
export type { PageShift, ZoneShift } from './method/layout-shift.ts';
export * from './method/layout-verdict.ts';
export * from './method/power.ts';
export { type Placed, type RankedItem, type Ranking, rank } from './method/ranking.ts';
export { shiftsBeyondChance } from './method/share-shifts.ts';
export * from './method/two-rates.ts';
export * from './quantile.ts';
export * from './rates.ts';
export * from './share.ts';
export { isToldPromptly, type Telling, tellingOf } from './told-promptly.ts';
export * from './what-changed.ts';
