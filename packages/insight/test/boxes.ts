/** Averaged boxes of simulated windows, as the report `boxes` tells them. */
import type { BoxRow, Viewport } from '@holloway/protocol';
import { normal, type Random } from './random.ts';

/** In pixels of a window that is as wide as most. */
export interface Region {
  readonly element: string;
  readonly x: number;
  readonly y: number;
  /** In how many of the views it is there. Default: 1. */
  readonly share?: number;
}

const WIDTHS: { readonly [viewport in Viewport]: { readonly usual: number; readonly spread: number } } = {
  s: { usual: 390, spread: 30 },
  m: { usual: 820, spread: 80 },
  l: { usual: 1500, spread: 220 },
};
/** As reports tell pixels. */
const STEP_PX = 8;

export interface Windows {
  readonly page?: string;
  readonly viewport?: Viewport;
  /** Views of the week that measured. */
  readonly views: number;
  /** How much wider the windows of the week are than usual, as a factor. Default: 1. */
  readonly wider?: number;
}

/**
 * What lies further down is pushed by what grows with the width of the window, and by notices that one view in four has at
 * its head; from a large window's middle its content stands as far as the content is wide.
 */
export function boxesOf(
  regions: readonly Region[],
  { page = '/', viewport = 's', views, wider = 1 }: Windows,
  random: Random,
): BoxRow[] {
  const { usual, spread } = WIDTHS[viewport];
  const sums = new Map<string, { n: number; x: number; y: number }>();
  for (let view = 0; view < views; view++) {
    const width = (usual + spread * normal(random)) * wider;
    const notice = random() < 0.25 ? 90 : 0;
    for (const { element, x, y, share = 1 } of regions) {
      if (random() >= share) continue;
      const sum = sums.get(element) ?? { n: 0, x: 0, y: 0 };
      sum.n += 1;
      sum.x += x + (viewport === 'l' ? (width - usual) / 2 : 0);
      sum.y += notice + y * (0.5 + (0.5 * width) / usual);
      sums.set(element, sum);
    }
  }
  const average = (total: number, n: number): number => Math.round(total / n / STEP_PX) * STEP_PX;
  return [...sums].map(([element, { n, x, y }]) => ({
    ...{ page, element, viewport, n },
    ...{ x: average(x, n), y: average(y, n), width: 320, height: 240 },
  }));
}
