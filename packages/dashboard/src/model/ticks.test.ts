import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ticksTo } from './ticks.ts';

it.each([
  { largest: 161, ticks: [0, 50, 100, 150, 200] },
  { largest: 94, ticks: [0, 25, 50, 75, 100] },
  { largest: 4, ticks: [0, 1, 2, 3, 4] },
  { largest: 0, ticks: [0, 0.25, 0.5, 0.75, 1] },
])('takes round steps to $largest', ({ largest, ticks }) => {
  expect(ticksTo(largest, 4)).toEqual(ticks);
});

it('reaches any number in at most as many steps as asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 2, max: 8 }), (largest, steps) => {
      const ticks = ticksTo(largest, steps);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest);
      expect(ticks.length - 1).toBeLessThanOrEqual(steps);
    }),
  );
});
