import type { ElementRow, Viewport } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { deadClicks, deviceBreaks } from './broken-element.ts';

const row = (element: string, viewport: Viewport | null, counts: Partial<ElementRow>): ElementRow => ({
  page: '/',
  element,
  viewport,
  exposed: null,
  clicked: null,
  dead: null,
  rage: null,
  ...counts,
});

describe('a dead click', () => {
  it('is told where a third of those who click do so in vain', () => {
    const rows = [
      row('hero:/sale', 's', { clicked: 200, dead: 120 }),
      row('menu:/kettles', 's', { clicked: 800, dead: 30 }),
      row('menu:/pots', 's', { clicked: 500 }),
    ];
    expect(deadClicks(rows)).toMatchObject([{ element: 'hero:/sale', dead: 120, share: { value: 0.6 } }]);
  });

  it('is told of what is only ever clicked in vain, though its clicks are not shown yet', () => {
    expect(deadClicks([row('badge', 'l', { dead: 40 })])).toMatchObject([{ clicked: 40, dead: 40 }]);
  });
});

describe('a break of a device', () => {
  /** Phones click a third less of everything. */
  const shop = Array.from({ length: 12 }, (_, i) => [
    row(`link ${i}`, 's', { exposed: 3000, clicked: 120 + i }),
    row(`link ${i}`, 'l', { exposed: 2000, clicked: 120 + i }),
  ]).flat();

  it('is told where windows of one size hardly click what others do', () => {
    const found = deviceBreaks(
      [...shop, row('buy', 's', { exposed: 3000 }), row('buy', 'l', { exposed: 2000, clicked: 300 })],
      10,
    );
    expect(found).toMatchObject([{ element: 'buy', viewport: 's', clicked: 9 }]);
    // Fifteen in a hundred of the large, and two thirds of that, of 3,000.
    expect(found[0]?.expected).toBeCloseTo(300, -0.5);
  });

  it('is none where windows of a size click less of everything', () => {
    expect(deviceBreaks(shop, 10)).toEqual([]);
  });

  it('is none where exposures or sizes are not known, and nothing is left to compare with', () => {
    const rows = [
      row('buy', 's', { clicked: 30 }),
      row('buy', null, { exposed: 900, clicked: 90 }),
      row('alone', 's', { exposed: 900, clicked: 1 }),
    ];
    expect(deviceBreaks(rows, 10)).toEqual([]);
  });
});
