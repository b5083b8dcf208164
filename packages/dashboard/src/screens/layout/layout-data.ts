/** Asks for all that is known of the layout of one page, and of what it shares with the others: head and foot. */
import {
  ANY,
  type BoxRow,
  type ElementRow,
  type Labels,
  type LayoutRow,
  type Report,
  type ScrollRow,
  type ZoneRow,
} from '@holloway/protocol';
import type { Answer } from '../../state/answer.ts';
import { together } from '../../state/loadable.ts';
import { useReport } from '../../state/view.ts';

export interface LayoutData {
  readonly page: string;
  /** Rows of the page and of what all pages share, which name their page. */
  readonly layout: readonly LayoutRow[];
  readonly zones: readonly ZoneRow[];
  readonly elements: readonly ElementRow[];
  readonly boxes: readonly BoxRow[];
  readonly scroll: readonly ScrollRow[];
  readonly labels: Labels;
  /** What waits is told with these. */
  readonly reports: { readonly layout: Report<'layout'>; readonly zones: Report<'zones'> };
}

export interface LayoutCsv {
  readonly layout: string;
  readonly zones: string;
  readonly elements: string;
  readonly scroll: string;
}

export interface AskedLayout extends Answer<LayoutData> {
  readonly csv: LayoutCsv;
  readonly stale: boolean;
}

export function useLayoutData(page: string): AskedLayout {
  const pages = { pages: [page, ANY] };
  const layout = useReport('layout', pages);
  const zones = useReport('zones', pages);
  const elements = useReport('elements', pages);
  const boxes = useReport('boxes', pages);
  const scroll = useReport('scroll', pages);
  const all = [layout, zones, elements, boxes, scroll] as const;
  const result = together([layout.result, zones.result, elements.result, boxes.result, scroll.result]);
  return {
    result: result.state === 'ready' ? { state: 'ready', value: dataOf(page, result.value) } : result,
    stale: all.some((one) => one.stale),
    csv: { layout: layout.csv, zones: zones.csv, elements: elements.csv, scroll: scroll.csv },
    retry: () => {
      for (const one of all) if (one.result.state === 'failed') one.retry();
    },
  };
}

type Reports = readonly [
  Report<'layout'>,
  Report<'zones'>,
  Report<'elements'>,
  Report<'boxes'>,
  Report<'scroll'>,
];

function joined(all: readonly Labels[]): Labels {
  const names: { [kind: string]: { [term: string]: string } } = {};
  for (const labels of all) {
    for (const [kind, terms] of Object.entries(labels)) names[kind] = { ...names[kind], ...terms };
  }
  return names;
}

function dataOf(page: string, reports: Reports): LayoutData {
  const [layout, zones, elements, boxes, scroll] = reports;
  return {
    page,
    layout: layout.rows,
    zones: zones.rows,
    elements: elements.rows,
    boxes: boxes.rows,
    scroll: scroll.rows,
    labels: joined(reports.map(({ labels }) => labels)),
    reports: { layout, zones },
  };
}
