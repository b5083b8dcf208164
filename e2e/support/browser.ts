/**
 * A real Chromium from an npm package, and visitors in it: each a browser context of its own, with a storage of its
 * own. What a page sends is heard by ear.ts, at the collector's door.
 */
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core';

/** Chromium as people have it: the headless name and hints would be taken for a bot, and rightly. */
const VERSION = '140';
const USER_AGENT = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${VERSION}.0.0.0 Safari/537.36`;
/** What Chrome says on every Android phone since it says less. */
const PHONE_USER_AGENT = `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${VERSION}.0.0.0 Mobile Safari/537.36`;
const BRANDS = [
  { brand: 'Chromium', version: VERSION },
  { brand: 'Google Chrome', version: VERSION },
];

export async function openBrowser(): Promise<Browser> {
  return driver.launch({
    executablePath: await chromium.executablePath(),
    // Not the package's own arguments: they switch off web security and put every page into one process.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      // Nor does theirs tell pages of a driver: some consent tools show nothing to one.
      '--disable-blink-features=AutomationControlled',
    ],
    // People's browsers keep pages for going back to.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    headless: true,
  });
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Everything this browser keeps for the page that is open: cookies and both storages, databases and caches. */
  kept(): Promise<Kept>;
  close(): Promise<void>;
}

export interface Kept {
  readonly cookies: readonly string[];
  readonly local: readonly string[];
  readonly session: readonly string[];
  readonly databases: readonly string[];
  readonly caches: readonly string[];
}

export interface VisitorOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Global Privacy Control, as a header and to scripts. Default: false. */
  readonly objects?: boolean;
  /** Windows' high contrast. Default: none. */
  readonly forcedColors?: 'active' | 'none';
  /** Lets the test put a script of its own into a page whose policy refuses that. Default: false. */
  readonly bypassCSP?: boolean;
  /** An Android phone that tells its model by client hints, such as `SM-S911B`. Default: a desktop. */
  readonly model?: string;
  /** What the browser keeps already. Default: nothing. */
  readonly kept?: StorageState;
}

export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

export async function newVisitor(
  browser: Browser,
  {
    width = 1280,
    height = 800,
    colorScheme = 'light',
    objects = false,
    forcedColors = 'none',
    bypassCSP = false,
    model,
    kept,
  }: VisitorOptions = {},
): Promise<Visitor> {
  const userAgent = model === undefined ? USER_AGENT : PHONE_USER_AGENT;
  const context = await browser.newContext({
    userAgent,
    hasTouch: model !== undefined,
    viewport: { width, height },
    colorScheme,
    forcedColors,
    bypassCSP,
    ...(objects ? { extraHTTPHeaders: { 'Sec-GPC': '1' } } : {}),
    ...(kept === undefined ? {} : { storageState: kept }),
  });
  if (objects) {
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });
    });
  }
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setUserAgentOverride', {
    userAgent,
    userAgentMetadata: {
      brands: BRANDS,
      platform: model === undefined ? 'Windows' : 'Android',
      platformVersion: model === undefined ? '10.0' : '14.0',
      architecture: model === undefined ? 'x86' : '',
      model: model ?? '',
      mobile: model !== undefined,
    },
  });
  return {
    context,
    page,
    async kept() {
      const inPage = await page.evaluate(async () => ({
        local: Object.keys(localStorage),
        session: Object.keys(sessionStorage),
        databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
        caches: await caches.keys(),
      }));
      return { cookies: (await context.cookies()).map(({ name }) => name), ...inPage };
    },
    close: () => context.close(),
  };
}

/** Hides the page as switching to another tab does, which is when a page must have sent what it knows. */
export async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/** Comes back to the page that `hide` left. */
export async function show(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const name of ['visibilityState', 'hidden']) Reflect.deleteProperty(document, name);
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/**
 * Into the back/forward cache and out of it, as the page sees it: the headless Chromium of the tests keeps none
 * (`BackForwardCacheDisabledForDelegate`), so the events are made here.
 */
export async function throughBackForwardCache(page: Page): Promise<void> {
  const pass = (type: 'pagehide' | 'pageshow') =>
    page.evaluate((event) => window.dispatchEvent(new PageTransitionEvent(event, { persisted: true })), type);
  await pass('pagehide');
  await hide(page);
  await page.evaluate(() => document.dispatchEvent(new Event('freeze')));
  await page.evaluate(() => document.dispatchEvent(new Event('resume')));
  await show(page);
  await pass('pageshow');
}
