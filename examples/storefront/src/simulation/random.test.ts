import { describe, expect, it } from 'vitest';
import { below, chance, createRandom, draw, logNormal, nonce } from './random.ts';

const many = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make);

describe('seeded chance', () => {
  it('repeats itself for a seed, and differs for another', () => {
    const numbers = (seed: number) => {
      const random = createRandom(seed);
      return many(5, () => below(random, 1000));
    };
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
  });

  it('spreads evenly over [0, 1)', () => {
    const random = createRandom(42);
    const tenths = many(10_000, () => below(random, 10));
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = tenths.filter((drawn) => drawn === tenth).length / 10_000;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.015);
    }
  });

  it('draws by weight, and never what weighs nothing', () => {
    const random = createRandom(5);
    const drawn = many(4000, () =>
      draw(random, [
        ['often', 3],
        ['never', 0],
        ['seldom', 1],
      ] as const),
    );
    expect(drawn).not.toContain('never');
    expect(drawn.filter((value) => value === 'often').length / 4000).toBeCloseTo(0.75, 1);
    expect(() => draw(random, [])).toThrow('Nothing to draw from');
  });

  it('draws durations around their median', () => {
    const random = createRandom(6);
    const below10 = many(4000, () => logNormal(random, 10, 1)).filter((value) => value < 10).length;
    expect(below10 / 4000).toBeCloseTo(0.5, 1);
  });

  it('makes nonces of 11 base64url characters, each once', () => {
    const random = createRandom(7);
    const nonces = many(1000, () => nonce(random));
    expect(nonces.every((text) => /^[A-Za-z0-9_-]{11}$/.test(text))).toBe(true);
    expect(new Set(nonces).size).toBe(1000);
  });

  it('is certain of what has probability 1, and of what has none', () => {
    const random = createRandom(8);
    expect(many(100, () => chance(random, 1))).not.toContain(false);
    expect(many(100, () => chance(random, 0))).not.toContain(true);
  });
});
