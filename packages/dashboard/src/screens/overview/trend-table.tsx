/** The numbers of the days as a table, beside each day the one that it is compared with. */
import { dayNumber, type OverviewRow, type Report } from '@holloway/protocol';
import { formatCount, formatDay, formatDays } from '../../model/format.ts';
import type { TrendPoint } from '../../model/overview.ts';
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

export const TrendTable = ({ report, ...compared }: TrendTableProps) => (
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
    ]}
  />
);

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
