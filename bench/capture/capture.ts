/**
 * What counting costs a page: a list of 2,000 products, loaded, looked at and clicked, with our script and without, in turn, at
 * a quarter of this machine's speed. The visitor has agreed, so that all of it runs.
 */
import { newVisitor, openBrowser, openShop, type Shop } from '@holloway/e2e';
import type { Browser } from 'playwright-core';
import type { Figure } from '../figure.ts';
import { median, percentile } from '../statistics.ts';
import { BODY, HEAD, LIST_PATH } from './shop-page.ts';
import { CATEGORIES, type ScriptCost, STACKS, scriptCost } from './trace.ts';
import { type Vitals, vitalsOf, watchVitals } from './vitals.ts';

const ROUNDS = { full: 20, quick: 3 };
const SLOWER = 4;
/** Of design, section 12. */
const BUDGET_MS = 15;
const HANDLER_MS = 2;
const SCREENS = 4;

interface Run {
  readonly vitals: Vitals;
  readonly script: ScriptCost;
}

/** Loads the page, reads down four screens, and presses a button twice. */
async function run(browser: Browser, shop: Shop, path: string, categories = CATEGORIES): Promise<Run> {
  const { context, page, close } = await newVisitor(browser, { kept: shop.agreed, width: 390, height: 844 });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await watchVitals(page);
  await browser.startTracing(page, { categories });
  await page.goto(shop.url + path, { waitUntil: 'networkidle' });
  for (let screen = 0; screen < SCREENS; screen += 1) {
    await page.mouse.wheel(0, 700);
    // As long as it takes to look; exposure is a matter of a second.
    await page.waitForTimeout(1_200);
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  for (let press = 0; press < 2; press += 1) {
    await page.locator('#open').click();
    await page.waitForTimeout(400);
  }
  const trace = await browser.stopTracing();
  const vitals = await vitalsOf(page);
  await close();
  return { vitals, script: scriptCost(trace.toString(), shop.collectorUrl) };
}

const spread = (values: readonly number[], digits = 1): string =>
  `quartiles ${percentile([...values], 0.25).toFixed(digits)} to ${percentile([...values], 0.75).toFixed(digits)}`;

export async function benchCapture(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const rounds = quick ? ROUNDS.quick : ROUNDS.full;
  const shop = await openShop();
  shop.page(LIST_PATH, BODY, HEAD);
  shop.bare('/bare', BODY, HEAD);
  const browser = await openBrowser();
  say(`capture: ${rounds} pairs of a page load and a visit`);
  try {
    await run(browser, shop, '/bare'); // the browser's own first time is nobody's
    const pairs: { readonly ours: Run; readonly bare: Run }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const isFirst = round % 2 === 0;
      const before = isFirst ? await run(browser, shop, LIST_PATH) : await run(browser, shop, '/bare');
      const after = isFirst ? await run(browser, shop, '/bare') : await run(browser, shop, LIST_PATH);
      pairs.push(isFirst ? { ours: before, bare: after } : { ours: after, bare: before });
    }
    const traced = await run(browser, shop, LIST_PATH, [...CATEGORIES, STACKS]);
    const script = pairs.map(({ ours }) => ours.script);
    const all = script.map((cost) => cost.all);
    const longest = script.map((cost) => cost.longest);
    const difference = (name: keyof Vitals): number[] =>
      pairs.map(({ ours, bare }) => ours.vitals[name] - bare.vitals[name]);
    const vital = (name: keyof Vitals, unit: string, digits: number): Figure => ({
      name: `capture: ${name.toUpperCase()}, with less without`,
      value: median(difference(name)),
      unit,
      detail: `${spread(difference(name), digits)}; without ${median(pairs.map(({ bare }) => bare.vitals[name])).toFixed(digits)}`,
    });
    return [
      {
        name: 'capture: main thread, a load and a visit of 2,000 products',
        value: median(all),
        unit: 'ms',
        budget: BUDGET_MS,
        lowest: percentile(all, 0.25),
        detail: spread(all),
      },
      {
        name: 'capture: the longest in one go',
        value: median(longest),
        unit: 'ms',
        budget: HANDLER_MS,
        lowest: percentile(longest, 0.25),
        detail: spread(longest),
      },
      {
        name: 'capture: layouts that it forced',
        value: traced.script.forcedLayouts,
        unit: '',
        budget: 0,
      },
      vital('lcp', 'ms', 0),
      vital('cls', '', 4),
      vital('inp', 'ms', 0),
    ];
  } finally {
    await browser.close();
    await shop.close();
  }
}
