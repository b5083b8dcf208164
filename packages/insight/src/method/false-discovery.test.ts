import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qValues } from './false-discovery.ts';

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
