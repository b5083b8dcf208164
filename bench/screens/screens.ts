/**
 * How long each screen of the dashboard takes over a year of 10,000 pages: from the click on its link until the last of what
 * it shows is painted, in a real browser that has just been opened: it keeps the dashboard's files, and no report.
 */
import { newVisitor, openBrowser, paintOf, SCREENS } from '@holloway/e2e';
import { addDays } from '@holloway/protocol';
import type { Browser, BrowserContext } from 'playwright-core';
import { startChild } from '../child.ts';
import { type Figure, rounded } from '../figure.ts';
import { type Filled, type Filling, LAST_DAY } from '../reports/year.ts';
import { median, percentile } from '../statistics.ts';
import { SITE } from '../traffic/visits.ts';

/** What was asked for: from click to painted. */
const BUDGET_MS = 200;
const ROUNDS = { full: 5, quick: 2 };

/** A browser of somebody who has signed in. */
async function enter(browser: Browser, { url, owner }: Filled): Promise<BrowserContext> {
  const { context, page } = await newVisitor(browser, { width: 1440, height: 900 });
  await page.goto(url);
  await page.getByLabel(/mail/i).fill(owner.email);
  await page.getByLabel(/password/i).fill(owner.password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.locator('.shell').waitFor();
  await page.close();
  return context;
}

export async function benchScreens(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const filling: Filling = quick ? { days: 56, pages: 10_000 } : { days: 365, pages: 10_000 };
  const rounds = quick ? ROUNDS.quick : ROUNDS.full;
  const child = startChild(new URL('../reports/server.child.ts', import.meta.url));
  const browser = await openBrowser();
  try {
    say(`screens: fills ${filling.days} days of ${filling.pages.toLocaleString('en')} pages`);
    const filled = await child.ask<Filled>(filling);
    const context = await enter(browser, filled);
    const days = new URLSearchParams({ from: addDays(LAST_DAY, 1 - filling.days), to: LAST_DAY });
    const figures: Figure[] = [];
    say(`screens: opens each ${rounds + 1} times`);
    for (const screen of SCREENS) {
      say(`screens: ${screen}`);
      const first: number[] = [];
      const last: number[] = [];
      // The first time the collector adds the days up, and the browser fetches the files of the screen: not counted.
      for (let round = 0; round <= rounds; round += 1) {
        const page = await context.newPage();
        const beside = screen === 'keys' ? 'people' : 'keys';
        await page.goto(`${filled.url}/#/${SITE}/${beside}?${days}`);
        await page.locator('main .panel').first().waitFor();
        await page.waitForLoadState('networkidle');
        const { firstMs, lastMs } = await paintOf(page, screen);
        if (round > 0) {
          first.push(firstMs);
          last.push(lastMs);
        }
        await page.close();
      }
      figures.push({
        name: `screen ${screen}, ${filling.days} days: click to painted, p95`,
        value: percentile(last, 0.95),
        unit: 'ms',
        budget: BUDGET_MS,
        lowest: Math.min(...last),
        detail: `p50 ${rounded(median(last))} ms, its title after ${rounded(median(first))} ms`,
      });
    }
    return figures;
  } finally {
    await browser.close();
    await child.stop();
  }
}
