/**
 * What a newcomer gets from `npm start`: a dashboard that opens with the demo sign-in, full of a shop's numbers.
 * The real data is among it where it is at hand.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Report, SiteSummary } from '@holloway/protocol';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './support/browser.ts';

const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'test-results/dashboard');
const ESHOP = process.env.HOLLOWAY_ESHOP2008 ?? join(ROOT, '../shared/data/eshop2008');
const isRealDataAtHand = existsSync(join(ESHOP, 'e-shop clothing 2008.csv.gz'));
const AXE = createRequire(import.meta.url).resolve('axe-core');
const SCREENS = [
  'overview',
  'paths',
  'categories',
  'pages',
  'layout',
  'products',
  'search',
  'funnel',
  'visits',
  'devices',
  'countries',
  'sources',
  'preferences',
  'consent',
  'privacy',
] as const;

interface Demo {
  readonly collector: string;
  readonly storefront: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string;
  readonly sites: readonly string[];
}

let data: string;
let running: ChildProcess;
let demo: Demo;
let browser: Browser;

/** Starts it on free ports and resolves with what it wrote for programs. */
async function start(): Promise<{ child: ChildProcess; demo: Demo }> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.ts')], {
    env: { ...process.env, HOLLOWAY_DATA: data, PORT: '0', STOREFRONT_PORT: '0', HOLLOWAY_ESHOP2008: ESHOP },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes('Sites')) continue;
    child.stdout.resume();
    const written = JSON.parse(await readFile(join(data, 'demo.json'), 'utf8')) as Demo;
    return { child, demo: written };
  }
  throw new Error('it ended before it was ready');
}

async function ask<T>(path: string): Promise<T> {
  const answer = await fetch(demo.collector + path, { headers: { authorization: `Bearer ${demo.apiKey}` } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'holloway-start-'));
  await mkdir(PICTURES, { recursive: true });
  [{ child: running, demo }, browser] = await Promise.all([start(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser.close();
  running.kill('SIGTERM');
  if (running.exitCode === null) await once(running, 'exit');
  await rm(data, { recursive: true, force: true });
});

describe('a first start', () => {
  it('lists the storefront, labelled as simulated, and the real shop where its data is at hand', async () => {
    const { sites } = await ask<{ sites: SiteSummary[] }>('/v1/sites');
    expect(demo.sites).toEqual(isRealDataAtHand ? ['storefront', 'eshop2008'] : ['storefront']);
    expect(sites.map(({ id }) => id)).toEqual(demo.sites);
    expect(sites[0]).toMatchObject({ kind: 'test', k: 1 });
    expect(sites[0]?.provenance).toMatch(/^Simulated visitors \(seed 2026\)/);
  });

  it.runIf(isRealDataAtHand)('names source and licence of the real data wherever it shows', async () => {
    const { sites } = await ask<{ sites: SiteSummary[] }>('/v1/sites');
    expect(sites[1]).toMatchObject({ id: 'eshop2008', kind: 'archive', k: 10, firstDay: '2008-04-01' });
    expect(sites[1]?.provenance).toMatch(/10\.24432\/C5QK7X.*CC BY 4\.0/);
  });

  it('shows sixty days of visits of the storefront', async () => {
    const { sites } = await ask<{ sites: SiteSummary[] }>('/v1/sites');
    const [shop] = sites;
    const report = await ask<Report<'overview'>>(
      `/v1/sites/storefront/reports/overview?from=${shop?.firstDay}&to=${shop?.lastDay}`,
    );
    expect(report.rows).toHaveLength(60);
    expect(report.rows.every(({ visits }) => (visits ?? 0) > 100)).toBe(true);
    expect(report.waiting.n + report.other).toBe(0);
  });

  it('serves the shop with the script tag of the collector', async () => {
    const home = await (await fetch(demo.storefront)).text();
    expect(home).toContain(`src="${demo.collector}/holloway.js"`);
    expect((await fetch(`${demo.collector}/holloway.js`)).headers.get('content-type')).toMatch(/javascript/);
  });

  it('asks for a sign-in before it shows a number', async () => {
    for (const path of [
      '/v1/sites',
      '/v1/sites/storefront/reports/overview',
      '/v1/sites/storefront/slices',
    ]) {
      expect((await fetch(demo.collector + path)).status).toBe(401);
    }
  });
});

async function signIn(page: Page): Promise<void> {
  await page.goto(demo.collector);
  await page.getByLabel(/mail/i).fill(demo.email);
  await page.getByLabel(/password/i).fill(demo.password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.getByRole('navigation').first().waitFor();
}

const TITLES: Readonly<Record<(typeof SCREENS)[number], string>> = {
  overview: 'Overview',
  paths: 'Click paths',
  categories: 'Categories',
  pages: 'Pages',
  layout: 'Layout',
  products: 'Products',
  search: 'Search desk',
  funnel: 'Funnel',
  visits: 'Visits',
  devices: 'Devices',
  countries: 'Countries',
  sources: 'Sources',
  preferences: 'Preferences',
  consent: 'Consent',
  privacy: 'Privacy',
};

/** Opens a screen and resolves when its reports have come: its own title and content stand there, and no placeholder. */
async function open(page: Page, site: string, screen: (typeof SCREENS)[number]): Promise<void> {
  await page.goto(`${demo.collector}/#/${site}/${screen}`);
  await page.waitForFunction(
    (title) =>
      document.querySelector('h1')?.textContent === title &&
      document.querySelector('main :is(.panel, .message)') !== null &&
      document.querySelector('main .skeleton, main [aria-busy="true"]') === null,
    TITLES[screen],
  );
}

/** Findings of axe, as rule and selector. */
async function findings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
  });
}

describe('the dashboard', () => {
  const looks = [
    { width: 1440, height: 900, colorScheme: 'light' },
    { width: 390, height: 844, colorScheme: 'dark' },
  ] as const;
  it.each(looks)(
    'shows every screen at $width px in $colorScheme, without a finding, overflow or complaint',
    async (look) => {
      // Bypassing the policy lets the test put axe into the page; what the page itself does is watched first.
      const context = await browser.newContext({ viewport: look, colorScheme: look.colorScheme });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await signIn(page);
      for (const site of demo.sites) {
        for (const screen of SCREENS) {
          await open(page, site, screen);
          const picture = join(PICTURES, `${site}-${screen}-${look.width}-${look.colorScheme}.png`);
          await page.screenshot({ path: picture, fullPage: true });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect({ site, screen, overflow }).toEqual({ site, screen, overflow: 0 });
        }
      }
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it.each(looks)('has no finding of axe on any screen at $width px in $colorScheme', async (look) => {
    const context = await browser.newContext({
      viewport: look,
      colorScheme: look.colorScheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.addInitScript({ path: AXE });
    await signIn(page);
    const [site = ''] = demo.sites;
    for (const screen of SCREENS) {
      await open(page, site, screen);
      expect({ screen, findings: await findings(page) }).toEqual({ screen, findings: [] });
    }
    await context.close();
  });
});

describe('a later start', () => {
  it('stops when it is told to, and starts again with the same numbers', async () => {
    const before = await ask<Report<'overview'>>('/v1/sites/storefront/reports/overview');
    running.kill('SIGTERM');
    const [code] = await once(running, 'exit');
    expect(code).toBe(0);
    ({ child: running, demo } = await start());
    expect(await ask<Report<'overview'>>('/v1/sites/storefront/reports/overview')).toEqual(before);
  });
});
