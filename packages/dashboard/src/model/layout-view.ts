/** What the screen of a page's layout is asked to show: which size of window, which rate, which layers. Pure. */
import { VIEWPORTS, type Viewport } from '@holloway/protocol';
import { type Options, optionOf } from '../state/route.ts';
import { RATES, type Rate } from './layout-figures.ts';

export const WINDOWS = ['all', ...VIEWPORTS] as const;
export type Window = (typeof WINDOWS)[number];

export const LAYERS = ['boxes', 'links', 'heatmap', 'scroll'] as const;
export type Layer = (typeof LAYERS)[number];

/** Of addresses that were kept before rates had these names. */
const FORMER: { readonly [figure: string]: Rate } = {
  clicked: 'clickRate',
  exposed: 'exposure',
  added: 'addRate',
  ordered: 'orderRate',
};

interface Seen {
  readonly viewport: Viewport | null;
  readonly n: number;
}

/** The size of window in which a page is seen most; `null` where none is named. */
export function mostSeenIn(rows: readonly Seen[]): Viewport | null {
  const counts = VIEWPORTS.map((viewport) => ({
    viewport,
    n: rows.reduce((sum, row) => sum + (row.viewport === viewport ? row.n : 0), 0),
    known: rows.some((row) => row.viewport === viewport),
  })).filter(({ known }) => known);
  return counts.sort((a, b) => b.n - a.n)[0]?.viewport ?? null;
}

/** What was asked for; by default the size in which the page is seen most. */
export function windowOf(options: Options, seen: readonly Seen[]): Window {
  if (options.window !== undefined) return optionOf(options, 'window', WINDOWS);
  return mostSeenIn(seen) ?? 'all';
}

/** The rate that is asked for where some box has it, else the first that one has; `null` where none has any. */
export function rateToShow(options: Options, measured: readonly Rate[]): Rate | null {
  const asked = options.figure?.[0] ?? '';
  const wanted = FORMER[asked] ?? RATES.find((rate) => rate === asked);
  return measured.find((rate) => rate === wanted) ?? measured[0] ?? null;
}

/** Boxes and scroll reach unless others are asked for; `layer=none` is none at all. */
export const layersOf = (options: Options): Layer[] =>
  options.layer === undefined
    ? ['boxes', 'scroll']
    : LAYERS.filter((layer) => options.layer?.includes(layer));

export function toggled(layers: readonly Layer[], layer: Layer): readonly string[] {
  const next = layers.includes(layer) ? layers.filter((one) => one !== layer) : [...layers, layer];
  return next.length === 0 ? ['none'] : next;
}
