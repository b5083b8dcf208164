/** The boxes of a page and their rates as CSV: the rates are worked out in the browser, so that no report has them. Pure. */
import type { Viewport } from '@holloway/protocol';
import { csvOf } from './csv.ts';
import { type BoxFigures, RATES, type ShareRate } from './layout-figures.ts';
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

const isShare = (rate: (typeof RATES)[number]): rate is ShareRate => rate !== 'valuePerExposure';
const SHARES = RATES.filter(isShare);

/** A line for each box; of each rate the share in [0, 1] and the ends of its 95 % interval, empty where they are not told. */
export const boxesCsv = (told: readonly ToldBox[], { viewport, currency }: Of): string =>
  csvOf(
    [
      ...['page', 'element', 'viewport', 'items'],
      ...SHARES.flatMap((rate) => [rate, `${rate}Low`, `${rate}High`]),
      ...['valuePerExposure', 'currency'],
    ],
    told.map(({ box, figures, items }) => [
      box.page,
      box.element,
      viewport ?? 'all',
      items.join(' > '),
      ...SHARES.flatMap((rate) => {
        const share = figures[rate];
        return [share?.rate ?? null, share?.interval?.low ?? null, share?.interval?.high ?? null];
      }),
      figures.valuePerExposure ?? null,
      currency,
    ]),
  );
