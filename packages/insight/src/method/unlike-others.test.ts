import { describe, expect, it } from 'vitest';
import { UNLIKE } from '../../test/fixtures/methods.ts';
import { binomial, normal, seededRandom } from '../../test/random.ts';
import { unlikeOthers } from './unlike-others.ts';

describe('how unlike the others one is', () => {
  it.each(UNLIKE)(
    'is near what a fine grid with another implementation says: $p',
    ({ own, others, p, common }) => {
      const result = unlikeOthers(own, others);
      // The grid of the product is coarse: the logarithm of p to a tenth or so.
      expect(Math.log((result?.p ?? 0) / p)).toBeLessThan(0.15);
      expect(Math.log((result?.p ?? 0) / p)).toBeGreaterThan(-0.15);
      expect(result?.common).toBeCloseTo(common, 2);
    },
  );

  it('has a common rate that is the published one, of 70 experiments on rats: 2.4 / (2.4 + 14.3)', () => {
    // Gelman et al., Bayesian Data Analysis, 3rd edition, 5.3.
    expect(unlikeOthers(UNLIKE[0].own, UNLIKE[0].others)?.common).toBeCloseTo(2.4 / (2.4 + 14.3), 2);
  });

  it('is not known among two', () => {
    const two = [
      { hits: 10, of: 20 },
      { hits: 11, of: 20 },
    ];
    expect(unlikeOthers({ hits: 19, of: 20 }, two)).toBeNull();
    expect(unlikeOthers({ hits: 19, of: 20 }, [...two, { hits: 0, of: 0 }])).toBeNull();
  });

  it.each([4, 8, 20])('says 5 %% to one of 20 or to fewer, of %d that are drawn alike', (count) => {
    const random = seededRandom(count);
    let [few, all] = [0, 0];
    for (let trial = 0; trial < 150; trial += 1) {
      const rows = Array.from({ length: count }, () => {
        const of = Math.max(40, Math.round(300 * Math.exp(normal(random))));
        return {
          of,
          hits: binomial(of, Math.min(0.9, Math.max(0.02, 0.35 + 0.07 * normal(random))), random),
        };
      });
      const [own, ...others] = rows;
      if (own === undefined) continue;
      all += 1;
      if ((unlikeOthers(own, others)?.p ?? 1) <= 0.05) few += 1;
    }
    // 5 %, and two standard errors of 150 trials.
    expect(few / all).toBeLessThan(0.087);
  });
});
