/** How far a share moved: what it was and is, and the difference in points, whose interval shows when pointed at. */
import type { Shift } from '@holloway/insight';
import { formatPoints, formatShare } from '../model/format.ts';
import { t } from '../words/words.ts';

export const ShiftFigures = ({ before, after, interval: { low, high } }: Omit<Shift, 'key'>) => (
  <>
    <span>{`${formatShare(before)} → ${formatShare(after)}`}</span>
    <strong title={t('{low} to {high} points', { low: formatPoints(low), high: formatPoints(high) })}>
      {t('{n} points', { n: formatPoints(after - before) })}
    </strong>
  </>
);
