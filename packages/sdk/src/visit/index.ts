/** @module @holloway/sdk/visit: the pure half of the SDK, for browsers, simulations and the import of history alike. */
export * from './ledger.ts';
export * from './tally.ts';
export * from './visit.ts';
