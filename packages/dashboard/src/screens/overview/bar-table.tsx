/** Bars of pageviews as a table: all of them, where the chart has the longest. */
import { formatCount, formatShare } from '../../model/format.ts';
import type { Bar } from '../../ui/bars.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { t } from '../../words/words.ts';

interface BarTableProps {
  readonly caption: string;
  readonly bars: readonly Bar[];
}

export const BarTable = ({ caption, bars }: BarTableProps) => (
  <DataTable
    caption={caption}
    rows={bars}
    rowKey={({ key }) => key}
    sortedBy={1}
    atOnce={20}
    columns={[
      {
        title: t('Name'),
        cell: ({ name, detail }) => (
          <>
            {name} <small>{detail}</small>
          </>
        ),
        sort: ({ name }) => name,
      },
      { title: t('Pageviews'), kind: 'number', cell: ({ n }) => formatCount(n), sort: ({ n }) => n },
      {
        title: t('Share'),
        kind: 'number',
        cell: ({ share }) => formatShare(share),
        sort: ({ share }) => share,
      },
    ]}
  />
);
