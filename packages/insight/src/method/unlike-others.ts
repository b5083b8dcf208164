/**
 * How unlike the others of its kind one rate is, by what the others alone lead to expect: what is judged must not widen what
 * it is judged by. Where they are few, how much they differ is itself hardly known, and that is counted in.
 * @see Marshall & Spiegelhalter, Approximate cross-validatory predictive checks in disease mapping models, Statistics in
 * Medicine 2003
 */
import { type Beta, betaBinomialTail } from '../special/distributions.ts';
import { lnLikelihood, meanAt, type Tries, withoutHeights } from './shrinkage.ts';

/** A prior that the others may have been drawn from, and how much speaks for it. */
interface Candidate extends Beta {
  readonly weight: number;
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => Math.log(p / (1 - p));

/** Concentrations: of 1 rates are anything from 0 to 1, of a million they are one. */
const CONCENTRATIONS = Array.from({ length: 19 }, (_, i) => 10 ** (i / 3));
/** Means, in standard errors around the likeliest. */
const STEPS = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

/** Standard error of the logit of the common rate, where rates differ by this concentration. */
function errorOf(mean: number, concentration: number, all: readonly Tries[]): number {
  const weights = all.reduce((sum, { of }) => sum + (of * (concentration + 1)) / (concentration + of), 0);
  return 1 / Math.sqrt(Math.max(1e-9, weights * mean * (1 - mean)));
}

/**
 * The posterior of the prior on a grid, where nothing is known beforehand: a mean of any size, and a concentration by the
 * density (a + b)^(-5/2) over a and b.
 * @see Gelman et al., Bayesian Data Analysis, 3rd edition, 5.3
 */
function candidates(others: readonly Tries[]): Candidate[] {
  const all = CONCENTRATIONS.flatMap((concentration) => {
    const middle = meanAt(concentration, others);
    const step = errorOf(middle, concentration, others);
    return STEPS.map((steps) => {
      const mean = Math.min(1 - 1e-9, Math.max(1e-9, logistic(logit(middle) + steps * step)));
      const beta = { a: mean * concentration, b: (1 - mean) * concentration };
      const ln = lnLikelihood(beta, others);
      // What a step of the grid is wide: of the mean, and of the logarithm of the concentration.
      return { ...beta, ln: ln + Math.log(step * mean * (1 - mean)) - 0.5 * Math.log(concentration) };
    });
  });
  const most = Math.max(...all.map(({ ln }) => ln));
  return all.map(({ a, b, ln }) => ({ a, b, weight: Math.exp(ln - most) }));
}

export interface Unlike {
  /** What the others have in common. */
  readonly common: number;
  /** How probable as many hits or more are, of one more like them. */
  readonly p: number;
}

/**
 * @param others Of a fifth of them, those with the highest rates, it is only taken in that they are high: they may be faults as well.
 * @returns `null` with fewer than three others that were tried: nothing is usual among two.
 */
export function unlikeOthers({ hits, of }: Tries, others: readonly Tries[]): Unlike | null {
  if (others.filter((each) => each.of > 0).length < 3) return null;
  const priors = candidates(withoutHeights(others));
  const whole = priors.reduce((sum, { weight }) => sum + weight, 0);
  const average = (what: (prior: Beta) => number): number =>
    priors.reduce((sum, prior) => (prior.weight < 1e-9 ? sum : sum + prior.weight * what(prior)), 0) / whole;
  return {
    common: average(({ a, b }) => a / (a + b)),
    p: average((prior) => betaBinomialTail(hits, of, prior)),
  };
}
