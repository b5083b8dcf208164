import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POSITION_FIT } from '../../test/fixtures/methods.ts';
import { notIdentifiable, type Placement } from './position-graph.ts';
import { positionModel } from './position-model.ts';
import { planRotation } from './rotation.ts';

const placed = (item: string, slot: number, exposed = 100, clicked = 10): Placement => ({
  item,
  slot,
  exposed,
  clicked,
});

describe('position and item cannot be told apart', () => {
  it('where nothing tells what was exposed', () => {
    expect(notIdentifiable([])).toBe('no-exposures');
    expect(notIdentifiable([placed('a', 1, 29), placed('a', 2, 29)])).toBe('no-exposures');
  });

  it('where an item stood in one position only', () => {
    expect(notIdentifiable([placed('a', 1), placed('a', 2), placed('b', 1)])).toBe('one-slot-per-item');
  });

  it('where groups of items share no position', () => {
    const apart = [placed('a', 1), placed('a', 2), placed('b', 3), placed('b', 4)];
    expect(notIdentifiable(apart)).toBe('not-connected');
    expect(positionModel(apart)).toEqual({ identifiable: false, reason: 'not-connected' });
  });

  it('but where every item was in two positions that hang together', () => {
    expect(notIdentifiable([placed('a', 1), placed('a', 2), placed('b', 2), placed('b', 1)])).toBeNull();
  });
});

describe('the model of position', () => {
  it('is what a general minimiser finds', () => {
    const result = positionModel(POSITION_FIT.placements);
    if (!result.identifiable) throw new Error(result.reason);
    for (const [item, rate] of Object.entries(POSITION_FIT.items)) {
      expect(result.model.items.get(item)?.value).toBeCloseTo(rate, 6);
    }
    for (const [slot, odds] of Object.entries(POSITION_FIT.slots)) {
      expect(result.model.slots.get(Number(slot))).toBeCloseTo(odds, 5);
    }
  });

  it('gives each item a rate within its interval, whatever the counts', () => {
    const cells = fc.array(
      fc.tuple(fc.integer({ min: 30, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        minLength: 9,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(cells, (counts) => {
        const placements = counts.map(([exposed, rate], i) =>
          placed(`item ${i % 3}`, Math.floor(i / 3), exposed, Math.round(exposed * rate)),
        );
        const result = positionModel(placements);
        expect(result.identifiable).toBe(true);
        if (!result.identifiable) return;
        for (const { value, low, high } of result.model.items.values()) {
          expect(low).toBeLessThan(value);
          expect(value).toBeLessThan(high);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('a rotation', () => {
  const grid = (slots: number): Placement[] =>
    Array.from({ length: slots }, (_, i) => placed(`item ${i + 1}`, i + 1, 2000 - i * 50, 100));

  it('of 24 positions is by 5, on a quarter of the traffic', () => {
    expect(planRotation(grid(24))).toMatchObject({ shift: 5, share: 0.25, slots: 24 });
  });

  it('skips shifts that leave groups apart: 3 of 9 would', () => {
    expect(planRotation(grid(9))?.shift).toBe(4);
  });

  it('needs more visits where the end of the grid is seen by few', () => {
    const flat = grid(6).map((each) => ({ ...each, exposed: 1000 }));
    expect(planRotation(flat)?.visits).toBe(4000);
    const steep = flat.map((each, i) => (i === 5 ? { ...each, exposed: 500 } : each));
    expect(planRotation(steep)?.visits).toBe(8000);
  });

  it('is not proposed where the zone can be ranked as it is, or is too small', () => {
    expect(
      planRotation([...grid(3), ...grid(3).map((each) => ({ ...each, slot: (each.slot % 3) + 1 }))]),
    ).toBeNull();
    expect(planRotation(grid(2))).toBeNull();
    expect(planRotation([])).toBeNull();
  });

  it('makes what it shifts identifiable, for any grid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 60 }), (slots) => {
        const before = grid(slots).map((each) => ({ ...each, exposed: 1000 }));
        const shift = planRotation(before)?.shift ?? 0;
        const after = before.map((each) => ({ ...each, slot: ((each.slot - 1 + shift) % slots) + 1 }));
        expect(notIdentifiable([...before, ...after])).toBeNull();
      }),
    );
  });
});
