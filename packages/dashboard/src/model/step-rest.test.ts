import { describe, expect, it } from 'vitest';
import { restName, showsAll } from './step-rest.ts';

const NOTHING_WAITS = { rows: 0, n: 0 };

describe('a report of steps', () => {
  it('shows all where a count stands for itself, and nothing waits or lost its name', () => {
    expect(showsAll({ k: 1, slice: '*', waiting: NOTHING_WAITS, other: 0 })).toBe(true);
    expect(showsAll({ k: 1, slice: '*', waiting: { rows: 1, n: 1 }, other: 0 })).toBe(false);
    expect(showsAll({ k: 1, slice: '*', waiting: NOTHING_WAITS, other: 1 })).toBe(false);
  });

  it('may hide a few where more browsers must stand behind a count, though it tells that none waits', () => {
    expect(showsAll({ k: 10, slice: '*', waiting: NOTHING_WAITS, other: 0 })).toBe(false);
  });

  it('calls what did not go on by what is known of it', () => {
    expect(restName(2, true)).toBe('Ended there');
    expect(restName(2, false)).toBe('No further action, or not shown yet');
    expect(restName(8, true)).toBe('Ended, or beyond the eighth page');
    expect(restName(0, true)).toBe('Not shown yet');
  });
});
