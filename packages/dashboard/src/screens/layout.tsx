/** What each position of a page earns: a small picture of the positions, and their figures. */
import type { Labels, LayoutRow, Report } from '@holloway/protocol';
import { Slots } from '../charts/slots.tsx';
import { formatCount, formatShare } from '../model/format.ts';
import { termDetail, termName, VIEWPORT_NAMES } from '../model/names.ts';
import {
  FIGURES,
  isMeasured,
  type Position,
  pagesWithPositions,
  positionsOf,
  type SlotFigure,
} from '../model/positions.ts';
import { optionOf } from '../state/route.ts';
import { useOptions, useReport } from '../state/view.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { Reports } from '../ui/reports.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { WaitingNote } from '../ui/states.tsx';
import '../style/layout.css';

const WINDOWS = ['all', 's', 'm', 'l'] as const;

const FIGURE_NAMES: { readonly [figure in SlotFigure]: string } = {
  clicked: 'Clicked',
  clickRate: 'Click rate',
  exposed: 'Seen',
  added: 'Added',
  ordered: 'Ordered',
};

const WINDOW_NAMES: { readonly [window in (typeof WINDOWS)[number]]: string } = {
  all: 'All sizes',
  s: 'Small',
  m: 'Medium',
  l: 'Large',
};

export function Layout() {
  const asked = useReport('layout');
  return (
    <Reports of={[asked]} lines={14}>
      {([report]) => <PageLayout report={report} csv={asked.csv} />}
    </Reports>
  );
}

/** Rows of one page and window; rows that name no window are in "all" alone. */
const rowsOf = (rows: readonly LayoutRow[], page: string | undefined, window: string): LayoutRow[] =>
  rows.filter((row) => row.page === page && (window === 'all' || row.viewport === window));

function PageLayout({ report, csv }: { readonly report: Report<'layout'>; readonly csv: string }) {
  const [options, setOptions] = useOptions();
  const { rows, labels } = report;
  const pages = pagesWithPositions(rows);
  const asked = options.page?.[0];
  const page = pages.find((one) => one.page === asked)?.page ?? pages[0]?.page;
  const window = optionOf(options, 'window', WINDOWS);
  const wanted = optionOf(options, 'figure', FIGURES);
  const unmeasured = FIGURES.filter((one) => !isMeasured(rows, one));
  const figure = unmeasured.includes(wanted)
    ? (FIGURES.find((one) => !unmeasured.includes(one)) ?? wanted)
    : wanted;
  const perRow = Math.min(8, Math.max(1, Number(options.per?.[0] ?? 3) || 3));
  const positions = positionsOf(rowsOf(rows, page, window));
  return (
    <>
      <div class="toolbar">
        <label class="choose">
          Page
          <select value={page} onChange={(event) => setOptions({ page: event.currentTarget.value }, 'go')}>
            {pages.map((one) => (
              <option key={one.page} value={one.page}>
                {termName(one.page, labels.page)}{' '}
                {termDetail(one.page, termName(one.page, labels.page)) ?? ''} ({formatCount(one.clicked)})
              </option>
            ))}
          </select>
        </label>
        {rows.some(({ viewport }) => viewport !== null) && (
          <Segmented
            label="Window size"
            value={window}
            choices={WINDOWS.map((one) => [one, WINDOW_NAMES[one]] as const)}
            onChoose={(next) => setOptions({ window: next })}
          />
        )}
      </div>
      <Panel
        title="Positions"
        note="In reading order. How many stand in a row is yours to say: the counts do not know it."
        csv={csv}
        controls={
          <>
            <Segmented
              label="Colour by"
              value={figure}
              choices={FIGURES.map((one) => [one, FIGURE_NAMES[one]] as const)}
              disabled={{ choices: unmeasured, reason: 'not measured' }}
              onChoose={(next) => setOptions({ figure: next })}
            />
            <label class="per-row">
              A row of {perRow}
              <input
                type="range"
                min="1"
                max="8"
                value={perRow}
                onInput={(event) => setOptions({ per: event.currentTarget.value })}
              />
            </label>
          </>
        }
        table={() => <PositionTable positions={positions} labels={labels} />}
      >
        {positions.length === 0 ? (
          <p class="note">No position of this page was used in a window of this size.</p>
        ) : (
          <Slots
            positions={positions}
            perRow={perRow}
            value={(position) => position[figure]}
            print={figure === 'clickRate' ? formatShare : formatCount}
            zoneName={(zone) => termName(zone, labels.zone)}
            item={(row) => termName(row.item, labels.product)}
            missing={unmeasured.includes(figure) ? 'not measured' : 'none, or too few'}
          />
        )}
        {unmeasured.length > 0 && (
          <p class="note">
            Not measured: {unmeasured.map((one) => FIGURE_NAMES[one].toLowerCase()).join(', ')}.
          </p>
        )}
        <WaitingNote report={report} />
      </Panel>
      <Panel
        title="Products by position"
        note="Visits in which a product was seen, clicked, put into the cart or ordered from there; clicks count repeats. A dash says not measured, none, or too few to show."
        csv={csv}
      >
        <ItemTable rows={rowsOf(rows, page, window)} labels={labels} />
      </Panel>
    </>
  );
}

const place = (
  { zone, slot }: { readonly zone: string; readonly slot: number | null },
  labels: Labels,
): string => `${termName(zone, labels.zone)} ${slot ?? ''}`.trim();

const rate = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

/** A dash, and what it says to those who hear it. */
const Measured = ({ text, value }: { readonly text: string; readonly value: number | null }) => (
  <span>
    {value === null ? <span class="visually-hidden">not measured, none, or too few</span> : text}
    {value === null && <span aria-hidden="true">{text}</span>}
  </span>
);

type Figures = Pick<LayoutRow, 'exposed' | 'clicked' | 'added' | 'ordered' | 'clicks'>;

const measure = (
  title: string,
  value: (row: Figures) => number | null,
  format = formatCount,
): Column<Figures> => ({
  title,
  kind: 'number',
  cell: (row) => <Measured text={format(value(row))} value={value(row)} />,
  sort: value,
});

const MEASURED: readonly Column<Figures>[] = [
  measure('Seen', ({ exposed }) => exposed),
  measure('Clicked', ({ clicked }) => clicked),
  measure('Click rate', ({ clicked, exposed }) => rate(clicked, exposed), formatShare),
  measure('Added', ({ added }) => added),
  measure('Ordered', ({ ordered }) => ordered),
  measure('Clicks', ({ clicks }) => clicks),
];

const ItemTable = ({ rows, labels }: { readonly rows: readonly LayoutRow[]; readonly labels: Labels }) => (
  <DataTable
    caption="Products by position"
    rows={rows}
    sortedBy={0}
    rowKey={({ zone, slot, item, viewport }) => `${zone} ${slot} ${item} ${viewport}`}
    columns={[
      {
        title: 'Position',
        cell: (row) => place(row, labels),
        sort: ({ zone, slot }) => `${zone} ${String(slot ?? '').padStart(6)}`,
      },
      {
        title: 'Product',
        cell: ({ item }) => termName(item, labels.product),
        sort: ({ item }) => termName(item, labels.product),
      },
      {
        title: 'Window size',
        cell: ({ viewport }) => (viewport === null ? 'not known' : (VIEWPORT_NAMES[viewport] ?? viewport)),
        sort: ({ viewport }) => viewport,
      },
      ...MEASURED,
    ]}
  />
);

const PositionTable = ({
  positions,
  labels,
}: {
  readonly positions: readonly Position[];
  readonly labels: Labels;
}) => (
  <DataTable
    caption="Positions"
    rows={positions}
    rowKey={({ zone, slot }) => `${zone} ${slot}`}
    columns={[{ title: 'Position', cell: (position) => place(position, labels) }, ...MEASURED]}
  />
);
