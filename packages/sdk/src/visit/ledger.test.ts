import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLedger, type Ledger, REACH_DAYS } from './ledger.ts';

const DAY = 20_000;

describe('the contribution ledger', () => {
  it('counts the first time in a cell as people and reach', () => {
    expect(createLedger().count('a', DAY)).toBe(2);
  });

  it('counts nothing more in the same cell on the same day', () => {
    const ledger = createLedger();
    ledger.count('a', DAY);
    expect(ledger.count('a', DAY)).toBe(0);
  });

  it('counts people again the next day, and reach only after 28 days', () => {
    const ledger = createLedger();
    expect([0, 1, 27, 28].map((days) => ledger.count('a', DAY + days))).toEqual([2, 1, 1, 2]);
  });

  it('tells cells apart', () => {
    const ledger = createLedger();
    ledger.count('a', DAY);
    expect(ledger.count('b', DAY)).toBe(2);
  });

  it('remembers across pages by its entries', () => {
    const before = createLedger();
    before.count('a', DAY);
    const after = createLedger(before.entries(DAY));
    expect([after.count('a', DAY), after.count('b', DAY)]).toEqual([0, 2]);
  });

  it('keeps no cell for longer than it matters', () => {
    const ledger = createLedger();
    ledger.count('a', DAY);
    expect(ledger.entries(DAY + 27)).toHaveLength(2);
    expect(ledger.entries(DAY + 28)).toEqual([[-1, DAY + 28, DAY + 28]]);
  });

  it('counts nothing while the clock is behind a day it has seen, even for cells it forgot', () => {
    const ledger = createLedger();
    ledger.count('a', DAY);
    const later = createLedger(ledger.entries(DAY + 100));
    expect([later.count('a', DAY), later.count('a', DAY + 100)]).toEqual([0, 2]);
  });

  it('under-counts when it is full, until old cells are forgotten', () => {
    const ledger = createLedger();
    for (let i = 0; i < 4096; i++) ledger.count(`cell ${i}`, DAY);
    expect(ledger.count('one more', DAY)).toBe(0);
    const emptied = createLedger(ledger.entries(DAY + REACH_DAYS));
    expect(emptied.count('one more', DAY + REACH_DAYS)).toBe(2);
  });

  it('gives 1 people per cell and day and 1 reach per cell and 28 days, whatever the clock does', () => {
    const step = fc.record({
      cell: fc.constantFrom('a', 'b', 'c'),
      day: fc.integer({ min: DAY, max: DAY + 120 }),
      reload: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        let ledger: Ledger = createLedger();
        const people = new Set<string>();
        const reached: { cell: string; day: number }[] = [];
        for (const { cell, day, reload } of steps) {
          if (reload) ledger = createLedger(JSON.parse(JSON.stringify(ledger.entries(day))));
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
      { numRuns: 300 },
    );
  });
});
