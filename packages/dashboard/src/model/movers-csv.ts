/** Positions that gained or lost clicks as CSV. Pure. */
import { csvOf } from '@holloway/protocol';
import type { Mover } from './movers.ts';

/** Click rates in [0, 1], and the ends of the 95 % interval of their difference. */
export const moversCsv = (page: string, movers: readonly Mover[]): string =>
  csvOf(
    ['page', 'zone', 'slot', 'before', 'now', 'differenceLow', 'differenceHigh'],
    movers.map(({ zone, slot, before, after, interval: { low, high } }) => [
      ...[page, zone, slot],
      ...[before, after, low, high],
    ]),
  );
