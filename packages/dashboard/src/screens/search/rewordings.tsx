/** Searches that were put in other words: what visitors meant. */
import { formatCount } from '../../model/format.ts';
import { termName } from '../../model/names.ts';
import { useReport } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';

export function Rewordings() {
  const asked = useReport('refinements');
  return (
    <Panel
      title={t('In other words')}
      note={t(
        'What was asked next in the same visit. A synonym in the search of the shop spares the second try.',
      )}
      csv={asked.csv}
    >
      <Reports of={[asked]}>
        {([report]) => (
          <>
            <DataTable
              caption={t('In other words')}
              rows={report.rows}
              rowKey={({ from, to }) => `${from} ${to}`}
              sortedBy={2}
              columns={[
                { title: t('First asked'), cell: ({ from }) => termName(from), sort: ({ from }) => from },
                { title: t('Then asked'), cell: ({ to }) => termName(to), sort: ({ to }) => to },
                { title: t('Visits'), kind: 'number', cell: ({ n }) => formatCount(n), sort: ({ n }) => n },
              ]}
            />
            <WaitingNote report={report} />
          </>
        )}
      </Reports>
    </Panel>
  );
}
