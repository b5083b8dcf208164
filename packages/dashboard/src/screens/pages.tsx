/** Every page with its figures: sorted, searched. */
import type { PageRow, Report } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { formatCount, formatDuration, formatShare, plural } from '../model/format.ts';
import { categoryName, termDetail, termName } from '../model/names.ts';
import { useReport } from '../state/view.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { Reports } from '../ui/reports.tsx';
import { matches, SearchField } from '../ui/search-field.tsx';
import { ExitsNote, WaitingNote } from '../ui/states.tsx';

const ratio = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

const number = (
  title: string,
  value: (row: PageRow) => number | null,
  format = formatCount,
): Column<PageRow> => ({
  title,
  kind: 'number',
  cell: (row) => format(value(row)),
  sort: value,
});

export function Pages() {
  const asked = useReport('pages');
  const [typed, setTyped] = useState('');
  return (
    <Panel
      title="All pages"
      note="Visitors are added up by day. Engagement is the median time a page was visible and in focus."
      csv={asked.csv}
      controls={<SearchField label="Search pages" value={typed} onInput={setTyped} />}
    >
      <Reports of={[asked]} lines={14}>
        {([report]) => <PageTable report={report} typed={typed} />}
      </Reports>
    </Panel>
  );
}

function PageTable({ report, typed }: { readonly report: Report<'pages'>; readonly typed: string }) {
  const { rows, labels } = report;
  const name = ({ page }: PageRow): string => termName(page, labels.page);
  const category = (row: PageRow): string =>
    row.category === null ? '' : categoryName(row.category, labels.category);
  const found = rows.filter((row) => matches(typed, row.page, name(row), category(row)));
  return (
    <>
      {typed.trim() !== '' && (
        <p class="note" role="status">
          {plural(found.length, 'page')} of {formatCount(rows.length)}
        </p>
      )}
      <DataTable
        caption="Pages"
        rows={found}
        rowKey={({ page }) => page}
        sortedBy={2}
        columns={[
          {
            title: 'Page',
            cell: (row) => (
              <>
                {name(row)} <small>{termDetail(row.page, name(row))}</small>
              </>
            ),
            sort: name,
          },
          { title: 'Category', cell: category, sort: category },
          number('Views', ({ views }) => views),
          number('Visitors', ({ visitors }) => visitors),
          number('Entries', ({ entries }) => entries),
          number('Exits', ({ exits }) => exits),
          number('Exit rate', ({ exits, views }) => ratio(exits, views), formatShare),
          number('Bounce rate', ({ bounces, entries }) => ratio(bounces, entries), formatShare),
          number('Engagement', ({ engagement }) => engagement, formatDuration),
        ]}
      />
      <ExitsNote rows={found} />
      <WaitingNote report={report} />
    </>
  );
}
