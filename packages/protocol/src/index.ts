/** @module @holloway/protocol: the contract between browser, collector and dashboard. */
export * from './batch.ts';
export * from './buckets.ts';
export * from './catalogue.ts';
export * from './consent.ts';
export * from './day.ts';
export * from './facts.ts';
export * from './offsets.ts';
export * from './parse-batch.ts';
export * from './path.ts';
export * from './reports.ts';
export * from './site-config.ts';
export * from './slices.ts';
export * from './staff.ts';
export * from './statement.ts';
export * from './sums.ts';
export * from './terms.ts';
export * from './wording.ts';
