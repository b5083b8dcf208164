/**
 * What the boxes of one page earn, for the page itself to draw: the reports of its layout, put together as the dashboard
 * does. Reads no number but those that the reports tell.
 */
import { figuresOf, inWindow, type LayoutRows, type NamedBox, partsOf, type Share } from '@holloway/insight';
import {
  LAYOUT_RATES,
  type OverlayAnswer,
  type OverlayBox,
  type OverlayFigure,
  type Report,
  type ReportName,
  VIEWPORTS,
} from '@holloway/protocol';
import type { Catalogue } from '../site/catalogue.ts';
import type { ReportQuery } from './query.ts';
import type { Release, Scope } from './release.ts';
import { buildReport } from './report.ts';

export interface OverlayDeps {
  readonly release: Release;
  readonly site: Scope['site'];
  readonly catalogue: Catalogue;
}

type Windows = OverlayAnswer['windows'];

const shareFigure = ({ rate, interval, missing }: Share): OverlayFigure => ({
  value: rate,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
  missing,
});

/** Single orders are not kept, so how sure a sum of them is cannot be said. */
const valueFigure = (value: number | null): OverlayFigure => ({
  value,
  low: null,
  high: null,
  missing: null,
});

function boxOf(rows: LayoutRows, box: NamedBox, name: string): OverlayBox {
  const figures = figuresOf(rows, box);
  const told = LAYOUT_RATES.flatMap((rate) => {
    const figure = figures[rate];
    if (figure === undefined) return [];
    return [
      [rate, typeof figure === 'object' && figure !== null ? shareFigure(figure) : valueFigure(figure)],
    ];
  });
  return { ...box, name, figures: Object.fromEntries(told) };
}

/** `Bestsellers`, `Bestsellers 3`, `Header: All kettles`. */
function nameOf(element: string, catalogue: Catalogue): string {
  const { zone, slot, target } = partsOf(element);
  const name = catalogue.label('zone', zone) ?? zone;
  if (target !== null)
    return catalogue.label('element', element) ?? `${name}: ${catalogue.label('page', target) ?? target}`;
  return slot === null ? name : `${name} ${slot}`;
}

function namedIn({ zones, elements, layout }: LayoutRows): NamedBox[] {
  const named = [
    ...zones.map(({ page, zone }) => ({ page, element: zone })),
    ...layout.flatMap(({ page, zone, slot }) =>
      slot === null ? [] : [{ page, element: `${zone}/${slot}` }],
    ),
    ...elements.map(({ page, element }) => ({ page, element })),
  ];
  const known = new Set<string>();
  return named.filter(({ page, element }) => {
    const { size } = known;
    return known.add(`${page} ${element}`).size > size;
  });
}

/** @param query Already checked, of the page and of what all pages share. */
export async function buildOverlayBoxes(query: ReportQuery, deps: OverlayDeps): Promise<Windows> {
  const rowsOf = async <R extends ReportName>(name: R) =>
    ((await buildReport(name, query, deps)) as Report<R>).rows;
  const [zones, elements, layout] = await Promise.all([
    rowsOf('zones'),
    rowsOf('elements'),
    rowsOf('layout'),
  ]);
  const boxesIn = (rows: LayoutRows): OverlayBox[] =>
    namedIn(rows).map((box) => boxOf(rows, box, nameOf(box.element, deps.catalogue)));
  const sizes = VIEWPORTS.map((viewport) => [
    viewport,
    boxesIn({
      zones: inWindow(zones, viewport),
      elements: inWindow(elements, viewport),
      layout: inWindow(layout, viewport),
    }),
  ]);
  return { ...Object.fromEntries(sizes), all: boxesIn({ zones, elements, layout }) };
}
