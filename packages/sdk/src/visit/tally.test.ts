import { FACT_NAMES, factOf, type Increment, MAX_N, MAX_TOTAL } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Count, cellKey } from './count.ts';
import { createLedger } from './ledger.ts';
import { addToTally, type Tally, takeIncrements, unmarkTally } from './tally.ts';

const DAY = 20_000;
const view = (path: string, n = 1): Count => ({ fact: 'page.view', dimensions: [path], n });

function drain(tally: Tally): Increment[] {
  const all: Increment[] = [];
  for (let taken = takeIncrements(tally); taken.length > 0; taken = takeIncrements(tally)) all.push(...taken);
  return all;
}

/** Sums per cell of what was sent, as a collector would add them up. */
function sums(increments: readonly Increment[]): Record<string, number[]> {
  const result: Record<string, number[]> = {};
  for (const [fact, dimensions, n, first = 0, total = 0] of increments) {
    const key = cellKey({ fact, dimensions });
    const [a = 0, b = 0, c = 0, d = 0] = result[key] ?? [];
    result[key] = [a + n, b + (first > 0 ? 1 : 0), c + (first === 2 ? 1 : 0), d + total];
  }
  return result;
}

const counts = fc.array(
  fc.oneof(
    fc.record({
      fact: fc.constantFrom('page.view' as const, 'page.onward' as const),
      dimensions: fc.constantFrom(['/'], ['/a'], ['/b']),
      n: fc.integer({ min: 1, max: 70 }),
    }),
    fc.record({
      fact: fc.constant('slot.ordered' as const),
      dimensions: fc.constantFrom(['/', 'grid/1', 'A', 's'], ['/', 'grid/2', 'B', 's']),
      n: fc.integer({ min: 0, max: 1 }),
      total: fc.integer({ min: 0, max: 3 * MAX_TOTAL }),
    }),
  ),
  { maxLength: 60 },
);

describe('the tally', () => {
  it('adds up what falls into one cell', () => {
    const tally: Tally = {};
    addToTally(tally, [view('/'), view('/a'), view('/')], createLedger(), DAY);
    expect(drain(tally)).toEqual([
      ['page.view', ['/'], 2, 2],
      ['page.view', ['/a'], 1, 2],
    ]);
  });

  it('marks people only where the fact counts people', () => {
    const tally: Tally = {};
    addToTally(tally, [{ fact: 'page.onward', dimensions: ['/'], n: 1 }], createLedger(), DAY);
    expect(drain(tally)).toEqual([['page.onward', ['/'], 1]]);
  });

  it('does not mark a browser that the ledger has counted', () => {
    const ledger = createLedger();
    addToTally({}, [view('/')], ledger, DAY);
    const tally: Tally = {};
    addToTally(tally, [view('/')], ledger, DAY);
    expect(drain(tally)).toEqual([['page.view', ['/'], 1]]);
  });

  it('hands out no more than 20 of a cell at a time, and marks the browser once', () => {
    const tally: Tally = {};
    addToTally(tally, [view('/', 45)], createLedger(), DAY);
    expect(drain(tally)).toEqual([
      ['page.view', ['/'], 20, 2],
      ['page.view', ['/'], 20],
      ['page.view', ['/'], 5],
    ]);
  });

  it('hands out no more than 200 increments at a time', () => {
    const tally: Tally = {};
    addToTally(
      tally,
      Array.from({ length: 201 }, (_, i) => view(`/${i}`)),
      null,
      DAY,
    );
    expect([takeIncrements(tally).length, takeIncrements(tally).length]).toEqual([200, 1]);
  });

  it('leaves out a text that the wire does not carry, which would cost the whole batch', () => {
    const tally: Tally = {};
    const category = (length: number): Count => ({
      fact: 'category.view',
      dimensions: ['x'.repeat(length)],
      n: 1,
    });
    addToTally(tally, [category(200), category(201)], null, DAY);
    expect(drain(tally)).toEqual([['category.view', ['x'.repeat(200)], 1]]);
  });

  it('splits a total that the wire could not carry', () => {
    const tally: Tally = {};
    const dimensions = ['/', 'grid/1', 'A', 's'];
    addToTally(
      tally,
      [{ fact: 'slot.ordered', dimensions, n: 1, total: 25_000_000_000 }],
      createLedger(),
      DAY,
    );
    expect(drain(tally)).toEqual([
      ['slot.ordered', dimensions, 1, 2, 10_000_000_000],
      ['slot.ordered', dimensions, 0, 0, 10_000_000_000],
      ['slot.ordered', dimensions, 0, 0, 5_000_000_000],
    ]);
  });

  it('leaves out what counts nothing', () => {
    const tally: Tally = {};
    addToTally(tally, [{ fact: 'slot.ordered', dimensions: [], n: 0, total: 0 }], null, DAY);
    expect(drain(tally)).toEqual([]);
  });

  it('marks nobody without a ledger, or when its marks are taken off', () => {
    const tally: Tally = {};
    addToTally(tally, [view('/')], null, DAY);
    addToTally(tally, [view('/a')], createLedger(), DAY);
    unmarkTally(tally);
    expect(drain(tally)).toEqual([
      ['page.view', ['/'], 1],
      ['page.view', ['/a'], 1],
    ]);
  });

  it('gives the same sums per cell however it is drained', () => {
    fc.assert(
      fc.property(counts, fc.array(fc.nat(5)), (all, drains) => {
        const whole: Tally = {};
        addToTally(whole, all, createLedger(), DAY);

        const piecewise: Increment[] = [];
        const tally: Tally = {};
        const ledger = createLedger();
        all.forEach((count, i) => {
          addToTally(tally, [count], ledger, DAY);
          const most = drains[i % Math.max(1, drains.length)] ?? 0;
          if (most > 0) piecewise.push(...takeIncrements(tally, most));
        });
        piecewise.push(...drain(tally));

        expect(sums(piecewise)).toEqual(sums(drain(whole)));
      }),
    );
  });

  it('hands out no increment beyond the bounds of the wire', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const tally: Tally = {};
        addToTally(tally, all, createLedger(), DAY);
        for (const [fact, , n, first = 0, total = 0] of drain(tally)) {
          expect(FACT_NAMES).toContain(fact);
          expect(n).toBeLessThanOrEqual(MAX_N);
          expect(total).toBeLessThanOrEqual(MAX_TOTAL);
          expect(n > 0 || total > 0).toBe(true);
          expect(factOf(fact).people || first === 0).toBe(true);
        }
      }),
    );
  });
});
