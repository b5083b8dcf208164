import type { LayoutRow } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movementOf, type ToldRows } from './movers.ts';

const row = (slot: number, clicked: number | null, exposed: number | null): LayoutRow => ({
  page: '/c/tea',
  zone: 'grid',
  slot,
  item: `item ${slot}`,
  viewport: 'l',
  exposed,
  clicked,
  added: null,
  ordered: null,
  returned: null,
  clicks: null,
  value: null,
});

/** Of a site where nothing waits, unless it is said. */
const told = (rows: readonly LayoutRow[], k = 1): ToldRows => ({ rows, telling: { k, days: 7 } });

describe('gainers and losers', () => {
  it('are the positions that changed by more than chance, the furthest first', () => {
    const before = [row(1, 200, 1000), row(2, 100, 1000), row(3, 50, 1000)];
    const after = [row(1, 150, 1000), row(2, 220, 1000), row(3, 55, 1000)];
    const { compared, moved } = movementOf(told(before), told(after));
    expect(compared).toBe(3);
    expect(moved.map(({ slot, before: was, after: is }) => [slot, was, is])).toEqual([
      [2, 0.1, 0.22],
      [1, 0.2, 0.15],
    ]);
  });

  it('are fewer for the same change where more positions are compared: one in many is to be expected', () => {
    const change = (slot: number): readonly [LayoutRow, LayoutRow] => [
      row(slot, 100, 1000),
      row(slot, 128, 1000),
    ];
    const still = (slot: number): readonly [LayoutRow, LayoutRow] => [
      row(slot, 100, 1000),
      row(slot, 100, 1000),
    ];
    const movedOf = (pairs: readonly (readonly [LayoutRow, LayoutRow])[]) =>
      movementOf(told(pairs.map(([before]) => before)), told(pairs.map(([, after]) => after))).moved.map(
        ({ slot }) => slot,
      );
    // By itself it would stand with 95 % confidence, wherever it is: 10 % against 12.8 %.
    expect(movedOf([change(1)])).toEqual([1]);
    expect(movedOf([change(1), ...Array.from({ length: 39 }, (_, i) => still(i + 2))])).toEqual([]);
  });

  it('are not those of which one of the rates is not known, or cannot be', () => {
    const before = [row(1, null, 1000), row(2, 100, null), row(3, 100, 90), row(5, 10, 1000)];
    const after = [row(1, 400, 1000), row(2, 400, 1000), row(3, 10, 90), row(4, 90, 100)];
    expect(movementOf(told(before), told(after))).toEqual({ compared: 0, moved: [] });
  });

  it('are not those whose clicks wait for others on most days, and are told on later ones', () => {
    // Twenty a day are enough where k is 10; nineteen are not.
    const [before, after] = [
      [row(1, 140, 1000), row(2, 133, 1000)],
      [row(1, 300, 1000), row(2, 300, 1000)],
    ];
    const { compared, moved } = movementOf(told(before, 10), told(after, 10));
    expect([compared, moved.map(({ slot }) => slot)]).toEqual([1, [1]]);
  });

  it('are never a position that did not change', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const same = [row(1, Math.floor(n * share), n)];
          expect(movementOf(told(same), told(same)).moved).toEqual([]);
        },
      ),
    );
  });
});
