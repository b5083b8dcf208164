/** The search desk: what visitors ask for, what they find, and what they ask instead. */
import type { Report, SearchRow } from '@holloway/protocol';
import { formatCount, formatShare } from '../../model/format.ts';
import { termName } from '../../model/names.ts';
import {
  type DeskOutcome,
  deskTotals,
  isIn,
  ratesOf,
  TERM_GROUPS,
  type TermGroup,
} from '../../model/search-desk.ts';
import { shareOf } from '../../model/share.ts';
import { type Compared, useCompared } from '../../state/compared.ts';
import { optionOf } from '../../state/route.ts';
import { useTyped } from '../../state/typed.ts';
import { useOptions, useReport } from '../../state/view.ts';
import { ChangeNote, countChangeColumn, rateChangeColumn } from '../../ui/change-columns.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { type FigureProps, Figures } from '../../ui/figures.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Rate } from '../../ui/rate.tsx';
import { rateFigure } from '../../ui/rate-figure.tsx';
import { Reports } from '../../ui/reports.tsx';
import { matches, SearchField } from '../../ui/search-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { type Msg, msg, t, tn } from '../../words/words.ts';
import { Rewordings } from './rewordings.tsx';

const GROUP_NAMES: { readonly [group in TermGroup]: Msg } = {
  all: msg('All terms'),
  empty: msg('Nothing found'),
  ignored: msg('Not clicked'),
  reworded: msg('Asked again'),
};

export function Search() {
  const asked = useReport('search');
  const { compared, isComing } = useCompared('search');
  return (
    <>
      <Reports of={[asked]} awaits={isComing} lines={14}>
        {([report]) => <Desk {...{ report, compared }} csv={asked.csv} />}
      </Reports>
      <Rewordings />
    </>
  );
}

interface DeskProps {
  readonly report: Report<'search'>;
  readonly compared: Compared<'search'> | null;
  readonly csv: string;
}

function Desk({ report, compared, csv }: DeskProps) {
  const [options, setOptions] = useOptions();
  const [typed, setTyped] = useTyped('find');
  const group = optionOf(options, 'terms', TERM_GROUPS);
  const found = report.rows.filter((row) => isIn(group, row) && matches(typed, row.term));
  return (
    <>
      <Totals report={report} />
      <Panel
        title={t('Terms')}
        note={t('Visits that searched for a term. A term shows once enough browsers have asked for it.')}
        csv={csv}
        controls={
          <>
            <Segmented
              label={t('Which terms')}
              value={group}
              choices={TERM_GROUPS.map((one) => [one, t(GROUP_NAMES[one])] as const)}
              onChoose={(next) => setOptions({ terms: next })}
            />
            <SearchField label={t('Find a term')} value={typed} onInput={setTyped} />
          </>
        }
      >
        {found.length === 0 ? (
          <p class="note" role="status">
            {t('No term of these days is among them.')}
          </p>
        ) : (
          <TermTable rows={found} compared={compared} />
        )}
        <WaitingNote report={report} />
      </Panel>
    </>
  );
}

function Totals({ report }: { readonly report: Report<'search'> }) {
  const { asked, empty, clicked, refined } = deskTotals(report);
  return (
    <Figures
      of={[
        {
          name: t('Searches'),
          value: formatCount(asked),
          note: tn(report.rows.length, '{n} term', '{n} terms'),
        },
        outcomeFigure(t('Nothing found'), empty, t('of searches')),
        outcomeFigure(t('A result clicked'), clicked, t('of searches')),
        outcomeFigure(t('Asked again'), refined, t('in other words')),
      ]}
    />
  );
}

/** What is the least has no range: nobody can tell how much is hidden. */
const outcomeFigure = (name: string, { share, isLeast }: DeskOutcome, what: string): FigureProps =>
  isLeast && share.rate !== null
    ? {
        name,
        value: formatShare(share.rate),
        note: t('{what}, at least: of some terms too few to tell', { what }),
      }
    : rateFigure(name, share, what);

const keyOf = ({ term }: SearchRow): string => term;

interface TermTableProps {
  readonly rows: readonly SearchRow[];
  readonly compared: Compared<'search'> | null;
}

function TermTable({ rows, compared }: TermTableProps) {
  return (
    <>
      <DataTable
        caption={t('Search terms')}
        rows={rows}
        rowKey={keyOf}
        sortedBy={1}
        columns={[
          { title: t('Term'), cell: ({ term }) => termName(term), sort: ({ term }) => term },
          {
            title: t('Visits'),
            kind: 'number',
            cell: ({ asked }) => formatCount(asked),
            sort: ({ asked }) => asked,
          },
          ...countChangeColumn(compared, keyOf, ({ asked }) => asked),
          {
            title: t('Nothing found'),
            kind: 'number',
            cell: ({ empty, asked }) => <Rate share={shareOf(empty, asked)} />,
            sort: (row) => ratesOf(row).empty,
          },
          ...rateChangeColumn(t('Nothing found'), compared, keyOf, ({ empty, asked }) => ({
            hits: empty,
            of: asked,
          })),
          {
            title: t('A result clicked'),
            kind: 'number',
            cell: ({ clicked, asked }) => <Rate share={shareOf(clicked, asked)} />,
            sort: (row) => ratesOf(row).clicked,
          },
          {
            title: t('Asked again'),
            kind: 'number',
            cell: ({ refined, asked }) => <Rate share={shareOf(refined, asked)} />,
            sort: (row) => ratesOf(row).refined,
          },
        ]}
      />
      <ChangeNote of={compared} />
    </>
  );
}
