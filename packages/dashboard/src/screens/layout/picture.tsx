/** The page as a drawing, coloured by what its parts earn; the figures of one of them beside it. */
import { ANY, type Viewport } from '@holloway/protocol';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ClickHeat } from '../../charts/click-heat.tsx';
import { ColourLegend } from '../../charts/colour-legend.tsx';
import { ScrollReach } from '../../charts/scroll-reach.tsx';
import { type DrawnBox, WireframeChart } from '../../charts/wireframe.tsx';
import { boxesCsv } from '../../model/boxes-csv.ts';
import { stepOf } from '../../model/colour-steps.ts';
import { formatShare } from '../../model/format.ts';
import {
  type BoxFigures,
  figuresOf,
  inWindow,
  itemsOf,
  type LayoutRows,
  RATES,
  type Rate,
  rateOf,
} from '../../model/layout-figures.ts';
import { LAYERS, type Layer, layersOf, mostSeenIn, rateToShow, toggled } from '../../model/layout-view.ts';
import { formatMoney } from '../../model/money.ts';
import {
  type Box,
  boxLedTo,
  holds,
  keyOf,
  scaleTo,
  type Wireframe,
  wireframeOf,
} from '../../model/wireframe.ts';
import { useOptions, useReport, useView } from '../../state/view.ts';
import { Panel } from '../../ui/panel.tsx';
import { SaveCsv } from '../../ui/save-csv.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { t } from '../../words/words.ts';
import { BoxPanel } from './box-panel.tsx';
import type { LayoutCsv, LayoutData } from './layout-data.ts';
import { PictureTables } from './picture-tables.tsx';
import { Positions } from './positions.tsx';
import {
  boxName,
  isShared,
  itemNames,
  LAYER_NAMES,
  RATE_MEANINGS,
  RATE_NAMES,
  WINDOW_NAMES,
} from './rate-words.ts';
import { ScreenshotControls, Underlay } from './screenshot.tsx';
import { type Screenshot, useScreenshot } from './use-screenshot.ts';

const REACH_WIDTH = 48;
const REACH_GAP = 8;
/** The figures of a box, with the gap before them; they stand below where there is no room beside the picture. */
const PANEL = 328;
const BESIDE = 720;
const WIDEST = 1280;

interface PictureProps {
  readonly data: LayoutData;
  /** Of the size of window that is shown. */
  readonly rows: LayoutRows;
  /** `null`: of all sizes. */
  readonly viewport: Viewport | null;
  readonly csv: LayoutCsv;
}

export function Picture({ data, rows, viewport, csv }: PictureProps) {
  const own = data.boxes.filter(({ page }) => page === data.page);
  const drawn = viewport ?? mostSeenIn(own.map((box) => ({ viewport: box.viewport, n: box.n ?? 0 })));
  const isMeasured = own.some((box) => box.viewport === drawn && box.x !== null);
  const page = isMeasured ? wireframeOf(data.boxes, drawn) : null;
  if (page === null || drawn === null) {
    return (
      <Positions
        rows={rows.layout.filter((row) => row.page === data.page)}
        labels={data.labels}
        csv={csv.layout}
        why={whyNoPicture(own)}
      />
    );
  }
  return <Drawing {...{ data, rows, viewport, csv, page, drawn }} />;
}

function whyNoPicture(own: LayoutData['boxes']): string {
  const how = t('Positions stand in reading order; how many stand in a row is yours to say.');
  if (own.length === 0) {
    return `${t('Where the parts of this page stand is not known: an imported history does not say it, and one pageview in ten measures it.')} ${how}`;
  }
  return `${t('Where the parts of this page stand in a window of this size is not known yet: too few views have measured it.')} ${how}`;
}

interface DrawingProps extends PictureProps {
  readonly page: Wireframe;
  readonly drawn: Viewport;
}

/** What is coloured, with its figures. */
interface Told {
  readonly box: Box;
  readonly figures: BoxFigures;
  readonly items: readonly string[];
}

function Drawing({ data, rows, viewport, csv, page, drawn }: DrawingProps) {
  const { site } = useView();
  const [options, setOptions] = useOptions();
  const led = options.box?.[0];
  const [chosen, setChosen] = useState(() => boxLedTo(led, page.boxes, data.page));
  const [pointed, setPointed] = useState<string | null>(null);
  const [frame, width] = useWidth<HTMLDivElement>();
  const screenshot = useScreenshot(`${site.id} ${data.page} ${drawn}`);
  const [opacity, setOpacity] = useState(0.6);
  const layers = layersOf(options);
  const told = page.boxes.map(
    (box): Told => ({ box, figures: figuresOf(rows, box), items: itemsOf(rows.layout, box) }),
  );
  const measured = RATES.filter((one) =>
    told.some(({ figures }) => typeof rateOf(figures, one) === 'number'),
  );
  const rate = rateToShow(options, measured);
  const shown = told.filter(({ box: { kind } }) => layers.includes(kind === 'link' ? 'links' : 'boxes'));
  const most = Math.max(0, ...shown.map(({ figures }) => (rate && rateOf(figures, rate)) || 0));
  const slots = shown.filter(({ box }) => box.kind === 'slot').map(({ box }) => box);
  const print = printer(rate, site.currency);
  const boxes = shown.map(({ box, figures, items }): DrawnBox => {
    const value = rate === null ? undefined : rateOf(figures, rate);
    return {
      ...box,
      step: value === undefined ? undefined : stepOf(value, most),
      name: boxName(box.element, data.labels),
      shared: isShared(box.page) ? t('on all pages') : '',
      figure: value === undefined ? '' : value === null ? t('too few') : print(value),
      item: itemNames(items, data.labels),
      holds: box.kind === 'zone' && slots.some((slot) => holds(box, slot)),
    };
  });
  // The address names the box that a link led to, as long as that one is chosen.
  const choose = (key: string): void => {
    setChosen(key);
    if (led !== undefined && key !== chosen) setOptions({ box: null });
  };
  useShownBox(frame, led !== undefined && width > 0);
  const inPanel = told.find(({ box }) => keyOf(box) === (pointed ?? chosen)) ?? null;
  const margin = layers.includes('scroll') && data.scroll.length > 0 ? REACH_WIDTH + REACH_GAP : 0;
  const isBeside = width >= BESIDE;
  const scale = scaleTo(Math.min(WIDEST, width - (isBeside ? PANEL : 0)) - margin, page);
  const switches = (
    <LayerSwitches
      layers={layers}
      onToggle={(layer) => setOptions({ layer: toggled(layers, layer) })}
      isScrollKnown={data.scroll.length > 0}
    />
  );
  return (
    <Panel
      class="picture-panel"
      title={t('Picture of the page')}
      note={rate === null ? undefined : t(RATE_MEANINGS[rate])}
      csv={
        <SaveCsv
          title={t('Picture of the page')}
          name="boxes"
          text={() => boxesCsv(shown, { viewport, currency: site.currency })}
        />
      }
      controls={
        <Segmented
          label={t('Colour by')}
          value={rate ?? 'exposure'}
          choices={RATES.map((one) => [one, t(RATE_NAMES[one])] as const)}
          disabled={{
            choices: RATES.filter((one) => !measured.includes(one)),
            reason: t('not measured, or too few'),
          }}
          onChoose={(next) => setOptions({ figure: next })}
        />
      }
      name="picture"
      table={() => (
        <>
          <div class="picture-tools">{switches}</div>
          <PictureTables {...{ data, layers, drawn }} told={shown} scrollCsv={csv.scroll} />
        </>
      )}
    >
      <div class="picture-tools">
        {switches}
        {rate !== null && <ColourLegend most={most} print={print} />}
      </div>
      <div class={isBeside ? 'picture beside' : 'picture'} ref={frame}>
        <div class="picture-frame">
          {width > 0 && (
            <Board {...{ screenshot, opacity }} width={page.width * scale} height={page.height * scale}>
              <WireframeChart
                page={page}
                boxes={boxes}
                scale={scale}
                margin={margin}
                chosen={chosen}
                onChoose={choose}
                onPoint={setPointed}
                over={
                  <>
                    {layers.includes('heatmap') && (
                      <Heat data={data} drawn={drawn} page={page} scale={scale} />
                    )}
                    {margin > 0 && (
                      <ScrollReach
                        rows={data.scroll}
                        x={page.width * scale + REACH_GAP}
                        width={REACH_WIDTH}
                        height={page.height * scale}
                      />
                    )}
                  </>
                }
              />
            </Board>
          )}
        </div>
        <BoxPanel
          box={inPanel?.box ?? null}
          figures={inPanel?.figures ?? {}}
          items={inPanel?.items ?? []}
          labels={data.labels}
          currency={site.currency}
          rate={rate}
        />
      </div>
      <ScreenshotControls screenshot={screenshot} opacity={opacity} onOpacity={setOpacity} />
      <p class="note">
        {viewport === null &&
          t('The figures are of windows of all sizes; the boxes stand where they do in {size} ones.', {
            size: t(WINDOW_NAMES[drawn]).toLowerCase(),
          })}{' '}
        {margin > 0 && t('Scroll reach is of windows of all sizes.')}
      </p>
    </Panel>
  );
}

/** Once, when it is drawn. */
function useShownBox(frame: RefObject<HTMLElement | null>, isDrawn: boolean): void {
  useEffect(() => {
    if (isDrawn) frame.current?.querySelector('.box.chosen')?.scrollIntoView({ block: 'center' });
  }, [isDrawn]);
}

const printer =
  (rate: Rate | null, currency: string) =>
  (value: number): string =>
    rate === 'valuePerExposure' ? formatMoney(value, currency) : formatShare(value);

interface LayerSwitchesProps {
  readonly layers: readonly Layer[];
  readonly onToggle: (layer: Layer) => void;
  readonly isScrollKnown: boolean;
}

const LayerSwitches = ({ layers, onToggle, isScrollKnown }: LayerSwitchesProps) => (
  <fieldset class="layers">
    <legend class="visually-hidden">{t('Layers')}</legend>
    {LAYERS.filter((layer) => layer !== 'scroll' || isScrollKnown).map((layer) => (
      <label key={layer}>
        <input type="checkbox" checked={layers.includes(layer)} onChange={() => onToggle(layer)} />
        {t(LAYER_NAMES[layer])}
      </label>
    ))}
  </fieldset>
);

interface HeatProps {
  readonly data: LayoutData;
  readonly drawn: Viewport;
  readonly page: Wireframe;
  readonly scale: number;
}

/** Asked for when the layer is shown: its rows are many. */
function Heat({ data, drawn, page, scale }: HeatProps) {
  const { result } = useReport('heatmap', { pages: [data.page, ANY] });
  const rows = result.state === 'ready' ? inWindow(result.value.rows, drawn) : [];
  return <ClickHeat rows={rows} page={page} scale={scale} />;
}

interface BoardProps {
  readonly screenshot: Screenshot;
  readonly opacity: number;
  /** Of the page as it is drawn. */
  readonly width: number;
  readonly height: number;
  readonly children: ComponentChildren;
}

/** What the drawing lies on: a screenshot, where one was put there. */
function Board({ screenshot, opacity, width, height, children }: BoardProps) {
  const [isOver, setIsOver] = useState(false);
  const { picture } = screenshot;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file can be dropped here; the button below takes it too
    <div
      class={['board', picture === null ? '' : 'with-underlay', isOver ? 'over' : ''].join(' ')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file !== undefined) screenshot.add(file);
      }}
    >
      {picture !== null && (
        <div class="underlay-frame" style={{ inlineSize: `${width}px`, blockSize: `${height}px` }}>
          <Underlay picture={picture} width={width} opacity={opacity} />
        </div>
      )}
      {children}
    </div>
  );
}
