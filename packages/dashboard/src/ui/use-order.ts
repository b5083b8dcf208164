/** What a table is sorted by: kept in the address where the address has a name for the table, else as long as it is shown. */
import { useContext, useState } from 'preact/hooks';
import { type Order, readOrder, writeOrder } from '../model/table-order.ts';
import { ViewContext } from '../state/view.ts';

interface OrderOptions {
  /** What the address calls the table. */
  readonly name: string | undefined;
  /** Until somebody chooses, and where the address says what the table cannot be sorted by. */
  readonly first: Order | null;
  readonly isSortable: (column: string) => boolean;
}

export function useOrder({ name, first, isSortable }: OrderOptions) {
  const view = useContext(ViewContext);
  const [own, setOwn] = useState(first);
  if (name === undefined || view === null) return [own, setOwn] as const;
  const { route, location } = view;
  const said = route.options.sort ?? [];
  const asked = readOrder(said, name);
  const order = asked !== null && isSortable(asked.column) ? asked : first;
  const setOrder = (next: Order): void =>
    location.replace({ ...route, options: { ...route.options, sort: writeOrder(said, name, next) } });
  return [order, setOrder] as const;
}
