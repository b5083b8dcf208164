/** What products earn: put into the cart, ordered, and their value. */
import type { ProductRow, PurchaseRow, Report } from '@holloway/protocol';
import { formatCount } from '../model/format.ts';
import { formatMoney } from '../model/money.ts';
import { termDetail, termName } from '../model/names.ts';
import { shareOf } from '../model/share.ts';
import { type Compared, useCompared } from '../state/compared.ts';
import { useOptions, useReport } from '../state/view.ts';
import { ChangeNote, countChangeColumn, rateChangeColumn } from '../ui/change-columns.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Figures } from '../ui/figures.tsx';
import { Panel } from '../ui/panel.tsx';
import { Rate } from '../ui/rate.tsx';
import { Reports } from '../ui/reports.tsx';
import { matches, SearchField } from '../ui/search-field.tsx';
import { WaitingNote } from '../ui/states.tsx';
import { t, tn } from '../words/words.ts';

export function Products() {
  const purchases = useReport('purchases');
  const asked = useReport('products');
  const { compared, isComing } = useCompared('products');
  const [options, setOptions] = useOptions();
  const typed = options.find?.[0] ?? '';
  return (
    <>
      <Reports of={[purchases]} lines={3}>
        {([{ rows }]) => <Orders rows={rows} />}
      </Reports>
      <Panel
        title={t('Products')}
        note={t('Visits that put a product into the cart or ordered it. Values are of days that are over.')}
        csv={asked.csv}
        controls={
          <SearchField
            label={t('Find a product')}
            value={typed}
            onInput={(find) => setOptions({ find: find || null })}
          />
        }
      >
        <Reports of={[asked]} awaits={isComing} lines={14}>
          {([report]) => (
            <>
              <ProductTable {...{ report, compared, typed }} />
              <WaitingNote report={report} />
            </>
          )}
        </Reports>
      </Panel>
    </>
  );
}

const Orders = ({ rows }: { readonly rows: readonly PurchaseRow[] }) => (
  <Figures
    of={rows.flatMap(({ currency, orders, value }) => [
      { name: t('Orders'), value: formatCount(orders), note: currency },
      {
        name: t('Value of orders'),
        value: formatMoney(value, currency),
        note:
          value === null || orders === 0
            ? undefined
            : t('{value} an order', { value: formatMoney(Math.round(value / orders), currency) }),
      },
    ])}
  />
);

const count = (id: string, title: string, value: (row: ProductRow) => number | null): Column<ProductRow> => ({
  id,
  title,
  kind: 'number',
  cell: (row) => formatCount(value(row)),
  sort: value,
});

const money = (id: string, title: string, value: (row: ProductRow) => number | null): Column<ProductRow> => ({
  id,
  title,
  kind: 'number',
  cell: (row) => formatMoney(value(row), row.currency),
  sort: value,
});

const keyOf = ({ item, currency }: ProductRow): string => `${item} ${currency}`;

interface ProductTableProps {
  readonly report: Report<'products'>;
  readonly compared: Compared<'products'> | null;
  readonly typed: string;
}

function ProductTable({ report, compared, typed }: ProductTableProps) {
  const { rows, labels } = report;
  const name = ({ item }: ProductRow): string => termName(item, labels.product);
  const found = rows.filter((row) => matches(typed, row.item, name(row)));
  return (
    <>
      {typed.trim() !== '' && (
        <p class="note" role="status">
          {tn(found.length, '{n} product of {all}', '{n} products of {all}', {
            all: formatCount(rows.length),
          })}
        </p>
      )}
      <DataTable
        caption={t('Products')}
        name="products"
        rows={found}
        rowKey={keyOf}
        sortedBy={2}
        columns={[
          {
            title: t('Product'),
            id: 'product',
            cell: (row) => (
              <>
                {name(row)} <small>{termDetail(row.item, name(row))}</small>
              </>
            ),
            sort: name,
          },
          count('added', t('Put into the cart'), ({ added }) => added),
          count('ordered', t('Ordered'), ({ ordered }) => ordered),
          ...countChangeColumn(compared, keyOf, ({ ordered }) => ordered),
          {
            title: t('Ordered of those in carts'),
            id: 'orderedOfAdded',
            kind: 'number',
            cell: ({ ordered, added }) => <Rate share={shareOf(ordered, added)} />,
            sort: ({ ordered, added }) => shareOf(ordered, added).rate,
          },
          ...rateChangeColumn(t('Ordered of those in carts'), compared, keyOf, ({ ordered, added }) => ({
            hits: ordered,
            of: added,
          })),
          money('addedValue', t('Value in carts'), ({ addedValue }) => addedValue),
          money('orderedValue', t('Value ordered'), ({ orderedValue }) => orderedValue),
        ]}
      />
      <ChangeNote of={compared} />
    </>
  );
}
