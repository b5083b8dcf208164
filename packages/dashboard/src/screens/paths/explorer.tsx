/** The columns of click paths: one for each node that was chosen, and the balance of the last. */
import type { Level, Report } from '@holloway/protocol';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type NodeTotals, nodeBalance } from '../../model/balance.ts';
import { busiestChain, type Direction, type PathSource, pathColumns, STARTS } from '../../model/columns.ts';
import { formatCount } from '../../model/format.ts';
import { categoryName, type Labels, termName } from '../../model/names.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions, useReport } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { BalanceSheet } from './balance-sheet.tsx';
import { Column } from './column.tsx';
import { moveBetweenRows } from './row-keys.ts';

/** Nodes, which makes one column more. */
const FOLLOWED_AT_FIRST = 2;

interface ExplorerProps {
  readonly level: Level;
  readonly direction: Direction;
}

export function Explorer({ level, direction }: ExplorerProps) {
  const flows = useReport('flows', { level });
  const nodes = useReport(level === 'page' ? 'pages' : 'categories');
  const overview = useReport('overview');
  return (
    <Panel
      class="explorer"
      title={direction === 'onward' ? t('Where visitors went next') : t('Where visitors came from')}
      note={t('A column counts all views of what stands at its head, whichever way visitors came there.')}
      csv={flows.csv}
      name="moves"
      table={() => (
        <Reports of={[flows]}>{([report]) => <MovesTable report={report} level={level} />}</Reports>
      )}
    >
      <Reports of={[flows, nodes, overview]} lines={12}>
        {([moves, totals, { totals: all }]) => (
          <Columns {...{ level, direction, moves, totals }} visits={all.visits} />
        )}
      </Reports>
    </Panel>
  );
}

const nameOf = (level: Level, node: string, labels: Labels | undefined): string =>
  level === 'category' ? categoryName(node, labels) : termName(node, labels);

function nodeTotals(report: Report<'pages' | 'categories'>): ReadonlyMap<string, NodeTotals> {
  return new Map(report.rows.map((row) => ['page' in row ? row.page : row.category, row]));
}

interface ColumnsProps extends ExplorerProps {
  readonly moves: Report<'flows'>;
  readonly totals: Report<'pages' | 'categories'>;
  readonly visits: number | null;
}

function Columns({ level, direction, moves, totals, visits }: ColumnsProps) {
  const [options, setOptions] = useOptions();
  const start = optionOf(options, 'start', STARTS);
  const frame = useRef<HTMLDivElement>(null);
  const source: PathSource = useMemo(
    () => ({ nodes: nodeTotals(totals), flows: moves.rows, visits }),
    [totals, moves, visits],
  );
  // Until a row is chosen the busiest are followed, so that the first look shows a path and not an empty half.
  const chain = options.at ?? busiestChain(source, { direction, start }, FOLLOWED_AT_FIRST);
  const columns = pathColumns(source, chain, { direction, start });
  const labels = { ...totals.labels[level], ...moves.labels[level] };
  const last = chain.at(-1);
  const lastTotals = last === undefined ? undefined : source.nodes.get(last);

  // The newest column comes into sight, without moving the page.
  useEffect(() => {
    const box = frame.current;
    if (box !== null && chain.length > 0) box.scrollTo({ left: box.scrollWidth });
  }, [chain.length]);

  const choose = (column: number, node: string): void => {
    const same = chain[column] === node && chain.length === column + 1;
    setOptions({ at: same ? chain.slice(0, column) : [...chain.slice(0, column), node] }, 'go');
  };

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys between the buttons inside, which take them */}
      <div class="columns" ref={frame} onKeyDown={moveBetweenRows}>
        {columns.map((column, index) => (
          <Column
            key={`${index} ${column.node}`}
            column={column}
            index={index}
            direction={direction}
            start={start}
            chosen={chain[index] ?? null}
            name={(node) => nameOf(level, node, labels)}
            onChoose={(node) => choose(index, node)}
            onStart={(next) => setOptions({ start: next, at: null })}
          />
        ))}
        {chain.length === 0 && (
          <p class="columns-hint">
            {direction === 'onward'
              ? t('Choose a row to see where its visitors went next.')
              : t('Choose a row to see where its visitors came from.')}
          </p>
        )}
      </div>
      {last !== undefined && lastTotals !== undefined && (
        <BalanceSheet
          name={nameOf(level, last, labels)}
          balance={nodeBalance(last, lastTotals, moves.rows)}
          k={moves.k}
        />
      )}
      <WaitingNote report={moves} />
    </>
  );
}

function MovesTable({ report, level }: { readonly report: Report<'flows'>; readonly level: Level }) {
  const { rows } = report;
  const labels = report.labels[level];
  return (
    <DataTable
      caption={t('Moves')}
      rows={rows}
      rowKey={({ from, to }) => `${from} ${to}`}
      sortedBy={2}
      columns={[
        {
          title: t('Came from'),
          cell: ({ from }) => nameOf(level, from, labels),
          sort: ({ from }) => nameOf(level, from, labels),
        },
        {
          title: t('Went to'),
          cell: ({ to }) => nameOf(level, to, labels),
          sort: ({ to }) => nameOf(level, to, labels),
        },
        { title: t('Moves'), kind: 'number', cell: ({ n }) => formatCount(n), sort: ({ n }) => n },
        {
          title: t('Visitors'),
          kind: 'number',
          cell: ({ people }) => formatCount(people),
          sort: ({ people }) => people,
        },
      ]}
    />
  );
}
