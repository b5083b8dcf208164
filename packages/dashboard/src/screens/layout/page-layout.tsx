/** One page: its picture, its regions and positions, what changed, and what frustrates. */
import type { Viewport } from '@holloway/protocol';
import { inWindow } from '../../model/layout-figures.ts';
import { WINDOWS, type Window, windowOf } from '../../model/layout-view.ts';
import type { Labels } from '../../model/names.ts';
import type { ListedPage } from '../../model/page-list.ts';
import { useOptions } from '../../state/view.ts';
import { Ready } from '../../ui/ready.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Message, WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { DepthPanel } from './depth-panel.tsx';
import { FrustrationPanel } from './frustration-panel.tsx';
import { type LayoutCsv, type LayoutData, useLayoutData } from './layout-data.ts';
import { LayoutHappened } from './layout-happened.tsx';
import { LivePage } from './live-page.tsx';
import { MoversPanel } from './movers-panel.tsx';
import { PageChooser } from './page-chooser.tsx';
import { Picture } from './picture.tsx';
import { ItemPanel } from './positions.tsx';
import { WINDOW_NAMES } from './rate-words.ts';
import { SlotPanel } from './slot-panel.tsx';
import { ZonePanel } from './zone-panel.tsx';

interface PageLayoutProps {
  readonly page: string;
  readonly pages: readonly ListedPage[];
  /** What the catalogue calls them. */
  readonly names: Labels;
}

export function PageLayout({ page, pages, names }: PageLayoutProps) {
  const [options, setOptions] = useOptions();
  const asked = useLayoutData(page);
  const data = asked.result.state === 'ready' ? asked.result.value : null;
  const sizes = data === null ? [] : sizesOf(data);
  const window = windowOf(options, sizes);
  return (
    <>
      <div class="toolbar">
        <PageChooser
          page={page}
          pages={pages}
          names={names}
          onChoose={(next) => setOptions({ page: next, box: null }, 'go')}
        />
        {sizes.some(({ viewport }) => viewport !== null) && (
          <Segmented
            label={t('Window size')}
            value={window}
            choices={WINDOWS.map((one) => [one, t(WINDOW_NAMES[one])] as const)}
            onChoose={(next) => setOptions({ window: next })}
          />
        )}
        <LivePage page={page} />
      </div>
      <LayoutHappened page={page} />
      <Ready of={asked} lines={14}>
        {(ready) => (
          <div class={asked.stale ? 'reports stale' : 'reports'} aria-busy={asked.stale}>
            <Panels data={ready} csv={asked.csv} window={window} />
          </div>
        )}
      </Ready>
    </>
  );
}

/** Views by size of window, and where they are not known, visits in which positions were seen or clicked. */
const sizesOf = ({ page, zones, layout }: LayoutData): { viewport: Viewport | null; n: number }[] => {
  const views = zones
    .filter((row) => row.page === page)
    .map(({ viewport, views: n }) => ({ viewport, n: n ?? 0 }));
  if (views.length > 0) return views;
  return layout
    .filter((row) => row.page === page)
    .map(({ viewport, exposed, clicked }) => ({ viewport, n: exposed ?? clicked ?? 0 }));
};

interface PanelsProps {
  readonly data: LayoutData;
  readonly csv: LayoutCsv;
  readonly window: Window;
}

function Panels({ data, csv, window }: PanelsProps) {
  const viewport = window === 'all' ? null : window;
  const { page, labels } = data;
  const rows = {
    layout: inWindow(data.layout, viewport),
    zones: inWindow(data.zones, viewport),
    elements: inWindow(data.elements, viewport),
  };
  const own = rows.layout.filter((row) => row.page === page);
  const isKnown = [data.layout, data.zones, data.elements, data.boxes].some((all) =>
    all.some((row) => row.page === page),
  );
  if (!isKnown) return <NothingKnown data={data} />;
  return (
    <>
      <Picture data={data} rows={rows} viewport={viewport} csv={csv} />
      {rows.zones.length > 0 && <ZonePanel rows={rows} data={data} csv={csv.zones} />}
      {own.some(({ exposed }) => exposed !== null) && <SlotPanel rows={own} data={data} csv={csv.layout} />}
      <DepthPanel rows={own} data={data} />
      {own.length > 0 && <MoversPanel page={page} viewport={viewport} />}
      {rows.elements.length > 0 && (
        <FrustrationPanel rows={rows.elements} labels={labels} csv={csv.elements} />
      )}
      {own.length > 0 && <ItemPanel rows={own} labels={labels} csv={csv.layout} />}
    </>
  );
}

const NothingKnown = ({ data }: { readonly data: LayoutData }) => (
  <>
    <Message title={t('Nothing is known of the layout of this page')}>
      <p>
        {t(
          'On these days no region, position or link of it was seen by enough visitors. Regions are found by themselves where the page has landmarks, headings or ids; to name one, give it an attribute:',
        )}
      </p>
      <pre class="code">
        <code>{'<section data-holloway-zone="bestsellers">'}</code>
      </pre>
      <p>{t('Positions and links have theirs: see “Describe a layout” in docs/api.md.')}</p>
    </Message>
    <WaitingNote report={data.reports.zones} />
  </>
);
