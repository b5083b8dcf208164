/** The boxes of a page and their rates as CSV: the rates are worked out in the browser, so that no report has them. Pure. */
import { csvOf, type Viewport } from '@holloway/protocol';
import { type BoxFigures, SHARE_RATES } from './layout-figures.ts';
import type { Box } from './wireframe.ts';

export interface ToldBox {
  readonly box: Pick<Box, 'page' | 'element'>;
  readonly figures: BoxFigures;
  /** The products that stood there, by their terms. */
  readonly items: readonly string[];
}

interface Of {
  /** `null`: of windows of all sizes. */
  readonly viewport: Viewport | null;
  /** Of values, which are in its minor units. */
  readonly currency: string;
}

/** A line for each box; of each rate the share in [0, 1] and the ends of its 95 % interval, empty where they are not told. */
export const boxesCsv = (told: readonly ToldBox[], { viewport, currency }: Of): string =>
  csvOf(
    [
      ...['page', 'element', 'viewport', 'items'],
      ...SHARE_RATES.flatMap((rate) => [rate, `${rate}Low`, `${rate}High`]),
      ...['valuePerExposure', 'currency'],
    ],
    told.map(({ box, figures, items }) => [
      box.page,
      box.element,
      viewport ?? 'all',
      items.join(' > '),
      ...SHARE_RATES.flatMap((rate) => {
        const share = figures[rate];
        return [share?.rate ?? null, share?.interval?.low ?? null, share?.interval?.high ?? null];
      }),
      figures.valuePerExposure ?? null,
      currency,
    ]),
  );
