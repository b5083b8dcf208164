/** What joins the branches of the tree: over which categories visits come from one to another. */
import type { Report } from '@holloway/protocol';
import { type Bridge, bridgesOf } from '../../model/bridges.ts';
import { formatCount } from '../../model/format.ts';
import { categoryName, termName } from '../../model/names.ts';
import { shareOf } from '../../model/share.ts';
import { useReport } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { shareColumn } from '../../ui/rate.tsx';
import { Reports } from '../../ui/reports.tsx';
import { Message, WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';

/** Pairs of branches that are named in a row. */
const NAMED = 3;

export function BridgesPanel() {
  const asked = useReport('trails');
  return (
    <Panel
      title={t('Bridges')}
      note={t(
        'Over what visits come from one branch of the tree to another, in three views. A link between two branches that many join saves a view.',
      )}
      csv={asked.csv}
    >
      <Reports of={[asked]} lines={8}>
        {([report]) => <BridgeTable report={report} />}
      </Reports>
    </Panel>
  );
}

function BridgeTable({ report }: { readonly report: Report<'trails'> }) {
  const bridges = bridgesOf(report.rows);
  const all = bridges.reduce((sum, { crossings }) => sum + crossings, 0);
  const labels = report.labels.category;
  const name = ({ category }: Bridge): string => categoryName(category, labels);
  if (bridges.length === 0)
    return (
      <Message title={t('No way from branch to branch is told')}>
        <p>{t('Visits stay within one branch, or too few do otherwise.')}</p>
        <WaitingNote report={report} />
      </Message>
    );
  return (
    <>
      <DataTable
        caption={t('Bridges')}
        rows={bridges}
        rowKey={({ category }) => category}
        sortedBy={1}
        atOnce={10}
        columns={[
          { title: t('Over'), cell: name, sort: name },
          {
            title: t('Crossings'),
            kind: 'number',
            cell: ({ crossings }) => formatCount(crossings),
            sort: ({ crossings }) => crossings,
          },
          shareColumn(t('Share of all'), bridges, ({ crossings }) => shareOf(crossings, all)),
          {
            title: t('Joins most'),
            cell: ({ joins }) =>
              joins
                .slice(0, NAMED)
                .map(
                  ({ between: [one, other], n }) =>
                    `${termName(one, labels)} – ${termName(other, labels)} (${formatCount(n)})`,
                )
                .join(', '),
          },
        ]}
      />
      <WaitingNote report={report} />
    </>
  );
}
