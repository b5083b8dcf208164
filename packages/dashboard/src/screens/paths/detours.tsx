/** Three steps in a row, and how often the middle one was a detour. */
import { formatCount } from '../../model/format.ts';
import { categoryName, type Labels } from '../../model/names.ts';
import { shareOf } from '../../model/share.ts';
import { type Trail, trailsOf } from '../../model/trails.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions, useReport } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { shareColumn } from '../../ui/rate.tsx';
import { Reports } from '../../ui/reports.tsx';
import { matches, SearchField } from '../../ui/search-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';

const KINDS = ['detours', 'all'] as const;

export function Detours() {
  const trails = useReport('trails');
  const flows = useReport('flows', { level: 'category' });
  const [options, setOptions] = useOptions();
  const typed = options.find?.[0] ?? '';
  const kind = optionOf(options, 'trails', KINDS);
  return (
    <Panel
      title={t('Trails')}
      note={t(
        'Three categories in a row. A detour led over the middle one to a place that others reach straight.',
      )}
      csv={trails.csv}
      controls={
        <>
          <Segmented
            label={t('Which trails')}
            value={kind}
            choices={[
              ['detours', t('Detours')],
              ['all', t('All trails')],
            ]}
            onChoose={(next) => setOptions({ trails: next })}
          />
          <SearchField
            label={t('Search trails')}
            value={typed}
            onInput={(find) => setOptions({ find: find || null })}
          />
        </>
      }
    >
      <Reports of={[trails, flows]}>
        {([report, moves]) => (
          <>
            <TrailTable
              trails={trailsOf(report.rows, moves).filter(
                ({ path, detour }) =>
                  (kind === 'all' || (detour !== null && detour < 1)) &&
                  matches(typed, ...path.map((node) => categoryName(node, report.labels.category))),
              )}
              labels={report.labels.category}
            />
            <WaitingNote report={report} />
          </>
        )}
      </Reports>
    </Panel>
  );
}

const TrailTable = ({
  trails,
  labels,
}: {
  readonly trails: readonly Trail[];
  readonly labels: Labels | undefined;
}) => (
  <DataTable
    key={trails.length}
    caption={t('Trails of three steps')}
    name="trails"
    rows={trails}
    rowKey={({ path }) => path.join(' ')}
    sortedBy={1}
    atOnce={20}
    columns={[
      {
        title: t('Trail'),
        cell: ({ path }) => (
          <span class="trail">
            {path.map((node, at) => (
              <span key={`${at} ${node}`}>{categoryName(node, labels)}</span>
            ))}
          </span>
        ),
      },
      { title: t('Taken'), id: 'taken', kind: 'number', cell: ({ n }) => formatCount(n), sort: ({ n }) => n },
      {
        title: t('Straight'),
        id: 'straight',
        kind: 'number',
        cell: ({ direct }) => formatCount(direct),
        sort: ({ direct }) => direct,
      },
      shareColumn(
        t('Detour'),
        trails,
        ({ n, direct }) => shareOf(n, direct === null ? null : n + direct),
        'detour',
      ),
    ]}
  />
);
