/** The same report of each part of the range, to see how something moved within it. */
import type { Report, ReportName } from '@holloway/protocol';
import { partsOf } from '../model/parts-of-days.ts';
import { type Days, finishedDays, lengthOf } from '../model/range.ts';
import { useAnswer } from './answer.ts';
import { useView } from './view.ts';

export interface Part<R extends ReportName> {
  readonly days: Days;
  readonly report: Report<R>;
}

export interface Parts<R extends ReportName> {
  /** Empty while they are on their way, of short ranges, and where numbers are kept by month. */
  readonly parts: readonly Part<R>[];
  readonly isComing: boolean;
}

export function useParts<R extends ReportName>(name: R, slice: string): Parts<R> {
  const { api, site, days } = useView();
  const over = finishedDays(days, site);
  const parts = over === null ? [] : partsOf(over);
  const asked = useAnswer(`parts ${site.id} ${name} ${slice} ${over?.from} ${over?.to}`, () =>
    Promise.all(
      parts.map(async (part) => ({
        days: part,
        report: await api.getReport({ site: site.id, report: name, ...part, slice }),
      })),
    ),
  );
  // The screen says everything else without it.
  if (asked.result.state !== 'ready') return { parts: [], isComing: asked.result.state === 'loading' };
  const isWhole = ({ days: part, report }: Part<R>): boolean => lengthOf(report) === lengthOf(part);
  return { parts: asked.result.value.every(isWhole) ? asked.result.value : [], isComing: false };
}
