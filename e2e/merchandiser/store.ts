/**
 * A dashboard full of numbers, and a merchandiser before it: a fortnight of the storefront's simulated visitors, and four weeks of
 * the real click-stream of a clothing shop where its data is at hand.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eshop2008, type History, importDays, openCore, openSite, parseSite } from '@holloway/collector';
import { simulate, storefrontCatalogue } from '@holloway/example-storefront';
import { addDays, dayAt } from '@holloway/protocol';
import type { Browser, Page } from 'playwright-core';
import { type Dashboard, newPerson, type Person, setUp } from '../access/dashboard.ts';
import { openBrowser, type StorageState, type VisitorOptions } from '../support/browser.ts';
import { createCollector } from '../support/collector.ts';
import { findFolder } from '../truth/sessions.ts';
import { copyPrepared } from './prepared.ts';

const DAYS = 14;
const REAL_DAYS = 28;
const TIME_ZONE = 'Europe/Berlin';

export const SHOP = 'storefront';
export const REAL = 'eshop2008';
/** Of the real shop. */
export const realFolder = findFolder();

function storefront(lengthDays: number): History {
  const site = parseSite({
    slug: SHOP,
    kind: 'test',
    name: 'Storefront',
    timeZone: TIME_ZONE,
    provenance: 'Simulated visitors.',
  });
  if (!site.ok) throw new Error(`${site.issue.field} ${site.issue.rule}`);
  const from = addDays(dayAt(Date.now(), TIME_ZONE), -lengthDays);
  const days = simulate({ seed: 2026, from, days: lengthDays, timeZone: TIME_ZONE, statement: '00000000' });
  return { site: site.value, catalogue: storefrontCatalogue(), days };
}

const firstWeeks = (history: History): History => ({
  ...history,
  days: [...history.days].slice(0, REAL_DAYS),
});

export interface Shop {
  readonly dashboard: Dashboard;
  readonly browser: Browser;
  /** The owner, signed in, in a browser of their own. */
  sit(options?: VisitorOptions): Promise<Person>;
  close(): Promise<void>;
}

/**
 * @param options.days Of the example shop. Default: a fortnight.
 * @param options.real Whether the real shop is there too, where its data is at hand. Default: true.
 */
export async function openShop({ days = DAYS, real = true } = {}): Promise<Shop> {
  const collector = await createCollector();
  await copyPrepared(`${days} days${real ? ' and the real ones' : ''}`, collector.data, async (folder) => {
    const core = await openCore(folder, { now: Date.now });
    const histories = [
      storefront(days),
      ...(realFolder === null || !real ? [] : [firstWeeks(eshop2008(realFolder))]),
    ];
    for (const history of histories) {
      await openSite(core, history.site, history.catalogue);
      await importDays(core, history, () => undefined);
    }
    await core.close();
  });
  const [browser] = await Promise.all([openBrowser(), collector.start()]);
  const dashboard: Dashboard = {
    collector,
    url: collector.url.replace('127.0.0.1', 'localhost'),
    setupCode: async () => (await readFile(join(collector.data, 'setup-code'), 'utf8')).trim(),
  };
  const first = await newPerson(browser, dashboard);
  await setUp(first, dashboard);
  const kept: StorageState = await first.page.context().storageState();
  await first.close();
  return {
    dashboard,
    browser,
    sit: (options = {}) => newPerson(browser, dashboard, { ...options, kept }),
    async close() {
      await browser.close();
      await collector.remove();
    },
  };
}

/** Resolves when the numbers of a screen stand there. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main :is(.panel, .message)').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null);
}
