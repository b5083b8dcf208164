/** A table of any rows: sorted on request, the first hundred at once, all on paper. Every chart can be read as one. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Order } from '../model/table-order.ts';
import { t, tn } from '../words/words.ts';
import { useOrder } from './use-order.ts';
import { usePrinting } from './use-printing.ts';

export interface Column<Row> {
  readonly title: string;
  /** What the address calls it where the table is sorted by it. Default: the title, which is of one language. */
  readonly id?: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** What to sort by; without it the column cannot be sorted. `null` sorts last. */
  readonly sort?: (row: Row) => number | string | null;
  /** Text stands left, numbers right. */
  readonly kind?: 'text' | 'number';
}

interface DataTableProps<Row> {
  readonly caption: string;
  /** What the address calls it, so that what it is sorted by is kept and shared with a view. Default: it is not. */
  readonly name?: string;
  readonly rows: readonly Row[];
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rowKey: (row: Row) => string;
  /** Index of the column to sort by at first; without it rows stand as given. */
  readonly sortedBy?: number;
  /** How many rows stand there before more are asked for. Default 100. */
  readonly atOnce?: number;
}

/** Columns come and go: their places say nothing. */
const idOf = ({ id, title }: Pick<Column<never>, 'id' | 'title'>): string => id ?? title;

const firstOrder = (column: Pick<Column<never>, 'id' | 'title' | 'kind'>): Order => ({
  column: idOf(column),
  descending: column.kind === 'number',
});

function sorted<Row>(
  rows: readonly Row[],
  order: Order | null,
  columns: readonly Column<Row>[],
): readonly Row[] {
  const by = columns.find((column) => idOf(column) === order?.column)?.sort;
  if (order === null || by === undefined) return rows;
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [by(a), by(b)];
    if (left === right) return 0;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -sign : sign;
  });
}

export function DataTable<Row>({
  caption,
  name,
  rows,
  columns,
  rowKey,
  sortedBy,
  atOnce = 100,
}: DataTableProps<Row>) {
  const first = columns[sortedBy ?? -1];
  const [order, setOrder] = useOrder({
    name,
    first: first === undefined ? null : firstOrder(first),
    isSortable: (id) => columns.some((column) => column.sort !== undefined && idOf(column) === id),
  });
  const [limit, setLimit] = useState(atOnce);
  const printing = usePrinting();
  const shown = sorted(rows, order, columns).slice(0, printing ? rows.length : limit);
  const direction = (column: string) =>
    order?.column !== column ? 'none' : order.descending ? 'descending' : 'ascending';
  return (
    <div class="table-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables scroll, and by keyboard only with focus */}
      <section class="table-scroll" aria-label={t('{name}, table', { name: caption })} tabIndex={0}>
        <table>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.title}
                  scope="col"
                  class={column.kind === 'number' ? 'number' : 'text'}
                  aria-sort={column.sort === undefined ? undefined : direction(idOf(column))}
                >
                  {column.sort === undefined ? (
                    column.title
                  ) : (
                    <button
                      type="button"
                      class="sort"
                      onClick={() =>
                        setOrder(
                          order?.column === idOf(column)
                            ? { column: order.column, descending: !order.descending }
                            : firstOrder(column),
                        )
                      }
                    >
                      {column.title}
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map(({ title, cell, kind }, column) =>
                  column === 0 ? (
                    <th key={title} scope="row" class={kind === 'number' ? 'number' : 'text'}>
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={title} class={kind === 'number' ? 'number' : 'text'}>
                      {cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > limit && (
        <button type="button" class="quiet more" onClick={() => setLimit(limit + 5 * atOnce)}>
          {tn(rows.length - limit, 'Show more: {n} row is left', 'Show more: {n} rows are left')}
        </button>
      )}
    </div>
  );
}
