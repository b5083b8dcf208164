/**
 * Where everything stands on pages of the example storefront: opened in a real browser, and told by the script itself to a
 * real collector, as of any visitor. The window is as tall as the page needs, so that all of it is seen at once.
 */
import { join } from 'node:path';
import {
  type MeasuredBox,
  type MeasuredPage,
  type Sample,
  serveStorefront,
  WINDOWS,
} from '@holloway/example-storefront';
import { ANY, VIEWPORTS, type Viewport } from '@holloway/protocol';
import type { Browser, Page } from 'playwright-core';
import { hide, newVisitor, type StorageState } from '../support/browser.ts';
import { createCollector } from '../support/collector.ts';
import { look } from '../support/drawn.ts';
import { openEar } from '../support/ear.ts';

const POLICY = join(import.meta.dirname, '../../examples/storefront/holloway-policy.json');
/** The longest page of the shop, in the narrowest window, is shorter. */
const TALL = 7_000;
const PHONE = 'SM-S911B';

const isCounted = (page: Page, type: string) =>
  page.waitForFunction(
    (expected) => JSON.parse(localStorage.getItem('holloway.visit') ?? '{}').visit?.page.type === expected,
    type,
  );

/** How much was counted of this browser so far. */
const counted = (page: Page) => page.evaluate(() => localStorage.getItem('holloway.ledger')?.length ?? 0);

/** Until nothing more is seen: pages are looked through in slices, between which the machine may have other work. */
async function lookAtAll(page: Page): Promise<void> {
  for (let before = -1, now = await counted(page); now > before; ) {
    await look(page);
    [before, now] = [now, await counted(page)];
  }
}

export interface Measuring {
  measure(sample: Sample, viewport: Viewport): Promise<MeasuredPage>;
  close(): Promise<void>;
}

export async function openMeasuring(browser: Browser): Promise<Measuring> {
  const collector = await createCollector({ HOLLOWAY_RATE_PER_NETWORK: '0' });
  await collector.start();
  const ear = await openEar(collector.url);
  const shop = await serveStorefront({ port: 0, host: '127.0.0.1', collectorUrl: ear.url, site: 'shop' });
  // A test site measures every view.
  await collector.holloway('site', 'add', 'shop', '--origin', shop.url, '--kind', 'test');
  await collector.holloway('statement', 'publish', 'shop', POLICY);

  const visitor = (viewport: Viewport, kept?: StorageState) =>
    newVisitor(browser, {
      width: WINDOWS[viewport].width,
      height: TALL,
      ...(viewport === 'l' ? {} : { model: PHONE }),
      ...(kept === undefined ? {} : { kept }),
      bypassCSP: true,
    });
  const agreed = async (): Promise<StorageState> => {
    const { context, page, close } = await visitor('l');
    await page.goto(shop.url);
    await page.getByRole('button', { name: 'Accept all' }).click();
    await isCounted(page, 'home');
    const kept = await context.storageState();
    await close();
    return kept;
  };
  const kept = await agreed();

  return {
    async measure({ address, cookie, page: { type } }, viewport) {
      const { context, page, close } = await visitor(viewport, kept);
      if (cookie !== undefined) await context.addCookies([{ ...cookie, url: shop.url }]);
      // The shop fills the window: with as much as people's have.
      const fills = `body { min-height: ${WINDOWS[viewport].height}px !important }`;
      await page.clock.install();
      const known = ear.batches().length;
      await page.goto(shop.url + address);
      await page.addStyleTag({ content: fills });
      await isCounted(page, type);
      await lookAtAll(page);
      const height = await page.evaluate(() => Math.round(document.body.getBoundingClientRect().height));
      await hide(page);
      await ear.until((batches) =>
        batches.slice(known).some(({ increments }) => increments.some(([fact]) => fact === 'page.scroll')),
      );
      await close();
      const increments = ear
        .batches()
        .slice(known)
        .flatMap((batch) => batch.increments);
      const zones = new Set(
        increments.flatMap(([fact, [, zone]]) => (fact === 'zone.exposed' ? [String(zone)] : [])),
      );
      const boxes = new Map<string, Record<string, number>>();
      for (const [fact, [at, element], , , total = 0] of increments) {
        if (!fact.startsWith('layout.box.')) continue;
        const key = `${at === ANY ? ANY : ''} ${element}`;
        boxes.set(key, { ...boxes.get(key), [fact.slice('layout.box.'.length)]: total });
      }
      return {
        address,
        viewport,
        height,
        boxes: [...boxes].map(([key, { x = 0, y = 0, width = 0, height: tall = 0 }]): MeasuredBox => {
          const [at, element = ''] = key.split(' ');
          return { isShared: at === ANY, isZone: zones.has(element), element, x, y, width, height: tall };
        }),
      };
    },
    async close() {
      await shop.close();
      await ear.close();
      await collector.remove();
    },
  };
}

/** Every sample in every window, one after the other. */
export async function measureAll(
  measuring: Measuring,
  samples: readonly Sample[],
  onProgress: (page: MeasuredPage) => void = () => {},
): Promise<MeasuredPage[]> {
  const pages: MeasuredPage[] = [];
  for (const viewport of VIEWPORTS) {
    for (const sample of samples) {
      const page = await measuring.measure(sample, viewport);
      pages.push(page);
      onProgress(page);
    }
  }
  return pages;
}
