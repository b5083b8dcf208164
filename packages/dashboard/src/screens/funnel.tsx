/** How far visits come, from a list to an order: all of them, and those of each category. */
import { ANY, type FunnelRow, type Report } from '@holloway/protocol';
import { formatCount } from '../model/format.ts';
import { STAGES, type Stage, stageShares } from '../model/funnel.ts';
import { categoryName } from '../model/names.ts';
import { shareOf } from '../model/share.ts';
import { useOptions, useReport } from '../state/view.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { Rate } from '../ui/rate.tsx';
import { Reports } from '../ui/reports.tsx';
import { WaitingNote } from '../ui/states.tsx';
import { type Msg, msg, t } from '../words/words.ts';
import '../style/funnel.css';

const STAGE_NAMES: { readonly [stage in Stage]: Msg } = {
  list: msg('Saw a list'),
  product: msg('Saw a product'),
  cart: msg('Put it into the cart'),
  checkout: msg('Went to the checkout'),
  order: msg('Ordered'),
};

export function Funnel() {
  const asked = useReport('funnel');
  return (
    <Reports of={[asked]} lines={12}>
      {([report]) => (
        <>
          <Stages report={report} csv={asked.csv} />
          <Panel
            title={t('By category')}
            note={t(
              'Visits that came so far with a product of the category or one below it. A visit may have products of several categories.',
            )}
            csv={asked.csv}
          >
            <CategoryTable report={report} />
            <WaitingNote report={report} />
          </Panel>
        </>
      )}
    </Reports>
  );
}

const nameOf = (category: string, { labels }: Report<'funnel'>): string =>
  category === ANY ? t('All visits') : categoryName(category, labels.category);

function Stages({ report, csv }: { readonly report: Report<'funnel'>; readonly csv: string }) {
  const [options, setOptions] = useOptions();
  const asked = options.of?.[0] ?? ANY;
  const row = report.rows.find(({ category }) => category === asked) ?? report.rows[0];
  if (row === undefined) return null;
  const stages = stageShares(row);
  return (
    <Panel
      title={t('From a list to an order')}
      note={t(
        'Each visit is counted once a stage. Stages are fixed: others cannot be put together afterwards, by design.',
      )}
      csv={csv}
      controls={
        <label class="choose">
          {t('Of')}
          <select value={row.category} onChange={(event) => setOptions({ of: event.currentTarget.value })}>
            {report.rows.map(({ category }) => (
              <option key={category} value={category}>
                {nameOf(category, report)}
              </option>
            ))}
          </select>
        </label>
      }
      name="stages"
      table={() => (
        <DataTable
          caption={t('From a list to an order')}
          rows={stages}
          rowKey={({ stage }) => stage}
          columns={[
            { title: t('Stage'), cell: ({ stage }) => t(STAGE_NAMES[stage]) },
            { title: t('Visits'), kind: 'number', cell: ({ n }) => formatCount(n) },
            {
              title: t('Of the stage before'),
              kind: 'number',
              cell: ({ n, before }) => before !== null && <Rate share={shareOf(n, row[before])} />,
            },
          ]}
        />
      )}
    >
      <ol class="funnel" aria-label={t('Stages')}>
        {stages.map(({ stage, n, length, ofBefore, before }) => (
          <li key={stage}>
            <span class="funnel-name">{t(STAGE_NAMES[stage])}</span>
            <svg class="funnel-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect width={Math.max(0.5, length * 100)} height="10" />
            </svg>
            <span class="funnel-n">{formatCount(n)}</span>
            <span class="funnel-share">
              {n === null ? (
                t('too few')
              ) : ofBefore === null || before === null ? (
                ' '
              ) : (
                <Rate share={shareOf(n, row[before])} />
              )}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

const CategoryTable = ({ report }: { readonly report: Report<'funnel'> }) => (
  <DataTable<FunnelRow>
    caption={t('Funnel by category')}
    rows={report.rows.filter(({ category }) => category !== ANY)}
    rowKey={({ category }) => category}
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
      {
        title: t('Ordered of those who saw a product'),
        kind: 'number',
        cell: ({ order, product }) => <Rate share={shareOf(order, product)} longest={0.2} />,
        sort: ({ order, product }) => shareOf(order, product).rate,
      },
    ]}
  />
);
