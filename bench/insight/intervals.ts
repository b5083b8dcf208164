/** How often intervals hold the truth, where the truth is known. */
import { rateDifference, rateRatio } from '../../packages/insight/src/method/two-rates.ts';
import { binomial, seededRandom } from '../../packages/insight/test/random.ts';
import type { Figure } from '../figure.ts';

const CASES = [
  { p: 0.03, q: 0.02, n: 400, m: 900 },
  { p: 0.05, q: 0.05, n: 1000, m: 1000 },
  { p: 0.3, q: 0.2, n: 80, m: 60 },
  { p: 0.005, q: 0.01, n: 2000, m: 5000 },
];

/** Shares of trials in which the truth lies outside; 5 % is what 95 % confidence means. */
export function intervalFigures(trials: number, seed: number): Figure[] {
  const random = seededRandom(seed);
  const outside = { difference: 0, ratio: 0 };
  let known = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    for (const { p, q, n, m } of CASES) {
      const a = { hits: binomial(n, p, random), of: n };
      const b = { hits: binomial(m, q, random), of: m };
      const difference = rateDifference(a, b);
      const ratio = rateRatio(a, b);
      if (difference === null || ratio === null) continue;
      known += 1;
      if (p - q < difference.low || p - q > difference.high) outside.difference += 1;
      if (p / q < ratio.low || p / q > ratio.high) outside.ratio += 1;
    }
  }
  const detail = `${trials} trials of each of ${CASES.length} pairs of rates`;
  return [
    {
      name: 'intervals: the difference lies outside',
      value: (100 * outside.difference) / known,
      unit: '%',
      budget: 6,
      detail,
    },
    {
      name: 'intervals: the ratio lies outside',
      value: (100 * outside.ratio) / known,
      unit: '%',
      budget: 6,
      detail,
    },
  ];
}
