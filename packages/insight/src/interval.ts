/**
 * How sure a share is: the Wilson score interval, and how many more visits would make it as narrow as asked.
 * One share at a time; comparing two is not done here.
 * @see Wilson: Probable inference, the law of succession, and statistical inference, JASA 1927
 */

/** The quantile of the normal distribution that leaves 2.5 % on either side. */
const Z = 1.959963984540054;
const Z2 = Z * Z;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const halfWidthAt = (share: number, visits: number): number =>
  (Z / (1 + Z2 / visits)) * Math.sqrt((share * (1 - share)) / visits + Z2 / (4 * visits * visits));

/**
 * Where the true share lies with 95 % confidence, when `hits` of `visits` had the outcome.
 *
 * @param hits From 0 to `visits`; outside: RangeError.
 * @returns Both ends in [0, 1]; `null` without visits.
 */
export function wilson(hits: number, visits: number): Interval | null {
  if (!(hits >= 0 && hits <= visits)) throw new RangeError('hits must be from 0 to visits');
  if (visits === 0) return null;
  const share = hits / visits;
  const centre = (share + Z2 / (2 * visits)) / (1 + Z2 / visits);
  const half = halfWidthAt(share, visits);
  // The ends are 0 and 1 exactly where no visit, or every visit, had the outcome; rounding must not miss that.
  return {
    low: hits === 0 ? 0 : centre - half,
    high: hits === visits ? 1 : centre + half,
  };
}

/**
 * How many more visits are needed until the interval is `halfWidth` to either side, if the share stays what it is.
 * Without visits the share is taken as one half, which needs the most.
 *
 * @param halfWidth Of the share, such as 0.05 for 5 points either way; above 0 and below 0.5, else RangeError.
 * @returns 0 where it is that narrow already.
 */
export function visitsNeeded(hits: number, visits: number, halfWidth: number): number {
  if (!(hits >= 0 && hits <= visits)) throw new RangeError('hits must be from 0 to visits');
  if (!(halfWidth > 0 && halfWidth < 0.5)) throw new RangeError('halfWidth must be above 0 and below 0.5');
  const share = visits === 0 ? 0.5 : hits / visits;
  return Math.max(0, visitsFor(share, halfWidth) - visits);
}

/** The smallest number of visits at which the interval around `share` is as narrow as asked. */
function visitsFor(share: number, halfWidth: number): number {
  let enough = 1;
  while (halfWidthAt(share, enough) > halfWidth) enough *= 2;
  let tooFew = Math.floor(enough / 2);
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (halfWidthAt(share, middle) > halfWidth) tooFew = middle;
    else enough = middle;
  }
  return enough;
}
