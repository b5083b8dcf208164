import { describe, expect, it } from 'vitest';
import { POISSON_INTERVAL } from '../../test/fixtures/methods.ts';
import { poissonInterval } from './poisson-rate.ts';

describe('the mean of a Poisson count', () => {
  it.each(POISSON_INTERVAL)('of $count is $low to $high', ({ count, low, high }) => {
    expect(poissonInterval(count).low).toBeCloseTo(low, 8);
    expect(poissonInterval(count).high).toBeCloseTo(high, 6);
  });
});
