import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../test/random.ts';
import { FALSE_DISCOVERY_RATE, qValues, qValuesByFamily } from './false-discovery.ts';

describe('q-values', () => {
  // Benjamini & Hochberg 1995, section 4: of these 15 the first four are told at 5 %.
  const PUBLISHED = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];

  it('tell four of the fifteen comparisons of the paper that defined them', () => {
    expect(qValues(PUBLISHED).filter((q) => q <= 0.05)).toHaveLength(4);
  });

  it('are p times the number of them over the rank, by hand', () => {
    expect(qValues([0.03, 0.01, 0.5])).toEqual([0.045, 0.03, 0.5]);
  });

  it('are none for none', () => {
    expect(qValues([])).toEqual([]);
  });

  it('are never below p nor above 1, and stand in the order of p', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) => {
        const qs = qValues(ps);
        ps.forEach((p, i) => {
          expect(qs[i]).toBeGreaterThanOrEqual(p * (1 - 1e-12));
          expect(qs[i]).toBeLessThanOrEqual(1);
          ps.forEach((other, j) => {
            if (other < p) expect(qs[j]).toBeLessThanOrEqual(qs[i] ?? 0);
          });
        });
      }),
    );
  });
});

describe('q-values of tests in families', () => {
  const inFamilies = (families: readonly (readonly number[])[]) =>
    qValuesByFamily(families.flatMap((ps, family) => ps.map((p) => ({ p, family: String(family) }))));

  it('are those of Benjamini and Hochberg where each test is its own family, or all are one', () => {
    const ps = [0.03, 0.001, 0.5, 0.02];
    expect(inFamilies([ps]).slice(0, 2)).toEqual(qValues(ps).slice(0, 2));
    expect(inFamilies(ps.map((p) => [p]))[1]).toBeCloseTo(qValues(ps)[1] ?? 0, 12);
  });

  it('are, of one family of two that is told, twice its own, by hand', () => {
    // Simes of the first: 2 x 0.01 = 0.02, of two families 0.04. Within it 0.02, times two families over one told.
    expect(inFamilies([[0.01, 0.9], [0.8]])).toEqual([0.04, 1, 1]);
  });

  it('do not depend on how many are in another family', () => {
    const [alone] = inFamilies([[0.001], Array.from({ length: 2 }, () => 0.9)]);
    const [among] = inFamilies([[0.001], Array.from({ length: 2000 }, () => 0.9)]);
    expect(among).toBe(alone);
  });

  it('tell, where nothing is so, something in one of ten shops at the most', () => {
    const random = seededRandom(11);
    const shops = 2000;
    let told = 0;
    for (let shop = 0; shop < shops; shop += 1) {
      const families = Array.from({ length: 12 }, (_, i) => Array.from({ length: 1 + i }, () => random()));
      if (inFamilies(families).some((q) => q <= FALSE_DISCOVERY_RATE)) told += 1;
    }
    // 10 %, and three standard errors of 2,000 shops.
    expect(told / shops).toBeLessThan(0.12);
  });

  it('keep false ones among those told below a tenth, on average over the families that are told', () => {
    const random = seededRandom(12);
    let [shares, shops] = [0, 0];
    for (let shop = 0; shop < 1000; shop += 1) {
      // Five of twelve families have a true one among ten tests.
      const isTrue = (family: number, at: number): boolean => family < 5 && at === 0;
      const families = Array.from({ length: 12 }, (_, family) =>
        Array.from({ length: 10 }, (__, at) => random() * (isTrue(family, at) ? 1e-4 : 1)),
      );
      const qs = inFamilies(families);
      const told = families.map((ps, family) =>
        ps.flatMap((_, at) =>
          (qs[10 * family + at] ?? 1) <= FALSE_DISCOVERY_RATE ? [isTrue(family, at)] : [],
        ),
      );
      const some = told.filter(({ length }) => length > 0);
      shops += 1;
      shares +=
        some.reduce((sum, own) => sum + own.filter((each) => !each).length / own.length, 0) / some.length;
    }
    expect(shares / shops).toBeLessThan(0.1);
  });
});
