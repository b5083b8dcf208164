/** Whether products stand where they are looked for: the first look, the way, and where else. */
import type { Report } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { formatCount } from '../../model/format.ts';
import { categoryName, termDetail, termName } from '../../model/names.ts';
import { shareOf } from '../../model/share.ts';
import { type Shelf, shelfTotals, shelves } from '../../model/shelves.ts';
import { useReport } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Figures } from '../../ui/figures.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Rate } from '../../ui/rate.tsx';
import { rateFigure } from '../../ui/rate-figure.tsx';
import { Reports } from '../../ui/reports.tsx';
import { matches, SearchField } from '../../ui/search-field.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';

/** Other categories that are named in a row. */
const NAMED = 3;

export function ShelvesPanel() {
  const asked = useReport('finds');
  const [typed, setTyped] = useState('');
  return (
    <Panel
      title={t('The right shelf')}
      note={t(
        'Where visitors looked first for a product that they found. Looked for elsewhere by many, it may belong there too.',
      )}
      csv={asked.csv}
      controls={<SearchField label={t('Find a product')} value={typed} onInput={setTyped} />}
    >
      <Reports of={[asked]} lines={10}>
        {([report]) => <ShelfTable report={report} typed={typed} />}
      </Reports>
    </Panel>
  );
}

function ShelfTable({ report, typed }: { readonly report: Report<'finds'>; readonly typed: string }) {
  const { labels } = report;
  const all = shelves(report.rows);
  const totals = shelfTotals(all);
  const name = ({ item }: Shelf): string => termName(item, labels.product);
  const category = (term: string): string => categoryName(term, labels.category);
  return (
    <>
      <Figures
        of={[
          {
            name: t('Finds'),
            value: formatCount(totals.finds),
            note: t('a visit counts once for each product it found'),
          },
          rateFigure(
            t('First click'),
            shareOf(totals.rightFirst, totals.finds),
            t('looked in the right category first'),
          ),
          rateFigure(
            t('Directness'),
            shareOf(totals.direct, totals.known),
            t('found it without turning back'),
          ),
        ]}
      />
      <DataTable
        caption={t('The right shelf')}
        rows={all.filter((shelf) => matches(typed, shelf.item, name(shelf), category(shelf.found)))}
        rowKey={({ item }) => item}
        atOnce={25}
        sortedBy={6}
        columns={[
          {
            title: t('Product'),
            cell: (shelf) => (
              <>
                {name(shelf)} <small>{termDetail(shelf.item, name(shelf))}</small>
              </>
            ),
            sort: name,
          },
          {
            title: t('Stands in'),
            cell: ({ found }) => category(found),
            sort: ({ found }) => category(found),
          },
          {
            title: t('Finds'),
            kind: 'number',
            cell: ({ finds }) => formatCount(finds),
            sort: ({ finds }) => finds,
          },
          {
            title: t('First click'),
            kind: 'number',
            cell: ({ rightFirst, finds }) => <Rate share={shareOf(rightFirst, finds)} />,
            sort: ({ rightFirst, finds }) => shareOf(rightFirst, finds).rate,
          },
          {
            title: t('Directness'),
            kind: 'number',
            cell: ({ direct, known }) => <Rate share={shareOf(direct, known)} />,
            sort: ({ direct, known }) => shareOf(direct, known).rate,
          },
          {
            title: t('Looked first in'),
            cell: ({ elsewhere }) =>
              elsewhere
                .slice(0, NAMED)
                .map(({ tried, n }) => `${category(tried)} (${formatCount(n)})`)
                .join(', ') || '–',
          },
          {
            title: t('Most from one'),
            kind: 'number',
            cell: ({ elsewhere }) => formatCount(elsewhere[0]?.n ?? 0),
            sort: ({ elsewhere }) => elsewhere[0]?.n ?? 0,
          },
        ]}
      />
      <WaitingNote report={report} />
    </>
  );
}
