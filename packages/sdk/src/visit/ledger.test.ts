import type { First } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLedger, type Ledger, REACH_DAYS } from './ledger.ts';

const DAY = 20_000;

/** What another page of the browser makes of it. */
const reloaded = ({ state }: Ledger): Ledger => createLedger(JSON.parse(JSON.stringify(state())));

/** What one cell counts on these days, one after the other, `DAY` being 0. */
const countOn = (ledger: Ledger, ...days: number[]): First[] =>
  days.map((days) => ledger.count('a', DAY + days));

describe('the contribution ledger', () => {
  it('counts the first time in a cell as people and reach', () => {
    expect(createLedger().count('a', DAY)).toBe(2);
  });

  it('counts nothing more in the same cell on the same day', () => {
    expect(countOn(createLedger(), 0, 0)).toEqual([2, 0]);
  });

  it('counts people again the next day, and reach only after 28 days', () => {
    expect(countOn(createLedger(), 0, 1, 1, 27, 28, 28)).toEqual([2, 1, 0, 1, 2, 0]);
  });

  it('tells cells apart', () => {
    const ledger = createLedger();
    expect([ledger.count('a', DAY), ledger.count('b', DAY), ledger.count('b', DAY)]).toEqual([2, 2, 0]);
  });

  it('is the same for another page', () => {
    const ledger = createLedger();
    ledger.count('a', DAY);
    ledger.count('b', DAY + 1);
    ledger.count('a', DAY + 1);
    const later = reloaded(ledger);
    expect(['a', 'b', 'c'].map((cell) => later.count(cell, DAY + 1))).toEqual([0, 0, 2]);
    expect(['a', 'b', 'c'].map((cell) => later.count(cell, DAY + 2))).toEqual([1, 1, 1]);
  });

  it('is stored as a text of five characters a cell', () => {
    const ledger = createLedger();
    for (const cell of ['a', 'b', 'c']) ledger.count(cell, DAY);
    ledger.count('a', DAY + 1);
    ledger.count('d', DAY + 1);
    expect(ledger.state()).toEqual({
      day: DAY + 1,
      again: '5AwpL',
      first: '4Qwkc',
      others: { [DAY]: '5AwpL5gwsU5wwt5' },
      lost: [],
    });
  });

  it('keeps no cell for longer than it matters', () => {
    const ledger = createLedger();
    countOn(ledger, 0, 27);
    expect(Object.keys(ledger.state().others)).toEqual([`${DAY}`]);
    countOn(ledger, 28);
    expect(Object.keys(ledger.state().others)).toEqual([`${DAY + 27}`]);
  });

  it('counts in 6,400 cells, and in others again once the first are forgotten', () => {
    const ledger = createLedger();
    let counted = 0;
    for (let i = 0; i < 6500; i++) counted += ledger.count(`cell ${i}`, DAY) / 2;
    expect(counted).toBe(6400);
    expect(JSON.stringify(ledger.state()).length).toBeLessThan(32 * 1024);
    expect(ledger.count('one more', DAY)).toBe(0);
    expect(ledger.count('cell 0', DAY + 1)).toBe(1);
    expect(ledger.count('one more', DAY + REACH_DAYS)).toBe(2);
  });
});

describe('a clock that jumps', () => {
  it('counts nothing on a day that was left for another', () => {
    expect(countOn(createLedger(), 0, 1, 0, 1)).toEqual([2, 1, 0, 0]);
  });

  it('counts nothing while it is behind', () => {
    expect(countOn(createLedger(), 0, 10, 1, 9, 11)).toEqual([2, 1, 0, 0, 1]);
  });

  it('counts nothing on days whose neighbours were forgotten, even in cells it does not know', () => {
    const ledger = createLedger();
    countOn(ledger, 0, 100);
    expect([-27, 0, 27].map((days) => ledger.count('b', DAY + days))).toEqual([0, 0, 0]);
    expect(ledger.count('b', DAY + 28)).toBe(2);
  });

  it.each([
    { says: 'four years ahead and back', away: [1461] },
    { says: 'ahead for two months, and back', away: Array.from({ length: 60 }, (_, i) => 365 + i) },
    { says: 'to one year after another, and back', away: [365, 730, 1095] },
    { says: 'years back, and on again', away: [-4000] },
    { says: 'back for two months, and on again', away: Array.from({ length: 60 }, (_, i) => i - 4000) },
    { says: 'three weeks ahead, and back', away: [21] },
  ])('$says silences the browser for no longer than 28 days', ({ away }) => {
    const ledger = createLedger();
    countOn(ledger, -2, -1, 0, ...away);
    const back = Array.from({ length: 28 }, (_, i) => i + 1);
    countOn(ledger, ...back);
    expect(countOn(ledger, 29, 30)).toEqual([expect.any(Number), 1]);
  });

  it('counts at most 1 people a cell and day, and 1 reach in any 28 days, whatever it does', () => {
    const day = fc.oneof(
      fc.integer({ min: DAY, max: DAY + 70 }),
      fc.constantFrom(-1, 0, DAY - 4000, DAY - 3990, DAY + 365, DAY + 390, DAY + 420, DAY + 1461),
    );
    const step = fc.record({ cell: fc.constantFrom('a', 'b', 'c'), day, isReloaded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
        let ledger = createLedger();
        const people = new Set<string>();
        const reached: { cell: string; day: number }[] = [];
        for (const { cell, day, isReloaded } of steps.filter(({ day }) => day >= 0)) {
          if (isReloaded) ledger = reloaded(ledger);
          const first = ledger.count(cell, day);
          if (first === 0) continue;
          expect(people.has(`${cell} ${day}`)).toBe(false);
          people.add(`${cell} ${day}`);
          if (first === 1) continue;
          const near = reached.filter(
            (other) => other.cell === cell && Math.abs(other.day - day) < REACH_DAYS,
          );
          expect(near).toEqual([]);
          reached.push({ cell, day });
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a ledger that cannot be read', () => {
  it('counts nothing for 28 days, and then begins anew', () => {
    expect(countOn(createLedger(null), 0, 1, 27, 28)).toEqual([0, 0, 0, 2]);
  });

  it('says so to the next page', () => {
    const ledger = createLedger(null);
    countOn(ledger, 0);
    expect(countOn(reloaded(ledger), 1, 27, 28)).toEqual([0, 0, 2]);
  });

  it('counts nothing on any day before either', () => {
    expect(countOn(createLedger(null), 0, -300)).toEqual([0, 0]);
  });
});
