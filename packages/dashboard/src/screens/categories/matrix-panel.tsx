/** Moves between categories as a square, in counts or in shares of a row. */
import type { Report } from '@holloway/protocol';
import { Heat } from '../../charts/heat.tsx';
import { formatCount } from '../../model/format.ts';
import { topLevel, transitionMatrix } from '../../model/matrix.ts';
import { categoryName, type Labels } from '../../model/names.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions, useReport } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';

const DEPTHS = ['top', 'full'] as const;
const FIGURES = ['share', 'count'] as const;
const MATRIX_NODES = 16;

export function MatrixPanel() {
  const [options, setOptions] = useOptions();
  const depth = optionOf(options, 'depth', DEPTHS);
  const figure = optionOf(options, 'figure', FIGURES);
  const categories = useReport('categories');
  const flows = useReport('flows', { level: 'category' });
  return (
    <Panel
      title={t('From category to category')}
      note={t(
        'A row is where visitors were, a column where they went next. With exits, a row adds up to its views.',
      )}
      csv={flows.csv}
      controls={
        <>
          <Segmented
            label={t('Figures')}
            value={figure}
            choices={[
              ['share', t('Row %')],
              ['count', t('Counts')],
            ]}
            onChoose={(next) => setOptions({ figure: next })}
          />
          <Segmented
            label={t('Depth')}
            value={depth}
            choices={[
              ['top', t('Top level')],
              ['full', t('All levels')],
            ]}
            onChoose={(next) => setOptions({ depth: next })}
          />
        </>
      }
      name="moves"
      table={() => <Reports of={[flows]}>{([report]) => <MoveTable report={report} />}</Reports>}
    >
      <Reports of={[categories, flows]} lines={12}>
        {([nodes, moves]) => {
          const labels: Labels = { ...nodes.labels.category, ...moves.labels.category };
          return (
            <>
              <Heat
                matrix={transitionMatrix(nodes.rows, moves.rows, {
                  limit: MATRIX_NODES,
                  nodeOf: depth === 'top' ? topLevel : (category) => category,
                })}
                figure={figure}
                name={(node) => categoryName(node, labels)}
              />
              <WaitingNote report={moves} />
            </>
          );
        }}
      </Reports>
    </Panel>
  );
}

const MoveTable = ({ report }: { readonly report: Report<'flows'> }) => (
  <DataTable
    caption={t('Moves between categories')}
    rows={report.rows}
    rowKey={({ from, to }) => `${from} ${to}`}
    sortedBy={2}
    columns={[
      {
        title: t('Came from'),
        cell: ({ from }) => categoryName(from, report.labels.category),
        sort: ({ from }) => from,
      },
      {
        title: t('Went to'),
        cell: ({ to }) => categoryName(to, report.labels.category),
        sort: ({ to }) => to,
      },
      { title: t('Moves'), kind: 'number', cell: ({ n }) => formatCount(n), sort: ({ n }) => n },
    ]}
  />
);
