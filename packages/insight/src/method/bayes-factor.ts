/**
 * Whether counts fall on arms in the shares they should: a test that may be looked at every day, and stopped at any look.
 * Of visits it checks the split of traffic; of orders it says whether an arm sells more.
 * @see Lindon & Malek, Anytime-valid inference for multinomial count data, NeurIPS 2022
 */
import type { Interval } from '../interval.ts';
import { lnGamma } from '../special/log-gamma.ts';

/** With 20, a test without an effect is ever stopped in at most one of 20: 1 / 20 = 5 %, by Ville's inequality. */
export const STOP_AT = 20;

/**
 * How much the prior is worth, in counts: it expects shares within about 4 points of those planned, which is a ratio of rates
 * within 15 %.
 */
const PRIOR_COUNTS = 200;

/** Shares nearer to 0 or 1 than this are not told apart from them. */
const MARGIN = 1e-9;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/**
 * ln of the Bayes factor against the planned shares: a Dirichlet-multinomial with its centre at the plan, over the
 * multinomial of the plan.
 *
 * @param counts Of each arm, each visit at most once. @param shares Planned, above 0, in the same order; need not add up to 1.
 * @returns 0 without counts. Lists of different length, or a share that is not above 0: RangeError.
 */
export function lnSplitFactor(counts: readonly number[], shares: readonly number[]): number {
  if (counts.length !== shares.length) throw new RangeError('counts and shares must be of the same arms');
  if (shares.some((share) => !(share > 0))) throw new RangeError('shares must be above 0');
  const whole = sum(shares);
  let ln = lnGamma(PRIOR_COUNTS) - lnGamma(PRIOR_COUNTS + sum(counts));
  counts.forEach((count, i) => {
    const share = (shares[i] ?? 0) / whole;
    const prior = PRIOR_COUNTS * share;
    ln += lnGamma(prior + count) - lnGamma(prior) - count * Math.log(share);
  });
  return ln;
}

/** At which share of the first arm the factor of two arms is the one to stop at, between `inside` and `outside`. */
function edge(counts: readonly [number, number], inside: number, outside: number): number {
  let near = inside;
  let far = outside;
  for (let i = 0; i < 60; i += 1) {
    const middle = (near + far) / 2;
    if (lnSplitFactor(counts, [middle, 1 - middle]) < Math.log(STOP_AT)) near = middle;
    else far = middle;
  }
  return near;
}

/**
 * The ratio of the rates of two arms, with an interval that holds at every look at once: the ratios that the factor does not
 * rule out.
 *
 * @param counts Hits of the arm and of the control. @param shares Planned.
 * @returns `null` without hits of the control.
 */
export function ratioAnytime(
  counts: readonly [number, number],
  shares: readonly [number, number],
): (Interval & { readonly value: number }) | null {
  const [arm, control] = counts;
  if (control === 0) return null;
  const odds = (share: number): number => (share / (1 - share)) * (shares[1] / shares[0]);
  const middle = arm / (arm + control);
  // The factor is least near the share that was seen; of no hits of the arm, the whole lower side is possible.
  const low = arm === 0 ? 0 : edge(counts, Math.min(middle, 1 - MARGIN), MARGIN);
  return {
    value: odds(middle),
    low: odds(low),
    high: odds(edge(counts, Math.max(middle, MARGIN), 1 - MARGIN)),
  };
}
