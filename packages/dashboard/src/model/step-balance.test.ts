import type { StepRow } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey, restOf, stepBalances } from './step-balance.ts';

const step = (at: number, from: string, to: string, n: number): StepRow => ({
  step: at,
  from,
  to,
  n,
  people: n,
});

describe('the balance of a place', () => {
  it('is even: what came and did not go on is its rest', () => {
    const balances = stepBalances(
      [step(1, '(entry)', 'tea', 9), step(2, 'tea', 'coffee', 4), step(2, 'tea', 'tea', 2)],
      9,
    );
    expect([...balances.values()]).toEqual([
      { step: 0, node: '(entry)', came: 9, unseen: 0, wentOn: 9, rest: 0 },
      { step: 1, node: 'tea', came: 9, unseen: 0, wentOn: 6, rest: 3 },
      { step: 2, node: 'coffee', came: 4, unseen: 0, wentOn: 0, rest: 4 },
      { step: 2, node: 'tea', came: 2, unseen: 0, wentOn: 0, rest: 2 },
    ]);
  });

  it('says of more that went on than is shown to have come that it came unseen', () => {
    const balances = stepBalances([step(1, '(entry)', 'tea', 3), step(2, 'tea', 'coffee', 5)], 3);
    expect(balances.get('1:tea')).toEqual({
      step: 1,
      node: 'tea',
      came: 3,
      unseen: 2,
      wentOn: 5,
      rest: 0,
    });
  });

  it('has all visits come to the start, those too whose first page is not shown yet', () => {
    const [start] = stepBalances([step(1, '(entry)', 'tea', 30)], 37).values();
    expect(start).toMatchObject({ came: 37, wentOn: 30, rest: 7 });
  });

  it('takes the moves from the start for the visits where those are not told', () => {
    const [start] = stepBalances([step(1, '(entry)', 'tea', 30)], null).values();
    expect(start).toMatchObject({ came: 30, wentOn: 30, rest: 0, unseen: 0 });
  });

  it('conserves every count, and makes up none, for any rows', () => {
    const node = fc.constantFrom('a', 'b', 'c', 'd');
    const moves = fc.array(
      fc.record({
        step: fc.integer({ min: 2, max: 8 }),
        from: node,
        to: node,
        n: fc.integer({ min: 1, max: 1_000_000 }),
        people: fc.constant(1),
      }),
    );
    const entries = fc.array(
      fc.record({
        step: fc.constant(1),
        from: fc.constant('(entry)'),
        to: node,
        n: fc.integer({ min: 1, max: 1_000_000 }),
        people: fc.constant(1),
      }),
    );
    const visits = fc.option(fc.integer({ min: 0, max: 5_000_000 }));
    const sum = (rows: readonly StepRow[]): number => rows.reduce((all, { n }) => all + n, 0);
    fc.assert(
      fc.property(entries, moves, visits, (first, later, counted) => {
        const rows = [...first, ...later];
        const balances = stepBalances(rows, counted);
        for (const { step: at, node: own, came, unseen, wentOn, rest } of balances.values()) {
          expect(came + unseen).toBe(wentOn + rest);
          expect(Math.min(unseen, rest)).toBe(0);
          expect(wentOn).toBe(sum(rows.filter((row) => row.step === at + 1 && row.from === own)));
          const arrived = sum(rows.filter((row) => row.step === at && row.to === own));
          expect(came).toBe(at === 0 ? (counted ?? wentOn) : arrived);
        }
        // What comes to the first pages is what leaves the start.
        const firstPages = [...balances.values()].filter((place) => place.step === 1);
        expect(firstPages.reduce((all, { came }) => all + came, 0)).toBe(
          balances.get(placeKey(0, '(entry)'))?.wentOn ?? 0,
        );
      }),
    );
  });
});

describe('the rest of a place', () => {
  it('has ended there only where nothing is hidden', () => {
    expect(restOf(3, true)).toBe('ended');
    expect(restOf(3, false)).toBe('open');
  });

  it('of the start is not shown yet, for each visit has a first page', () => {
    expect(restOf(0, true)).toBe('waits');
  });

  it('of the eighth page is not counted by step', () => {
    expect(restOf(8, true)).toBe('uncounted');
    expect(restOf(7, true)).toBe('ended');
  });
});
