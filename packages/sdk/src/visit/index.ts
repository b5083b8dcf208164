/** @module @holloway/sdk/visit: the pure half of the SDK, for browsers, simulations and the import of history alike. */
export * from './ledger.ts';
export * from './tally.ts';
export {
  type Arrival,
  type Count,
  type Folded,
  fold,
  type Observation,
  type Page,
  type SlotMeasure,
  VISIT_TIMEOUT_MS,
  type Visit,
} from './visit.ts';
