import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawArm, readArms, writeArms } from './draw.ts';

/** mulberry32: numbers in [0, 1) that are the same every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The least and the most of `n` draws that all but `miss` of all runs stay within, by the exact binomial distribution. */
function boundsOf(n: number, p: number, miss: number): [least: number, most: number] {
  let log = n * Math.log(1 - p);
  let below = 0;
  let least = -1;
  for (let i = 0; i <= n; i++) {
    below += Math.exp(log);
    if (least < 0 && below > miss / 2) least = i;
    if (below > 1 - miss / 2) return [least, i];
    log += Math.log(n - i) - Math.log(i + 1) + Math.log(p) - Math.log(1 - p);
  }
  return [least, n];
}

const HERO = { id: 'hero', arms: [{ name: 'a', share: 50 }, { name: 'b', share: 30 }, { name: 'c', share: 20 }] }; // biome-ignore format: a list
const GRID = { id: 'grid', arms: [{ name: 'a', share: 90 }, { name: 'b', share: 10 }] }; // biome-ignore format: a list
const DRAWS = 10_000;

describe('the arm of a test', () => {
  it.each([HERO, GRID])('of $id is drawn by the shares', ({ arms }) => {
    const random = seeded(2026);
    const drawn = new Map<string, number>();
    for (let i = 0; i < DRAWS; i++) {
      const arm = drawArm(arms, random());
      drawn.set(arm, (drawn.get(arm) ?? 0) + 1);
    }
    for (const { name, share } of arms) {
      const [least, most] = boundsOf(DRAWS, share / 100, 1e-3);
      expect(drawn.get(name)).toBeGreaterThanOrEqual(least);
      expect(drawn.get(name)).toBeLessThanOrEqual(most);
    }
  });

  it.each([
    [0, 'a'],
    [0.4999, 'a'],
    [0.5, 'b'],
    [0.7999, 'b'],
    [0.8, 'c'],
    [0.9999, 'c'],
  ])('is for a draw of %f arm %s', (random, arm) => {
    expect(drawArm(HERO.arms, random)).toBe(arm);
  });

  it('is always one of them', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
        expect(['a', 'b', 'c']).toContain(drawArm(HERO.arms, random));
      }),
    );
  });
});

describe('the bounds of the binomial distribution', () => {
  it('are those of the tables', () => {
    expect(boundsOf(20, 0.5, 0.05)).toEqual([6, 14]);
  });
});

describe('what is kept of arms', () => {
  it('is their names, and nothing else', () => {
    expect(writeArms(new Map([['hero', 'b'], ['grid', 'a']]))).toBe('hero=b grid=a'); // biome-ignore format: a list
  });

  it('is read again', () => {
    expect([...readArms('hero=b grid=a', [HERO, GRID])]).toEqual([
      ['hero', 'b'],
      ['grid', 'a'],
    ]);
  });

  it.each([
    ['nothing', null],
    ['nothing of it', ''],
    ['a test that has ended', 'old=b'],
    ['an arm that there is not', 'hero=d'],
    ['something else', '{"v":1}'],
  ])('is none where %s is kept', (_, text) => {
    expect([...readArms(text, [HERO])]).toEqual([]);
  });
});
