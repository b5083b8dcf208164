/**
 * Walks through the shop of small pages: a browser for the tests of a file, a shop for each test, visitors who agreed.
 * Knows what the script keeps in the browser, by which it can tell that something is counted and that all of it has arrived.
 */
import type { Batch, Day, SiteConfig } from '@holloway/protocol';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { hide, newVisitor, openBrowser, type Visitor } from '../support/browser.ts';
import { type Counts, openShop, type Shop } from './shop.ts';

export interface Walk {
  readonly context: BrowserContext;
  /** The tab that the visitor begins with. */
  readonly page: Page;
  /** Loads a page of the shop, and waits until it is counted. */
  go(path: string): Promise<void>;
  /** Follows a link by its text, and waits until the page that it leads to is counted. */
  follow(link: string, path: string): Promise<void>;
  /**
   * Waits until the page that was counted last is this one.
   * @param depth Its place in the visit, where the path alone does not tell. Default: any.
   */
  isCounted(path: string, depth?: number): Promise<void>;
  /** Leaves for another tab. @returns What was counted in all, once everything has arrived. */
  end(tab?: Page): Promise<Counts>;
}

export interface WalkOptions {
  /** What the clock of the browser shows, in milliseconds since 1970; it goes on as a test says. Default: a clock that runs. */
  readonly clock?: number;
  readonly width?: number;
  /** Default: they did. */
  readonly hasAgreed?: boolean;
}

export interface Stage {
  /** Of the test that runs. */
  readonly shop: Shop;
  enter(options?: WalkOptions): Promise<Walk>;
}

/** Long enough for a machine that is shared, short enough to be told. */
const PATIENCE_MS = 15_000;
const MINUTE_MS = 60_000;

const dayOf = (epochMs: number): Day => new Date(epochMs).toISOString().slice(0, 10);

/**
 * Waits until the page that was counted last is this one.
 * @param depth Its place in the visit, where the path alone does not tell. Default: any.
 */
export async function isCounted(page: Page, path: string, depth?: number): Promise<void> {
  await page.waitForFunction(
    ([expected, place]) => {
      const { visit } = JSON.parse(localStorage.getItem('holloway.visit') ?? '{}');
      return visit?.page.path === expected && (place === undefined || visit.depth === place);
    },
    [path, depth] as const,
  );
}

/**
 * Leaves a tab for another one.
 * @returns Whether everything that it had to say is among what has arrived: a page that is left does not hear the answers.
 */
export async function leave(tab: Page): Promise<(arrived: readonly Batch[]) => boolean> {
  await hide(tab);
  const bodies: string[] = await tab.evaluate(() => {
    const { parcels = [] } = JSON.parse(sessionStorage.getItem('holloway.outbox') ?? '{}');
    return parcels.map(({ body }: { body: string }) => body);
  });
  const nonces = bodies.map((body) => (JSON.parse(body) as Batch).batch);
  return (arrived) => nonces.every((nonce) => arrived.some(({ batch }) => batch === nonce));
}

/** @param config What differs from the shop's usual configuration. */
export function openStage(config: Partial<SiteConfig> = {}): Stage {
  const visitors: Visitor[] = [];
  let browser: Browser;
  let shop: Shop;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    shop = await openShop(config);
    furnish(shop);
  });
  afterEach(async () => {
    await Promise.all(visitors.splice(0).map((visitor) => visitor.close()));
    await shop.close();
  });
  afterAll(async () => {
    await browser.close();
  });

  async function enter({ clock, width = 1280, hasAgreed = true }: WalkOptions = {}): Promise<Walk> {
    const kept = clock === undefined ? shop.agreed : shop.agreedOn(dayOf(clock));
    const visitor = await newVisitor(browser, { width, ...(hasAgreed ? { kept } : {}) });
    visitors.push(visitor);
    const { context, page } = visitor;
    context.setDefaultTimeout(PATIENCE_MS);
    if (clock !== undefined) {
      // A clock is installed running, and cannot be put back.
      await context.clock.install({ time: clock - MINUTE_MS });
      await context.clock.pauseAt(clock);
    }
    return {
      context,
      page,
      isCounted: (path, depth) => isCounted(page, path, depth),
      async go(path) {
        await page.goto(shop.url + path);
        await isCounted(page, path);
      },
      async follow(link, path) {
        await page.getByRole('link', { name: link, exact: true }).first().click();
        await isCounted(page, path);
      },
      async end(tab = page) {
        const isAll = await leave(tab);
        return shop.until(() => isAll(shop.batches()));
      },
    };
  }

  return {
    get shop() {
      return shop;
    },
    enter,
  };
}

const link = (path: string, text: string): string => `<a href="${path}">${text}</a>`;
const MENU = `<header><nav>${link('/', 'Home')} ${link('/c/kettles', 'Kettles')} ${link('/c/coffee', 'Coffee')} ${link('/cart', 'Cart')} ${link('/about', 'About')}</nav></header>`;

export const jsonLd = (thing: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...thing })}</script>`;

/** A page with the menu of the shop on it. */
export const withMenu = (main: string): string => `${MENU}<main>${main}</main>`;

const list = (links: readonly (readonly [path: string, text: string])[]): string =>
  withMenu(
    `<section id="grid"><ul>${links.map((one) => `<li>${link(...one)}</li>`).join('')}</ul></section>`,
  );

/** Two shelves with two products each, and what else a shop has. */
function furnish(shop: Shop): void {
  const product = (path: string, sku: string, category: string, main = ''): void =>
    shop.page(path, withMenu(`<h1>${sku}</h1>${main}`), jsonLd({ '@type': 'Product', sku, category }));
  shop.page('/', withMenu('<h1>Welcome</h1>'));
  shop.page('/about', withMenu('<h1>About</h1>'));
  shop.page('/cart', withMenu('<h1>Cart</h1>'));
  shop.page('/checkout', withMenu('<h1>Checkout</h1>'));
  shop.page('/order', withMenu('<h1>Thank you</h1>'));
  shop.page('/c/kettles', list([['/p/swan', 'Swan'], ['/p/heron', 'Heron']])); // biome-ignore format: a list
  shop.page('/c/coffee', list([['/p/puffin', 'Puffin'], ['/p/wren', 'Wren']])); // biome-ignore format: a list
  product('/p/swan', 'KE-101', 'kettles');
  product('/p/heron', 'KE-102', 'kettles');
  product('/p/puffin', 'CO-201', 'coffee');
  product('/p/wren', 'CO-202', 'coffee');
}
