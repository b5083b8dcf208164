/** The numbers of the days as a table, beside each day the one that it is compared with. */
import { type Annotation, dayNumber, type OverviewRow, type Report } from '@holloway/protocol';
import { dayMarks, HAPPENED, shownOf } from '../../model/annotations.ts';
import { formatCount, formatDay, formatDays } from '../../model/format.ts';
import type { TrendPoint } from '../../model/overview.ts';
import type { Days } from '../../model/range.ts';
import { useAnnotations } from '../../state/annotations.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions } from '../../state/view.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { t } from '../../words/words.ts';

interface TrendTableProps {
  readonly report: Report<'overview'>;
  /** What the compared days are told of. */
  readonly measure: string;
  /** Each at the place of its day; empty where nothing is compared. */
  readonly before: readonly TrendPoint[];
  readonly format: (value: number | null) => string;
}

export function TrendTable({ report, ...compared }: TrendTableProps) {
  const [options] = useOptions();
  const { result } = useAnnotations();
  const known = result.state === 'ready' ? result.value : [];
  const happened = shownOf(known, optionOf(options, 'happened', HAPPENED));
  return (
    <DataTable
      caption={t('Numbers by day')}
      rows={report.rows}
      rowKey={({ day }) => day}
      columns={[
        {
          title: t('Day'),
          cell: ({ day, through }) => (through === undefined ? formatDay(day) : formatDays(day, through)),
          sort: ({ day }) => day,
        },
        number(t('Visits'), ({ visits }) => visits),
        number(t('Visitors'), ({ visitors }) => visitors),
        number(t('Pageviews'), ({ pageviews }) => pageviews),
        ...earlierColumns(report, compared),
        ...happenedColumn(happened, report),
      ]}
    />
  );
}

/** None where nothing did. Of a month that is kept as one: all that did in it. */
function happenedColumn(happened: readonly Annotation[], days: Days): Column<OverviewRow>[] {
  if (happened.length === 0) return [];
  const marks = [...dayMarks(happened, days)];
  const textOf = ({ day, through = day }: OverviewRow): string =>
    marks.flatMap(([of, { text }]) => (of >= day && of <= through ? [text] : [])).join(' · ');
  return [{ title: t('What happened'), cell: textOf, sort: (row) => textOf(row) || null }];
}

const number = (title: string, value: (row: OverviewRow) => number | null): Column<OverviewRow> => ({
  title,
  kind: 'number',
  cell: (row) => formatCount(value(row)),
  sort: value,
});

function earlierColumns(
  { from }: Report<'overview'>,
  { measure, before, format }: Omit<TrendTableProps, 'report'>,
): Column<OverviewRow>[] {
  if (before.length === 0) return [];
  const earlier = ({ day }: OverviewRow): TrendPoint | undefined => before[dayNumber(day) - dayNumber(from)];
  return [
    {
      title: t('Compared with'),
      cell: (row) => {
        const point = earlier(row);
        return point === undefined ? '–' : formatDay(point.day);
      },
      sort: (row) => earlier(row)?.day ?? null,
    },
    {
      title: t('{measure}, compared days', { measure }),
      kind: 'number',
      cell: (row) => format(earlier(row)?.value ?? null),
      sort: (row) => earlier(row)?.value ?? null,
    },
  ];
}
