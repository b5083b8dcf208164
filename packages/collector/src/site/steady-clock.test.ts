import { describe, expect, it } from 'vitest';
import { createStepWatch } from './steady-clock.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-23T12:00:00Z');

function watch() {
  const jumps: number[] = [];
  return { jumps, stepsFor: createStepWatch((byMs) => jumps.push(byMs)) };
}

describe('the clock of the machine', () => {
  it('that goes on by itself has always kept step', () => {
    const { jumps, stepsFor } = watch();
    expect([0, 1, 48].map((hours) => stepsFor(NOON + hours * HOUR, hours * HOUR))).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    expect(jumps).toEqual([]);
  });

  it('that is corrected by a minute each hour keeps step', () => {
    const { jumps, stepsFor } = watch();
    for (let hours = 0; hours < 48; hours += 1) stepsFor(NOON + hours * (HOUR + 60_000), hours * HOUR);
    expect(jumps).toEqual([]);
  });

  it.each([
    { what: 'forward', byMs: 48 * HOUR },
    { what: 'back', byMs: -3 * HOUR },
  ])('that is set $what keeps step only from then on', ({ byMs }) => {
    const { jumps, stepsFor } = watch();
    stepsFor(NOON, 0);
    expect(stepsFor(NOON + HOUR + byMs, HOUR)).toBe(0);
    expect(stepsFor(NOON + 3 * HOUR + byMs, 3 * HOUR)).toBe(2 * HOUR);
    expect(jumps).toEqual([byMs]);
  });

  it('that is set forward and set right again keeps step from the second time on', () => {
    const { jumps, stepsFor } = watch();
    stepsFor(NOON, 0);
    stepsFor(NOON + 49 * HOUR, HOUR);
    expect(stepsFor(NOON + 2 * HOUR, 2 * HOUR)).toBe(0);
    expect(jumps).toEqual([48 * HOUR, -48 * HOUR]);
  });
});
