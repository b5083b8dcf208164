/** Whether products stand where they are looked for: the first look, the way, and where else. */
import { ALL, type Report } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { formatCount } from '../../model/format.ts';
import { categoryName, termDetail, termName } from '../../model/names.ts';
import { shareOf } from '../../model/share.ts';
import { type Shelf, shelfTotals, shelves } from '../../model/shelves.ts';
import { useTyped } from '../../state/typed.ts';
import { useReport, useView } from '../../state/view.ts';
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
  const { route } = useView();
  // `find` is a category of the tree here.
  const [typed, setTyped] = useTyped('item');
  const [led] = useState(typed);
  return (
    <Panel
      title={t('The right shelf')}
      note={
        <>
          {t(
            'Where visitors looked first for a product that they found. Looked for elsewhere by many, it may belong there too.',
          )}
          {route.slice !== ALL && ` ${t('All visits: what is found is not kept by slice.')}`}
        </>
      }
      csv={asked.csv}
      controls={<SearchField label={t('Find a product')} value={typed} onInput={setTyped} />}
    >
      <Reports of={[asked]} lines={10}>
        {([report]) => <ShelfTable {...{ report, typed, led }} />}
      </Reports>
    </Panel>
  );
}

interface ShelfTableProps {
  readonly report: Report<'finds'>;
  readonly typed: string;
  /** The product that a link led to. */
  readonly led: string;
}

const intoView = (product: HTMLElement | null): void => product?.scrollIntoView({ block: 'center' });

function ShelfTable({ report, typed, led }: ShelfTableProps) {
  const { labels } = report;
  const all = shelves(report.rows);
  const totals = shelfTotals(all);
  const name = ({ item }: Shelf): string => termName(item, labels.product);
  const category = (term: string): string => categoryName(term, labels.category);
  const found = all.filter((shelf) => matches(typed, shelf.item, name(shelf), category(shelf.found)));
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
      {typed !== '' && found.length === 0 && (
        <p class="note" role="status">
          {t('No product of these days is among them.')}
        </p>
      )}
      <DataTable
        caption={t('The right shelf')}
        rows={found}
        rowKey={({ item }) => item}
        atOnce={25}
        sortedBy={6}
        columns={[
          {
            title: t('Product'),
            cell: (shelf) => (
              <span {...(shelf.item === led && { ref: intoView })}>
                {name(shelf)} <small>{termDetail(shelf.item, name(shelf))}</small>
              </span>
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
