import { describe, expect, it } from 'vitest';
import { createLockout, type Outcome } from './lockout.ts';

const START = Date.parse('2026-11-27T08:00:00Z');
const MINUTE = 60_000;

/** An account as seen from one network. */
const MIRA = ['a network', 'mira@shop.example'];

function open() {
  const lockout = createLockout();
  const attempt = (parts: readonly string[], outcome: Outcome, nowMs = START): number => {
    const { wait, settle } = lockout.begin(parts, nowMs);
    if (wait === 0) settle(outcome);
    return wait;
  };
  const fail = (times: number, parts = MIRA, nowMs = START): number[] =>
    Array.from({ length: times }, () => attempt(parts, 'wrong', nowMs));
  return { lockout, attempt, fail };
}

describe('guessing', () => {
  it('is free five times, and then has to wait', () => {
    expect(open().fail(7)).toEqual([0, 0, 0, 0, 0, 15, 15]);
  });

  it('waits twice as long after each further failure, and a quarter of an hour at most', () => {
    const { attempt, fail } = open();
    fail(5);
    let nowMs = START;
    const waits = Array.from({ length: 8 }, () => {
      const wait = attempt(MIRA, 'wrong', nowMs);
      nowMs += wait * 1000;
      attempt(MIRA, 'wrong', nowMs);
      return wait;
    });
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900]);
  });

  it('tells how many seconds are left', () => {
    const { attempt, fail } = open();
    fail(5);
    expect(attempt(MIRA, 'wrong', START + 14_001)).toBe(1);
    expect(attempt(MIRA, 'wrong', START + 15_000)).toBe(0);
  });

  it('begins anew after the right password', () => {
    const { attempt, fail } = open();
    fail(4);
    expect(attempt(MIRA, 'right')).toBe(0);
    expect(fail(6)).toEqual([0, 0, 0, 0, 0, 15]);
  });

  it('is forgotten an hour after the last wait', () => {
    const { fail } = open();
    fail(5);
    expect(fail(6, MIRA, START + 15_000 + 60 * MINUTE + 1)).toEqual([0, 0, 0, 0, 0, 15]);
  });

  it('counts while nobody knows yet how it ends', () => {
    const { lockout } = open();
    const waits = Array.from({ length: 6 }, () => lockout.begin(MIRA, START).wait);
    expect(waits).toEqual([0, 0, 0, 0, 0, 15]);
  });

  it('does not count where it came to no comparison', () => {
    const { attempt, fail } = open();
    fail(4);
    for (let times = 0; times < 20; times++) expect(attempt(MIRA, 'void')).toBe(0);
    expect(fail(2)).toEqual([0, 15]);
  });

  it('at an account shuts nobody out who comes from another network', () => {
    const { fail } = open();
    fail(9);
    expect(fail(1, ['another network', 'mira@shop.example'])).toEqual([0]);
  });

  it('does not take one pair for another that reads alike', () => {
    const { fail } = open();
    fail(9, ['a', 'bc']);
    expect(fail(1, ['ab', 'c'])).toEqual([0]);
  });

  it('is remembered of 10,000 pairs, the oldest forgotten first', () => {
    const { attempt, fail } = open();
    fail(5, ['the first']);
    for (let other = 0; other < 9_999; other++) attempt([`other ${other}`], 'wrong');
    expect(attempt(['the first'], 'wrong')).toBe(15);
    attempt(['one more'], 'wrong');
    expect(attempt(['the first'], 'wrong')).toBe(0);
  });
});
