import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeTags } from './zone-tags.ts';

const drawing = { width: 600, height: 800 };

describe('the names of regions', () => {
  it('stand on the upper edge, within the picture, and side by side where edges meet', () => {
    const area = { x: 20, y: 100, width: 500, height: 300 };
    expect(
      placeTags(
        [
          { area: { x: 0, y: 0, width: 600, height: 60 }, width: 80 },
          { area, width: 50 },
          { area, width: 70 },
        ],
        drawing,
      ),
    ).toEqual([
      { x: 6, y: 0, width: 80, height: 18 },
      { x: 26, y: 91, width: 50, height: 18 },
      { x: 81, y: 91, width: 70, height: 18 },
    ]);
  });

  it('are left out where the region is too narrow for them', () => {
    expect(placeTags([{ area: { x: 0, y: 50, width: 40, height: 40 }, width: 60 }], drawing)).toEqual([null]);
  });

  it('never cover each other nor leave the picture', () => {
    const side = fc.integer({ min: 0, max: 900 });
    const wanted = fc.record({
      area: fc.record({ x: side, y: side, width: side, height: side }),
      width: fc.integer({ min: 10, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 12 }), (all) => {
        const tags = placeTags(all, drawing).filter((tag) => tag !== null);
        tags.forEach((one, at) => {
          expect(one.x + one.width).toBeLessThanOrEqual(drawing.width);
          expect(one.y + one.height).toBeLessThanOrEqual(drawing.height);
          for (const other of tags.slice(at + 1)) {
            const apart =
              one.x + one.width <= other.x ||
              other.x + other.width <= one.x ||
              Math.abs(one.y - other.y) >= one.height;
            expect(apart).toBe(true);
          }
        });
      }),
    );
  });
});
