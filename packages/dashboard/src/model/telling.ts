/** What says of a report whether what it counts was told promptly. */
import type { Telling } from '@holloway/insight';
import type { Report } from '@holloway/protocol';
import { lengthOf } from './range.ts';

export const tellingOf = ({ k, from, to }: Pick<Report, 'k' | 'from' | 'to'>): Telling => ({
  k,
  days: lengthOf({ from, to }),
});
