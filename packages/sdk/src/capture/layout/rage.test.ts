import { describe, expect, it } from 'vitest';
import { createRage } from './rage.ts';

/** Which of the clicks makes it rage. */
function rages(clicks: readonly (readonly [x: number, y: number, atMs: number])[]): boolean[] {
  const isRage = createRage();
  return clicks.map(([x, y, atMs]) => isRage(x, y, atMs));
}

describe('rage', () => {
  it('is the third click on one spot within a second', () => {
    expect(
      rages([
        [5, 5, 0],
        [9, 5, 400],
        [5, 30, 1_000],
      ]),
    ).toEqual([false, false, true]);
  });

  it('is told once a burst, and again in another', () => {
    const burst = (from: number) => [0, 1, 2, 3, 4, 5].map((i) => [5, 5, from + i * 450] as const);
    expect(rages([...burst(0), ...burst(10_000)]).map(Number)).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
  });

  it('is not three clicks that are further apart in time', () => {
    expect(
      rages([
        [5, 5, 0],
        [5, 5, 501],
        [5, 5, 1_002],
      ]),
    ).toEqual([false, false, false]);
  });

  it('is not three clicks that are further apart in space', () => {
    expect(
      rages([
        [5, 5, 0],
        [5, 36, 100],
        [5, 67, 200],
      ]),
    ).toEqual([false, false, false]);
  });
});
