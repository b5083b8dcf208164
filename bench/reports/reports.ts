/** How long a merchandiser waits for each report over a year of 10,000 pages, asked over HTTP. */
import { addDays, type ReportName } from '@holloway/protocol';
import { type Child, startChild } from '../child.ts';
import { type Figure, rounded } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { pagePath } from '../traffic/shop.ts';
import { SITE } from '../traffic/visits.ts';
import { type Filled, type Filling, LAST_DAY } from './year.ts';

const BUDGET_P95_MS = 100;
const REPORTS: readonly (readonly [ReportName, string])[] = [
  ['overview', ''],
  ['hours', ''],
  ['durations', ''],
  ['returns', ''],
  ['pages', ''],
  ['categories', ''],
  ['flows', ''],
  ['flows', '&level=page'],
  ['steps', ''],
  ['trails', ''],
  ['finds', ''],
  ['layout', ''],
  // A picture is of one page and of what all share; zones and elements of all pages are a file to be taken away.
  ...(['scroll', 'zones', 'elements', 'heatmap', 'boxes'] as const).map(
    (report) => [report, `&page=${encodeURIComponent(pagePath(0))}&page=(any)`] as const,
  ),
  ['search', ''],
  ['refinements', ''],
  ['funnel', ''],
  ['products', ''],
  ['purchases', ''],
  ['devices', ''],
  ['countries', ''],
  ['sources', ''],
  ['campaigns', ''],
  ['experiments', ''],
  ['faults', ''],
];

interface Timed {
  readonly firstMs: number;
  readonly againMs: readonly number[];
}

/** Nobody who is counted waits longer for somebody who reads. */
const BUDGET_PAUSE_MS = 200;

/** Advice on the year when nobody asked for it before, when somebody did, and how long others waited meanwhile. */
async function adviceFigures(
  child: Child,
  { url, key }: Pick<Filled, 'url' | 'key'>,
  dates: string,
  repeats: number,
): Promise<Figure[]> {
  const askFor = async (more: string): Promise<number> => {
    const begun = performance.now();
    const answer = await fetch(`${url}/v1/sites/${SITE}/advice?${dates}${more}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const { actions } = (await answer.json()) as { actions?: unknown[] };
    if (actions === undefined || actions.length === 0) throw new Error('there is no advice');
    return performance.now() - begun;
  };
  await child.ask<number>('pause');
  // The reports were asked for: what they are summed of is at hand, as it is for whoever looks at one first.
  const firstMs = await askFor('');
  const pauseMs = await child.ask<number>('pause');
  const againMs: number[] = [];
  for (let i = 0; i < repeats; i += 1) againMs.push(await askFor(i % 2 === 0 ? '' : '&open=3'));
  return [
    {
      name: 'advice on the year: p95',
      value: percentile(againMs, 0.95),
      unit: 'ms',
      budget: BUDGET_P95_MS,
      detail: `p50 ${rounded(percentile(againMs, 0.5))} ms, first ${rounded(firstMs)} ms`,
    },
    {
      name: 'advice on the year: CPU of the longest pause while it is made',
      value: pauseMs,
      unit: 'ms',
      budget: BUDGET_PAUSE_MS,
    },
  ];
}

export async function benchReports(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const filling: Filling = quick ? { days: 56, pages: 10_000 } : { days: 365, pages: 10_000 };
  const repeats = quick ? 10 : 40;
  const child = startChild(new URL('./server.child.ts', import.meta.url));
  try {
    say(`reports: fills ${filling.days} days of ${filling.pages.toLocaleString('en')} pages`);
    const { url, key } = await child.ask<Filled>(filling);
    /** @param dates Of the query; empty for what the dashboard asks first, the 28 days that end today. */
    const ask = async (report: string, more: string, dates: string): Promise<number> => {
      const begun = performance.now();
      const answer = await fetch(`${url}/v1/sites/${SITE}/reports/${report}?${dates}${more}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      const { rows } = (await answer.json()) as { rows?: unknown[] };
      if (rows === undefined || rows.length === 0) throw new Error(`the report ${report} is empty`);
      return performance.now() - begun;
    };
    const time = async (report: string, more: string, dates: string): Promise<Timed> => {
      const firstMs = await ask(report, more, dates);
      const againMs: number[] = [];
      for (let i = 0; i < repeats; i += 1) againMs.push(await ask(report, more, dates));
      return { firstMs, againMs };
    };
    // Whatever is done once in the life of a collector is not part of any report.
    await ask('overview', '', `from=${LAST_DAY}&to=${LAST_DAY}`);
    const figures: Figure[] = [];
    const year = `from=${addDays(LAST_DAY, 1 - filling.days)}&to=${LAST_DAY}`;
    for (const [period, dates] of [
      [`${filling.days} days`, year],
      ['28 days with today', ''],
    ] as const) {
      say(`reports: asks for ${period}`);
      for (const [report, more] of REPORTS) {
        const { firstMs, againMs } = await time(report, more, dates);
        figures.push({
          name: `report ${report}${more.replace('&level=', ', ').replace(/&page=.*/, ', one page')}, ${period}: p95`,
          value: percentile(againMs, 0.95),
          unit: 'ms',
          budget: BUDGET_P95_MS,
          detail: `p50 ${rounded(percentile(againMs, 0.5))} ms, first ${rounded(firstMs)} ms`,
        });
      }
    }
    say('reports: asks for advice');
    return [...figures, ...(await adviceFigures(child, { url, key }, year, repeats))];
  } finally {
    await child.stop();
  }
}
