/** The same report of each part of the range, to see how answers moved within it. */
import type { Report } from '@holloway/protocol';
import { partsOf } from '../../model/parts-of-days.ts';
import { type Days, finishedDays, lengthOf } from '../../model/range.ts';
import { useAnswer } from '../../state/answer.ts';
import { useView } from '../../state/view.ts';

export interface Week {
  readonly days: Days;
  readonly report: Report<'preferences'>;
}

/** Empty while they are on their way, of short ranges, and where numbers are kept by month. */
export function useWeeks(): readonly Week[] {
  const { api, site, days } = useView();
  const over = finishedDays(days, site);
  const parts = over === null ? [] : partsOf(over);
  const asked = useAnswer(`weeks ${site.id} ${over?.from} ${over?.to}`, () =>
    Promise.all(
      parts.map(async (part) => ({
        days: part,
        report: await api.getReport({ site: site.id, report: 'preferences', ...part, slice: '*' }),
      })),
    ),
  );
  // The screen says everything else without it.
  if (asked.result.state !== 'ready') return [];
  const isWhole = ({ days: part, report }: Week): boolean => lengthOf(report) === lengthOf(part);
  return asked.result.value.every(isWhole) ? asked.result.value : [];
}
