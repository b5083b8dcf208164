/** Where the mean of a rare count lies, and how it stands to what was expected. */
import type { Interval } from '../interval.ts';
import { gammaQuantile } from '../special/distributions.ts';

/**
 * The exact 95 % interval of the mean of a Poisson count.
 *
 * @param count From 0. @returns `low` is 0 exactly for 0.
 * @see Garwood, Fiducial limits for the Poisson distribution, Biometrika 1936
 */
export const poissonInterval = (count: number): Interval => ({
  low: count === 0 ? 0 : gammaQuantile(0.025, count),
  high: gammaQuantile(0.975, count + 1),
});
