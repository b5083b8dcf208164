/** The picture of a page as tables, one for each of its layers: boxes with their rates, scroll reach, clicks. */
import { ANY, type Viewport } from '@holloway/protocol';
import type { ComponentChildren } from 'preact';
import type { ToldBox } from '../../model/boxes-csv.ts';
import { formatCount, formatShare } from '../../model/format.ts';
import { inWindow } from '../../model/layout-figures.ts';
import type { Layer } from '../../model/layout-view.ts';
import { reachOf } from '../../model/scroll-reach.ts';
import { keyOf } from '../../model/wireframe.ts';
import { useReport, useView } from '../../state/view.ts';
import { CsvLink } from '../../ui/csv-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Reports } from '../../ui/reports.tsx';
import { t } from '../../words/words.ts';
import { BoxTable } from './box-table.tsx';
import type { LayoutData } from './layout-data.ts';
import { boxName, isShared, LAYER_NAMES } from './rate-words.ts';

interface PictureTablesProps {
  readonly data: LayoutData;
  /** The boxes of the layers that are shown. */
  readonly told: readonly ToldBox[];
  readonly layers: readonly Layer[];
  /** The size of window whose boxes are drawn, which clicks are told of. */
  readonly drawn: Viewport;
  readonly scrollCsv: string;
}

export function PictureTables({ data, told, layers, drawn, scrollCsv }: PictureTablesProps) {
  const { site } = useView();
  const hasScroll = layers.includes('scroll') && data.scroll.length > 0;
  const hasHeat = layers.includes('heatmap');
  if (told.length === 0 && !hasScroll && !hasHeat) {
    return <p class="note">{t('Nothing is known of the layers that are chosen.')}</p>;
  }
  return (
    <div class="picture-tables">
      {told.length > 0 && <BoxTable told={told} labels={data.labels} currency={site.currency} />}
      {hasScroll && <ScrollTable data={data} csv={scrollCsv} />}
      {hasHeat && <HeatTable data={data} drawn={drawn} />}
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly csv: string;
  readonly children: ComponentChildren;
}

const Part = ({ title, csv, children }: PartProps) => (
  <section aria-label={title}>
    <div class="picture-part">
      <h3>{title}</h3>
      <CsvLink title={title} href={csv} />
    </div>
    {children}
  </section>
);

const ScrollTable = ({ data, csv }: { readonly data: LayoutData; readonly csv: string }) => (
  <Part title={t(LAYER_NAMES.scroll)} csv={csv}>
    <DataTable
      caption={t(LAYER_NAMES.scroll)}
      rows={reachOf(data.scroll)}
      rowKey={({ tenth }) => String(tenth)}
      columns={[
        { title: t('Tenth from the top'), cell: ({ tenth }) => formatCount(tenth) },
        {
          title: t('Views that came this far'),
          kind: 'number',
          cell: ({ reached }) => formatCount(reached),
        },
        { title: t('Share'), kind: 'number', cell: ({ share }) => formatShare(share) },
      ]}
    />
  </Part>
);

/** An element is 16 cells wide and 16 high, from its top left. */
const CELLS = 16;

/** Asked for when the layer is shown: its rows are many. */
function HeatTable({ data, drawn }: { readonly data: LayoutData; readonly drawn: Viewport }) {
  const asked = useReport('heatmap', { pages: [data.page, ANY] });
  const title = t(LAYER_NAMES.heatmap);
  return (
    <Part title={title} csv={asked.csv}>
      <Reports of={[asked]}>
        {([{ rows }]) => (
          <DataTable
            caption={title}
            rows={inWindow(rows, drawn)}
            rowKey={(row) => `${keyOf(row)} ${row.cell}`}
            sortedBy={3}
            atOnce={20}
            columns={[
              {
                title: t('Element'),
                cell: ({ page, element }) => (
                  <>
                    {boxName(element, data.labels)} {isShared(page) && <small>{t('on all pages')}</small>}
                  </>
                ),
                sort: ({ element }) => boxName(element, data.labels),
              },
              {
                title: t('Row of 16'),
                kind: 'number',
                cell: ({ cell }) => formatCount(Math.floor(cell / CELLS) + 1),
                sort: ({ cell }) => cell,
              },
              {
                title: t('Column of 16'),
                kind: 'number',
                cell: ({ cell }) => formatCount((cell % CELLS) + 1),
                sort: ({ cell }) => cell % CELLS,
              },
              { title: t('Clicks'), kind: 'number', cell: ({ n }) => formatCount(n), sort: ({ n }) => n },
            ]}
          />
        )}
      </Reports>
    </Part>
  );
}
