/** What gained or lost a share of all views, as CSV. Pure. */

import type { Shift } from '@holloway/insight';
import { csvOf } from '@holloway/protocol';

export interface NamedShift extends Shift {
  /** What kind of thing it is: `category`, `page` or `product`. */
  readonly of: string;
  readonly name: string;
}

/** Shares in [0, 1], and the ends of the interval of their difference; names in the words of the screen. */
export const shiftsCsv = (shifts: readonly NamedShift[]): string =>
  csvOf(
    ['of', 'key', 'name', 'before', 'now', 'differenceLow', 'differenceHigh'],
    shifts.map(({ of, key, name, before, after, interval: { low, high } }) => [
      ...[of, key, name],
      ...[before, after, low, high],
    ]),
  );
