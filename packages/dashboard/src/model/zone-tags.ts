/** Where the names of regions stand in a drawing: on their upper edge, side by side where edges meet. Pure. */
import type { Area } from './wireframe.ts';

export const TAG_HEIGHT = 18;

/**
 * @param wanted The region as it is drawn and how wide its name is, in the order in which they may choose.
 * @returns In the same order; `null` where there is no room left in the region's width or in the drawing.
 */
export function placeTags(
  wanted: readonly { readonly area: Area; readonly width: number }[],
  drawing: { readonly width: number; readonly height: number },
): (Area | null)[] {
  const placed: Area[] = [];
  return wanted.map(({ area, width }) => {
    const y = Math.max(0, Math.min(drawing.height - TAG_HEIGHT, area.y - TAG_HEIGHT / 2));
    let x = area.x + 6;
    for (;;) {
      const inTheWay = placed.find(
        (other) =>
          x < other.x + other.width + 4 && other.x < x + width + 4 && Math.abs(other.y - y) < TAG_HEIGHT,
      );
      if (inTheWay === undefined) break;
      x = inTheWay.x + inTheWay.width + 5;
    }
    const end = Math.min(drawing.width, area.x + area.width);
    if (x + width > end || drawing.height < TAG_HEIGHT) return null;
    const tag = { x, y, width, height: TAG_HEIGHT };
    placed.push(tag);
    return tag;
  });
}
