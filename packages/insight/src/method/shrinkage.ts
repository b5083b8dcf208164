/**
 * Rates of many alike things, each drawn towards what all of them have in common, the more so the less is known of it:
 * empirical Bayes with a beta prior. Counts too small to be shown are taken as what they are: from 0 to fewer than k.
 */

import {
  type Beta,
  betaBinomialBetween,
  betaBinomialTail,
  betaQuantile,
  lnBetaBinomial,
} from '../special/distributions.ts';
import type { Estimate } from './two-rates.ts';

/** Hits among tries; where the hits are not shown, `hits` to `atMost` of them. */
export interface Tries {
  readonly hits: number;
  /** Default: `hits`. At most `of`. */
  readonly atMost?: number;
  readonly of: number;
}

/** As if nothing differed: with more, a beta is a point for any traffic that a shop has. */
const MOST_CONCENTRATED = 1e6;
const GRID = 14;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const GOLDEN_STEPS = 18;

const middleOf = ({ hits, atMost = hits }: Tries): number => (hits + atMost) / 2;

/** The common rate, at a given concentration: the best linear weights of a moment estimate. */
function meanAt(concentration: number, all: readonly Tries[]): number {
  let hits = 0;
  let weights = 0;
  for (const each of all) {
    if (each.of === 0) continue;
    const weight = concentration / (concentration + each.of);
    hits += weight * middleOf(each);
    weights += weight * each.of;
  }
  return Math.min(1 - 1e-9, Math.max(1e-9, hits / weights));
}

const betaOf = (mean: number, concentration: number): Beta => ({
  a: mean * concentration,
  b: (1 - mean) * concentration,
});

function lnLikelihood(beta: Beta, all: readonly Tries[]): number {
  let sum = 0;
  for (const { hits, atMost = hits, of } of all) {
    if (of === 0) continue;
    sum +=
      atMost <= hits
        ? lnBetaBinomial(hits, of, beta)
        : Math.log(Math.max(1e-300, betaBinomialBetween(hits, Math.min(atMost, of), of, beta)));
  }
  return sum;
}

/**
 * What the rates have in common: the beta distribution under which the counts are most likely. Where they differ no more than
 * chance would have it, it is nearly a point, and every rate becomes the common one.
 *
 * @returns `null` with fewer than three that were tried: nothing is common to two.
 * @see Skellam, A probability distribution derived from the binomial distribution, JRSS B 1948; Efron & Morris, JASA 1975
 */
export function fitBeta(all: readonly Tries[]): Beta | null {
  if (all.filter(({ of }) => of > 0).length < 3) return null;
  const at = (ln: number): Beta => betaOf(meanAt(Math.exp(ln), all), Math.exp(ln));
  const score = (ln: number): number => lnLikelihood(at(ln), all);

  const step = Math.log(MOST_CONCENTRATED) / (GRID - 1);
  const scores = Array.from({ length: GRID }, (_, i) => score(i * step));
  const best = scores.indexOf(Math.max(...scores));
  if (best === GRID - 1) return at(best * step);

  let low = Math.max(0, best - 1) * step;
  let high = (best + 1) * step;
  for (let i = 0; i < GOLDEN_STEPS; i += 1) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (score(left) > score(right)) high = right;
    else low = left;
  }
  return at((low + high) / 2);
}

/**
 * A rate after it was drawn towards the common one: the mean and the 2.5 and 97.5 % quantiles of its posterior. Hits that are
 * not shown count as none for the lower end, and as all for the upper.
 */
export function shrink({ hits, atMost = hits, of }: Tries, { a, b }: Beta): Estimate {
  const middle = (hits + atMost) / 2;
  return {
    value: (a + middle) / (a + b + of),
    low: betaQuantile(0.025, { a: a + hits, b: b + of - hits }),
    high: betaQuantile(0.975, { a: a + atMost, b: b + of - atMost }),
  };
}

/** How probable as many hits or more are, of one among those that the prior describes. */
export const tailOf = ({ hits, of }: Tries, prior: Beta): number => betaBinomialTail(hits, of, prior);
