/** Every page with its figures: sorted, searched. */
import type { PageRow, Report } from '@holloway/protocol';
import { formatCount, formatDuration } from '../model/format.ts';
import { categoryName, termDetail, termName } from '../model/names.ts';
import { shareOf } from '../model/share.ts';
import { type Compared, useCompared } from '../state/compared.ts';
import { useOptions, useReport } from '../state/view.ts';
import { ChangeNote, countChangeColumn, rateChangeColumn } from '../ui/change-columns.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { shareColumn, Untold } from '../ui/rate.tsx';
import { Reports } from '../ui/reports.tsx';
import { matches, SearchField } from '../ui/search-field.tsx';
import { SettledNote } from '../ui/settled-note.tsx';
import { ExitsNote, WaitingNote } from '../ui/states.tsx';
import { t, tn } from '../words/words.ts';

const number = (id: string, title: string, value: (row: PageRow) => number | null): Column<PageRow> => ({
  id,
  title,
  kind: 'number',
  cell: (row) => formatCount(value(row)),
  sort: value,
});

export function Pages() {
  const asked = useReport('pages');
  const { compared, isComing } = useCompared('pages');
  const [options, setOptions] = useOptions();
  const typed = options.find?.[0] ?? '';
  return (
    <Panel
      title={t('All pages')}
      note={t(
        'Visitors are added up by day. Engagement is how long a page was visible and in focus: the median, and from where to where the middle half of the views lies.',
      )}
      csv={asked.csv}
      controls={
        <SearchField
          label={t('Search pages')}
          value={typed}
          onInput={(find) => setOptions({ find: find || null })}
        />
      }
    >
      <Reports of={[asked]} awaits={isComing} lines={14}>
        {([report]) => <PageTable {...{ report, compared, typed }} />}
      </Reports>
    </Panel>
  );
}

const keyOf = ({ page }: PageRow): string => page;

interface PageTableProps {
  readonly report: Report<'pages'>;
  readonly compared: Compared<'pages'> | null;
  readonly typed: string;
}

function PageTable({ report, compared, typed }: PageTableProps) {
  const { rows, labels } = report;
  const name = ({ page }: PageRow): string => termName(page, labels.page);
  const category = (row: PageRow): string =>
    row.category === null ? '' : categoryName(row.category, labels.category);
  const found = rows.filter((row) => matches(typed, row.page, name(row), category(row)));
  return (
    <>
      {typed.trim() !== '' && (
        <p class="note" role="status">
          {tn(found.length, '{n} page of {all}', '{n} pages of {all}', { all: formatCount(rows.length) })}
        </p>
      )}
      <DataTable
        caption={t('Pages')}
        name="pages"
        rows={found}
        rowKey={keyOf}
        sortedBy={2}
        columns={[
          {
            title: t('Page'),
            id: 'page',
            cell: (row) => (
              <>
                {name(row)} <small>{termDetail(row.page, name(row))}</small>
              </>
            ),
            sort: name,
          },
          { title: t('Category'), id: 'category', cell: category, sort: category },
          number('views', t('Views'), ({ views }) => views),
          ...countChangeColumn(compared, keyOf, ({ views }) => views),
          number('visitors', t('Visitors'), ({ visitors }) => visitors),
          number('entries', t('Entries'), ({ entries }) => entries),
          number('exits', t('Exits'), ({ exits }) => exits),
          shareColumn(
            t('Exit rate'),
            found,
            ({ exits, settledViews }) => shareOf(exits, settledViews),
            'exitRate',
          ),
          ...rateChangeColumn(t('Exit rate'), compared, keyOf, ({ exits, settledViews }) => ({
            hits: exits,
            of: settledViews,
          })),
          shareColumn(
            t('Bounce rate'),
            found,
            ({ bounces, settledEntries }) => shareOf(bounces, settledEntries),
            'bounceRate',
          ),
          {
            title: t('Engagement'),
            id: 'engagement',
            kind: 'number',
            cell: (row) => <Engagement {...row} />,
            sort: ({ engagement }) => engagement,
          },
        ]}
      />
      <ChangeNote of={compared} />
      <ExitsNote rows={found} />
      <SettledNote rows={found} />
      <WaitingNote report={report} />
    </>
  );
}

const Engagement = ({ engagement, engagementLower, engagementUpper }: PageRow) =>
  engagement === null || engagementLower === null || engagementUpper === null ? (
    <Untold />
  ) : (
    <span class="points">
      {formatDuration(engagement)}
      <small>
        {t('{low} to {high}', {
          low: formatDuration(engagementLower),
          high: formatDuration(engagementUpper),
        })}
      </small>
    </span>
  );
