/** @module @holloway/sdk/visit: the pure half of the SDK, for browsers, simulations and the import of history alike. */
export { type Count, cellKey } from './count.ts';
export * from './ledger.ts';
export type { Arrival, Observation, Page, Position } from './observation.ts';
export * from './tally.ts';
export { type Folded, fold, VISIT_TIMEOUT_MS, type Visit } from './visit.ts';
