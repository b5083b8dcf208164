/** What regions, positions and elements of a page earn: seen, clicked, clicked in vain; and where they stand. Pure. */
import { OTHER } from '@holloway/protocol';
import { type Count, count } from './count.ts';
import type { Box, ObservationOf, Position } from './observation.ts';

export const slotCount = (
  measure: 'exposed' | 'clicked' | 'returned' | 'added' | 'ordered',
  { page, slot, item, viewport }: Position,
  total = 1,
): Count => ({
  fact: `slot.${measure}`,
  dimensions: [page, slot, item, viewport ?? OTHER],
  n: 1,
  total,
});

export const zoneCounts = ({
  measure,
  page,
  zone,
  viewport,
  isFirst,
}: ObservationOf<'zone'>): readonly Count[] => [
  {
    fact: `zone.${measure}`,
    dimensions: [page, zone, viewport ?? OTHER],
    n: isFirst ? 1 : 0,
    ...(measure === 'clicked' && { total: 1 }),
  },
];

const SIDES = ['x', 'y', 'width', 'height'] as const satisfies (keyof Box)[];

export function elementCounts({
  measure,
  page,
  element,
  viewport,
  isFirst,
  box,
  cell,
}: ObservationOf<'element'>): Count[] {
  const dimensions = [page, element, viewport ?? OTHER];
  return [
    ...(isFirst ? count(`element.${measure}`, ...dimensions) : []),
    ...(isFirst && box
      ? SIDES.map((side) => ({ fact: `layout.box.${side}`, dimensions, n: 1, total: box[side] }) as const)
      : []),
    ...count('click.grid', page, viewport ?? OTHER, element, cell),
  ];
}
