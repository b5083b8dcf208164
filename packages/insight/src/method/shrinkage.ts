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
  /** What they are taken as in a mean. Default: halfway between the two. */
  readonly about?: number;
  /** How much it counts, in [0, 1]. Default: 1. */
  readonly weight?: number;
  readonly of: number;
}

/** As if nothing differed: with more, a beta is a point for any traffic that a shop has. */
const MOST_CONCENTRATED = 1e6;
const GRID = 14;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
const GOLDEN_STEPS = 18;

const middleOf = ({ hits, atMost = hits, about = (hits + atMost) / 2 }: Tries): number => about;

/** The common rate, at a given concentration: the best linear weights of a moment estimate. */
export function meanAt(concentration: number, all: readonly Tries[]): number {
  let hits = 0;
  let weights = 0;
  for (const each of all) {
    if (each.of === 0) continue;
    const weight = ((each.weight ?? 1) * concentration) / (concentration + each.of);
    hits += weight * middleOf(each);
    weights += weight * each.of;
  }
  return Math.min(1 - 1e-9, Math.max(1e-9, hits / weights));
}

const betaOf = (mean: number, concentration: number): Beta => ({
  a: mean * concentration,
  b: (1 - mean) * concentration,
});

/** ln of the probability of the hits, or of any of those that they may be. */
const lnProbability = ({ hits, atMost = hits, of }: Tries, beta: Beta): number =>
  atMost <= hits
    ? lnBetaBinomial(hits, of, beta)
    : Math.log(Math.max(1e-300, betaBinomialBetween(hits, Math.min(atMost, of), of, beta)));

export const lnLikelihood = (beta: Beta, all: readonly Tries[]): number =>
  all.reduce((sum, each) => (each.of === 0 ? sum : sum + (each.weight ?? 1) * lnProbability(each, beta)), 0);

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

/** What may be faults: of more it would be usual. */
const UNLIKE_SHARE = 0.2;
/**
 * Where some may be faults: of the fifth with the highest rates it is only taken in that they are as high as the others go or higher, not how
 * high. Several faults then do not excuse each other, and where there is none nothing is lost but some precision.
 * @see Maronna, Martin, Yohai & Salibián-Barrera, Robust Statistics, 2nd edition, 2019, on bounded influence
 */
export function withoutHeights(all: readonly Tries[]): readonly Tries[] {
  const sum = (what: (each: Tries) => number): number => all.reduce((total, each) => total + what(each), 0);
  const common = sum(middleOf) / sum(({ of }) => of);
  const isHidden = ({ hits, atMost = hits }: Tries): boolean => atMost > hits;
  // Of few tries most are not shown, and might have any rate: they are as common as can be.
  const rateOf = (each: Tries): number =>
    isHidden(each) ? Math.min(middleOf(each) / each.of, common) : each.hits / each.of;
  const tried = all.filter(({ of }) => of > 0).sort((x, y) => rateOf(y) - rateOf(x));
  const unlike = Math.max(1, Math.floor(UNLIKE_SHARE * tried.length));
  const highest = tried[unlike];
  if (highest === undefined) return tried;
  return tried.map((each, place) => {
    // From there on a rate is higher than that of any of the others.
    const from = Math.floor(rateOf(highest) * each.of);
    if (place >= unlike || isHidden(each) || each.hits <= from) return each;
    return { hits: from, atMost: each.of, about: from, of: each.of };
  });
}

/** Of a fault nothing is known: every rate is as likely. */
const ANY_RATE: Beta = { a: 1, b: 1 };
const ROUNDS = 6;

/**
 * What the rates have in common where up to a fifth of them may be faults: each comes from the beta distribution, or from none in particular,
 * and counts as much as it speaks for the former. Several faults then do not excuse each other.
 * @see Tukey, A survey of sampling from contaminated distributions, 1960; Dempster, Laird & Rubin, JRSS B 1977, on fitting such a mixture
 */
export function fitUsual(all: readonly Tries[]): Beta | null {
  const known = all.filter(({ of }) => of > 0);
  let faults = UNLIKE_SHARE / 2;
  // Begun without those that may be faults: what is usual takes them in again, where the other way round they would never leave.
  let beta = fitBeta(withoutHeights(known).filter(({ atMost, of }) => atMost !== of));
  for (let round = 0; round < ROUNDS; round += 1) {
    if (beta === null) return null;
    const usual = beta;
    const weighted = known.map((each) => {
      const own = (1 - faults) * Math.exp(lnProbability(each, usual));
      const other = faults * Math.exp(lnProbability(each, ANY_RATE));
      return { ...each, weight: own / (own + other) };
    });
    const unlike = weighted.reduce((sum, { weight }) => sum + 1 - weight, 0) / known.length;
    faults = Math.min(UNLIKE_SHARE, Math.max(1e-3, unlike));
    beta = fitBeta(weighted);
  }
  return beta;
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
