import { describe, expect, it } from 'vitest';
import { longList } from './long-list.ts';

const list = (exposed: readonly number[]) => exposed.map((n, i) => ({ slot: i + 1, exposed: n }));

describe('a list', () => {
  it('is too long where fewer than 5 % come past a position', () => {
    expect(longList(list([1000, 900, 600, 300, 100, 60, 30, 25, 20, 12]))).toMatchObject({
      seenTo: 6,
      length: 10,
      visits: 1000,
      beyond: { value: 0.03 },
    });
  });

  it('is measured by the position that most saw, wherever it is', () => {
    expect(longList(list([500, 1000, 600, 30, 30, 20, 20]))?.visits).toBe(1000);
  });

  it('adds up the items that shared a position', () => {
    const shared = list([1000, 600, 30, 30, 30, 30]).flatMap((each) => [each, each]);
    expect(longList(shared)).toMatchObject({ seenTo: 2, visits: 2000 });
  });

  it.each([
    { why: 'its end is seen', exposed: [1000, 900, 800, 700, 600, 500] },
    { why: 'only three positions lie beyond', exposed: [1000, 900, 800, 20, 20, 20] },
    { why: 'so few came that it is not sure', exposed: [60, 50, 2, 2, 2, 2] },
    { why: 'nothing was exposed', exposed: [] },
  ])('is not called so where $why', ({ exposed }) => {
    expect(longList(list(exposed))).toBeNull();
  });
});
