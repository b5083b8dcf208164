import { describe, expect, it } from 'vitest';
import type { StatedAnswer } from './stated.ts';
import { wantedAndSeen } from './wanted.ts';

const answer = (value: string, people: number | null): StatedAnswer => ({
  ...{ value, name: value.toUpperCase(), n: people, people, share: null, interval: null },
});
const seen = (category: string, visitors: number) => ({ category, visitors });

describe('what is wanted beside what is seen', () => {
  it('has the share of who named a category, and that of who looked at it or what lies below it', () => {
    const told = wantedAndSeen(
      [answer('kettles', 60), answer('ovens', 40), answer('tools', null)],
      [seen('kettles', 10), seen('kettles/gooseneck', 20), seen('ovens', 70), seen('kettle-art', 500)],
    );
    expect(told.map(({ name, wanted, seen: looked }) => [name, wanted, looked])).toEqual([
      ['KETTLES', 0.6, 0.3],
      ['OVENS', 0.4, 0.7],
    ]);
    expect(told[0]?.interval.low).toBeCloseTo(0.502, 3);
  });

  it('is of no question whose answers are mostly no categories', () => {
    const categories = [seen('sage', 10), seen('ink', 10)];
    expect(wantedAndSeen([answer('sage', 5), answer('red', 5)], categories)).toEqual([]);
    const four = [answer('sage', 5), answer('ink', 5), answer('red', 5), answer('blue', 5)];
    expect(wantedAndSeen(four, categories)).toEqual([]);
  });
});
