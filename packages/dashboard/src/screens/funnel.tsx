/** How far visits come, from a list to an order: all of them, and those of each category. */
import { ANY, type FunnelRow, type Report } from '@holloway/protocol';
import { formatCount } from '../model/format.ts';
import { STAGES } from '../model/funnel.ts';
import { shareOf } from '../model/share.ts';
import { type Compared, useCompared } from '../state/compared.ts';
import { useReport } from '../state/view.ts';
import { ChangeNote, countChangeColumn, rateChangeColumn } from '../ui/change-columns.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { Rate } from '../ui/rate.tsx';
import { Reports } from '../ui/reports.tsx';
import { WaitingNote } from '../ui/states.tsx';
import { t } from '../words/words.ts';
import { nameOf, STAGE_NAMES, Stages } from './funnel-stages.tsx';
import '../style/funnel.css';

export function Funnel() {
  const asked = useReport('funnel');
  const { compared, isComing } = useCompared('funnel');
  return (
    <Reports of={[asked]} awaits={isComing} lines={12}>
      {([report]) => (
        <>
          <Stages report={report} compared={compared} csv={asked.csv} />
          <Panel
            title={t('By category')}
            note={t(
              'Visits that came so far with a product of the category or one below it. A visit may have products of several categories.',
            )}
            csv={asked.csv}
          >
            <div class="funnel-part">
              <CategoryTable report={report} compared={compared} />
              <ChangeNote of={compared} />
              <WaitingNote report={report} />
            </div>
          </Panel>
        </>
      )}
    </Reports>
  );
}

const keyOf = ({ category }: FunnelRow): string => category;

interface CategoryTableProps {
  readonly report: Report<'funnel'>;
  readonly compared: Compared<'funnel'> | null;
}

const CategoryTable = ({ report, compared }: CategoryTableProps) => (
  <DataTable<FunnelRow>
    caption={t('Funnel by category')}
    rows={report.rows.filter(({ category }) => category !== ANY)}
    rowKey={keyOf}
    sortedBy={2}
    columns={[
      {
        title: t('Category'),
        cell: ({ category }) => nameOf(category, report),
        sort: ({ category }) => nameOf(category, report),
      },
      ...STAGES.map((stage) => ({
        title: t(STAGE_NAMES[stage]),
        kind: 'number' as const,
        cell: (row: FunnelRow) => formatCount(row[stage]),
        sort: (row: FunnelRow) => row[stage],
      })),
      ...countChangeColumn<FunnelRow>(compared, keyOf, ({ order }) => order),
      {
        title: t('Ordered of those who saw a product'),
        kind: 'number',
        cell: ({ order, product }) => <Rate share={shareOf(order, product)} longest={0.2} />,
        sort: ({ order, product }) => shareOf(order, product).rate,
      },
      ...rateChangeColumn<FunnelRow>(
        t('Ordered of those who saw a product'),
        compared,
        keyOf,
        ({ order, product }) => ({ hits: order, of: product }),
      ),
    ]}
  />
);
