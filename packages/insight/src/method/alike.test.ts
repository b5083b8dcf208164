import { describe, expect, it } from 'vitest';
import { HOMOGENEITY } from '../../test/fixtures/methods.ts';
import { binomial, seededRandom } from '../../test/random.ts';
import { alikeP } from './alike.ts';

describe('whether all are alike', () => {
  it.each(HOMOGENEITY)('is what another implementation says of a table: $p', ({ rows, p }) => {
    expect(alikeP(rows) / p).toBeCloseTo(1, 5);
  });

  it('is not doubted where nothing is known: without hits, or of one', () => {
    expect(alikeP([])).toBe(1);
    expect(
      alikeP([
        { hits: 0, of: 50 },
        { hits: 0, of: 70 },
      ]),
    ).toBe(1);
    expect(alikeP([{ hits: 9, of: 50 }])).toBe(1);
  });

  it('takes hits that are not shown at what differs least', () => {
    const shown = [
      { hits: 20, of: 400 },
      { hits: 25, of: 500 },
      { hits: 60, of: 1200 },
    ];
    expect(alikeP([...shown, { hits: 0, atMost: 9, of: 100 }])).toBeGreaterThan(0.9);
    expect(alikeP([...shown, { hits: 0, atMost: 9, of: 1000 }])).toBeLessThan(1e-5);
  });

  it('is doubted at 5 % in one of 20 grids of items that are alike', () => {
    const random = seededRandom(4);
    let doubted = 0;
    for (let grid = 0; grid < 1000; grid += 1) {
      const rows = Array.from({ length: 12 }, (_, i) => {
        const of = 400 - 30 * i;
        return { of, hits: binomial(of, 0.04, random) };
      });
      if (alikeP(rows) <= 0.05) doubted += 1;
    }
    expect(doubted / 1000).toBeLessThan(0.07);
    expect(doubted / 1000).toBeGreaterThan(0.03);
  });
});
