/** The positions of a page, and what each earns. */
import type { LayoutRow } from '@holloway/protocol';
import { formatCount } from '../../model/format.ts';
import { formatMoney } from '../../model/money.ts';
import { positionsOf } from '../../model/positions.ts';
import { shareOf } from '../../model/share.ts';
import { sumOf } from '../../model/sums.ts';
import { useView } from '../../state/view.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { shareColumn, Untold } from '../../ui/rate.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { HeadWords } from './head-words.tsx';
import type { LayoutData } from './layout-data.ts';
import { boxName, itemNames, RATE_MEANINGS, RATE_NAMES } from './rate-words.ts';

interface SlotPanelProps {
  /** Of the page and the size of window that are shown. */
  readonly rows: readonly LayoutRow[];
  readonly data: LayoutData;
  readonly csv: string;
}

type Slot = ReturnType<typeof slotsOf>[number];

const slotsOf = (rows: readonly LayoutRow[]) =>
  positionsOf(rows).map(({ zone, slot, items, exposed, clicked, added, ordered }) => {
    const value = sumOf(items, (row) => row.value);
    return {
      element: slot === null ? zone : `${zone}/${slot}`,
      order: `${zone} ${String(slot ?? '').padStart(6)}`,
      products: [...new Set(items.map(({ item }) => item))],
      exposed,
      clickRate: shareOf(clicked, exposed),
      addRate: shareOf(added, exposed),
      orderRate: shareOf(ordered, exposed),
      returnRate: shareOf(
        sumOf(items, (row) => row.returned),
        clicked,
      ),
      value: value === null || exposed === null || exposed === 0 ? null : value / exposed,
    };
  });

export function SlotPanel({ rows, data: { labels, reports }, csv }: SlotPanelProps) {
  const { site } = useView();
  const slots = slotsOf(rows);
  return (
    <Panel title={t('What each position earns')} csv={csv}>
      <HeadWords
        words={[
          [t(RATE_NAMES.clickRate), t(RATE_MEANINGS.clickRate)],
          [t(RATE_NAMES.addRate), t(RATE_MEANINGS.addRate)],
          [t(RATE_NAMES.orderRate), t(RATE_MEANINGS.orderRate)],
          [t('Return rate'), t('Of the visits that clicked, those that were back within 8 seconds.')],
          [t(RATE_NAMES.valuePerExposure), t(RATE_MEANINGS.valuePerExposure)],
        ]}
      />
      <DataTable
        caption={t('What each position earns')}
        name="slots"
        rows={slots}
        rowKey={({ element }) => element}
        sortedBy={3}
        atOnce={24}
        columns={[
          {
            title: t('Position'),
            id: 'position',
            cell: ({ element }) => boxName(element, labels),
            sort: ({ order }) => order,
          },
          {
            title: t('Product'),
            cell: ({ products }) => <span class="product">{itemNames(products, labels)}</span>,
          },
          count(t('Visits seen'), ({ exposed }) => exposed),
          shareColumn(t(RATE_NAMES.clickRate), slots, (slot) => slot.clickRate, 'clickRate'),
          shareColumn(t(RATE_NAMES.addRate), slots, (slot) => slot.addRate, 'addRate'),
          shareColumn(t(RATE_NAMES.orderRate), slots, (slot) => slot.orderRate, 'orderRate'),
          shareColumn(t('Return rate'), slots, (slot) => slot.returnRate, 'returnRate'),
          {
            title: t(RATE_NAMES.valuePerExposure),
            id: 'valuePerExposure',
            kind: 'number',
            cell: ({ value }) => (value === null ? <Untold /> : formatMoney(value, site.currency)),
            sort: ({ value }) => value,
          },
        ]}
      />
      <WaitingNote report={reports.layout} />
    </Panel>
  );
}

const count = (title: string, value: (slot: Slot) => number | null): Column<Slot> => ({
  title,
  id: 'exposed',
  kind: 'number',
  cell: (slot) => (value(slot) === null ? <Untold /> : formatCount(value(slot))),
  sort: value,
});
