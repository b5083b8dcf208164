/** @module @holloway/insight: pure statistics; counts in, what they say out. */
export * from './balance.ts';
export * from './interval.ts';
export * from './quantile.ts';
export * from './rates.ts';
export * from './share-difference.ts';
