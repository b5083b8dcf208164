/**
 * What a consent tool costs a phone's main thread while a page loads: the same page with the tool and without, in turn, at
 * a quarter of this machine's speed. The difference of a pair is the tool's.
 */
import { newVisitor, type StorageState, type Subject } from '@holloway/e2e';
import type { Browser, Page } from 'playwright-core';
import type { Figure } from '../figure.ts';
import { median, percentile } from '../statistics.ts';

const SLOWER = 4;
/** As Chromium counts them; the first holds the others. */
const METRICS = ['TaskDuration', 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'] as const;
type Cost = Readonly<Record<(typeof METRICS)[number], number>>;

export interface Loading {
  readonly name: string;
  readonly subject: Subject;
  /** What the visitor's browser keeps already. */
  readonly kept?: StorageState;
  /** Shows when the tool has done its work; `null` where it has nothing to show. */
  readonly shows: string | null;
}

async function settle(page: Page, { subject, shows }: Loading): Promise<void> {
  await page.goto(subject.url, { waitUntil: 'networkidle' });
  if (shows !== null) await page.locator(shows).first().waitFor();
}

/** Loads the page in a browser window of its own, with nothing in its cache. @returns Milliseconds. */
async function costOf(browser: Browser, loading: Loading): Promise<Cost> {
  const { kept } = loading;
  const visitor = await newVisitor(browser, kept === undefined ? {} : { kept });
  const session = await visitor.context.newCDPSession(visitor.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  // Time of the thread itself, which the rest of the machine takes nothing from.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await settle(visitor.page, loading);
  const { metrics } = await session.send('Performance.getMetrics');
  await visitor.close();
  const ms = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return Object.fromEntries(METRICS.map((name) => [name, ms(name)])) as Cost;
}

/** What the browser of a visitor keeps who has just refused. */
export async function keptAfterRefusal(browser: Browser, subject: Subject): Promise<StorageState> {
  const visitor = await newVisitor(browser);
  await visitor.page.goto(subject.url, { waitUntil: 'networkidle' });
  for (const selector of subject.clicks.reject) {
    await visitor.page.locator(`${selector}:visible`).first().click();
  }
  const kept = await visitor.context.storageState();
  await visitor.close();
  return kept;
}

const LABELS: Readonly<Record<(typeof METRICS)[number], string>> = {
  TaskDuration: 'all',
  ScriptDuration: 'script',
  LayoutDuration: 'layout',
  RecalcStyleDuration: 'style',
};

export interface MainThreadOptions {
  readonly browser: Browser;
  /** The page without a tool. */
  readonly bare: Loading;
  readonly loadings: readonly Loading[];
  readonly rounds: number;
  /** By the name of a loading: the most that it may cost, in milliseconds. */
  readonly budgets: { readonly [name: string]: number };
}

export async function mainThread({
  browser,
  bare,
  loadings,
  rounds,
  budgets,
}: MainThreadOptions): Promise<Figure[]> {
  const differences = new Map<string, Cost[]>(loadings.map(({ name }) => [name, []]));
  await costOf(browser, bare); // the browser's own first time is nobody's
  for (let round = 0; round < rounds; round += 1) {
    // Each is the first of a round as often as any other.
    const first = round % loadings.length;
    for (const loading of [...loadings.slice(first), ...loadings.slice(0, first)]) {
      const without = await costOf(browser, bare);
      const withTool = await costOf(browser, loading);
      const difference = METRICS.map((metric) => [metric, withTool[metric] - without[metric]]);
      differences.get(loading.name)?.push(Object.fromEntries(difference) as Cost);
    }
  }
  return loadings.map(({ name }) => {
    const costs = differences.get(name) ?? [];
    const of = (metric: (typeof METRICS)[number]): number[] => costs.map((cost) => cost[metric]);
    const all = of('TaskDuration');
    const [low, high] = [percentile(all, 0.25), percentile(all, 0.75)];
    const shares = METRICS.slice(1).map((metric) => `${LABELS[metric]} ${median(of(metric)).toFixed(1)}`);
    const budget = budgets[name];
    return {
      name: `main thread, ${name}`,
      value: median(all),
      unit: 'ms',
      // Single loads scatter more than whole rounds of other benchmarks: a quartile stands for the lowest.
      lowest: low,
      detail: `quartiles ${low.toFixed(1)} to ${high.toFixed(1)}; ${shares.join(', ')}`,
      ...(budget === undefined ? {} : { budget }),
    };
  });
}
