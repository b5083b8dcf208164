/** How many visits a comparison needs before it is worth looking at. For a single rate see `visitsNeeded`. */

/** Normal quantiles of 97.5 % (two sides at 5 %) and of 80 %. */
const Z_CONFIDENCE = 1.959963984540054;
const Z_POWER = 0.8416212335729143;

/**
 * Visits for each of two groups, so that a difference is found in 4 of 5 cases and in 1 of 20 where there is none.
 *
 * @param rate Of the one group; above 0 and below 1. @param lift Of the other: 1.1 is a tenth more. `rate * lift` above 0 and below 1,
 * and not `rate` itself; otherwise RangeError.
 * @see Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions, 2003, formula 4.14, without continuity correction
 */
export function visitsForLift(rate: number, lift: number): number {
  const other = rate * lift;
  if (!(rate > 0 && rate < 1 && other > 0 && other < 1 && lift !== 1)) {
    throw new RangeError('rate and rate * lift must be shares that differ');
  }
  const mean = (rate + other) / 2;
  const root =
    Z_CONFIDENCE * Math.sqrt(2 * mean * (1 - mean)) +
    Z_POWER * Math.sqrt(rate * (1 - rate) + other * (1 - other));
  return Math.ceil((root / (other - rate)) ** 2);
}
