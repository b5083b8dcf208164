/** Where no boxes are known: the positions in reading order, and the products that stood on them. */
import type { Labels, LayoutRow } from '@holloway/protocol';
import { Slots } from '../../charts/slots.tsx';
import { formatCount, formatShare } from '../../model/format.ts';
import { termName, VIEWPORT_NAMES } from '../../model/names.ts';
import { FIGURES, isMeasured, positionsOf, type SlotFigure } from '../../model/positions.ts';
import { optionOf } from '../../state/route.ts';
import { useOptions } from '../../state/view.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Untold } from '../../ui/rate.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { type Msg, msg, t } from '../../words/words.ts';
import { boxName } from './rate-words.ts';

const FIGURE_NAMES: { readonly [figure in SlotFigure]: Msg } = {
  clicked: msg('Clicked'),
  clickRate: msg('Click rate'),
  exposed: msg('Seen'),
  added: msg('Added'),
  ordered: msg('Ordered'),
};

interface PositionsProps {
  /** Of the page and the size of window that are shown. */
  readonly rows: readonly LayoutRow[];
  readonly labels: Labels;
  readonly csv: string;
  /** Why it is no picture of the page. */
  readonly why: string;
}

export function Positions({ rows, labels, csv, why }: PositionsProps) {
  const [options, setOptions] = useOptions();
  const wanted = optionOf(options, 'figure', FIGURES);
  const unmeasured = FIGURES.filter((one) => !isMeasured(rows, one));
  const figure = unmeasured.includes(wanted)
    ? (FIGURES.find((one) => !unmeasured.includes(one)) ?? wanted)
    : wanted;
  const perRow = Math.min(8, Math.max(1, Number(options.per?.[0] ?? 3) || 3));
  const positions = positionsOf(rows);
  return (
    <Panel
      title={t('Positions')}
      note={why}
      csv={csv}
      controls={
        <>
          <Segmented
            label={t('Colour by')}
            value={figure}
            choices={FIGURES.map((one) => [one, t(FIGURE_NAMES[one])] as const)}
            disabled={{ choices: unmeasured, reason: t('not measured') }}
            onChoose={(next) => setOptions({ figure: next })}
          />
          <label class="per-row">
            {t('A row of {n}', { n: perRow })}
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
      name="positions"
      table={() => (
        <DataTable
          caption={t('Positions')}
          rows={positions}
          rowKey={({ zone, slot }) => `${zone} ${slot}`}
          columns={[{ title: t('Position'), cell: (position) => place(position, labels) }, ...measures()]}
        />
      )}
    >
      {positions.length === 0 ? (
        <p class="note">{t('No position of this page was used in a window of this size.')}</p>
      ) : (
        <Slots
          positions={positions}
          perRow={perRow}
          value={(position) => position[figure]}
          print={figure === 'clickRate' ? formatShare : formatCount}
          zoneName={(zone) => termName(zone, labels.zone)}
          item={(row) => termName(row.item, labels.product)}
          led={options.box?.[0]}
          missing={unmeasured.includes(figure) ? t('not measured') : t('none, or too few')}
        />
      )}
    </Panel>
  );
}

const place = (
  { zone, slot }: { readonly zone: string; readonly slot: number | null },
  labels: Labels,
): string => boxName(slot === null ? zone : `${zone}/${slot}`, labels);

const rate = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

type Figures = Pick<LayoutRow, 'exposed' | 'clicked' | 'added' | 'ordered' | 'clicks'>;

const measure = (
  title: string,
  value: (row: Figures) => number | null,
  format = formatCount,
): Column<Figures> => ({
  title,
  kind: 'number',
  cell: (row) => (value(row) === null ? <Untold /> : format(value(row))),
  sort: value,
});

const measures = (): readonly Column<Figures>[] => [
  measure(t('Seen'), ({ exposed }) => exposed),
  measure(t('Clicked'), ({ clicked }) => clicked),
  measure(t('Click rate'), ({ clicked, exposed }) => rate(clicked, exposed), formatShare),
  measure(t('Added'), ({ added }) => added),
  measure(t('Ordered'), ({ ordered }) => ordered),
  measure(t('Clicks'), ({ clicks }) => clicks),
];

interface ItemPanelProps {
  readonly rows: readonly LayoutRow[];
  readonly labels: Labels;
  readonly csv: string;
}

export const ItemPanel = ({ rows, labels, csv }: ItemPanelProps) => (
  <Panel
    title={t('Products by position')}
    note={t(
      'Visits in which a product was seen, clicked, put into the cart or ordered from there; clicks count repeats. A dash says not measured, none, or too few to show.',
    )}
    csv={csv}
  >
    <DataTable
      caption={t('Products by position')}
      rows={rows}
      sortedBy={0}
      atOnce={24}
      rowKey={({ zone, slot, item, viewport }) => `${zone} ${slot} ${item} ${viewport}`}
      columns={[
        {
          title: t('Position'),
          cell: (row) => place(row, labels),
          sort: ({ zone, slot }) => `${zone} ${String(slot ?? '').padStart(6)}`,
        },
        {
          title: t('Product'),
          cell: ({ item }) => termName(item, labels.product),
          sort: ({ item }) => termName(item, labels.product),
        },
        {
          title: t('Window size'),
          cell: ({ viewport }) =>
            viewport === null ? t('not known') : t(VIEWPORT_NAMES[viewport] ?? viewport),
          sort: ({ viewport }) => viewport,
        },
        ...measures(),
      ]}
    />
  </Panel>
);
