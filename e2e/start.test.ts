/**
 * What a newcomer gets from `npm start`: a dashboard that opens with the demo sign-in, full of a shop's numbers.
 * The real data is among it where it is at hand.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Report, SiteSummary } from '@holloway/protocol';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newVisitor, openBrowser } from './support/browser.ts';

const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'test-results/dashboard');
const ESHOP = process.env.HOLLOWAY_ESHOP2008 ?? join(ROOT, '../shared/data/eshop2008');
const REAL_FILE = 'e-shop clothing 2008.csv.gz';
const isRealDataAtHand = existsSync(join(ESHOP, REAL_FILE));
/** The head of the file, and a fortnight of its days: the rest is e2e/truth's to count. */
const KEPT = /^year;|^2008;4;([1-9]|1[0-4]);/;

interface Demo {
  readonly collector: string;
  readonly storefront: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string;
  readonly sites: readonly string[];
}

let data: string;
let realData: string;
let running: ChildProcess;
let demo: Demo;
let browser: Browser;

/** Starts it on free ports and resolves with what it wrote for programs. */
async function start(): Promise<{ child: ChildProcess; demo: Demo }> {
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.ts')], {
    env: {
      ...process.env,
      HOLLOWAY_DATA: data,
      PORT: '0',
      STOREFRONT_PORT: '0',
      HOLLOWAY_ESHOP2008: realData,
    },
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
  realData = await mkdtemp(join(tmpdir(), 'holloway-real-'));
  if (isRealDataAtHand) {
    const lines = gunzipSync(await readFile(join(ESHOP, REAL_FILE)))
      .toString()
      .split('\n');
    await writeFile(join(realData, REAL_FILE), gzipSync(lines.filter((line) => KEPT.test(line)).join('\n')));
  }
  await mkdir(PICTURES, { recursive: true });
  [{ child: running, demo }, browser] = await Promise.all([start(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser.close();
  running.kill('SIGTERM');
  if (running.exitCode === null) await once(running, 'exit');
  for (const folder of [data, realData]) await rm(folder, { recursive: true, force: true });
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

describe('the dashboard', () => {
  it('opens with the demo sign-in, full of numbers, for every site', async () => {
    const { page, close } = await newVisitor(browser, { width: 1440, height: 900 });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await signIn(page);
    for (const site of demo.sites) {
      await page.goto(`${demo.collector}/#/${site}/overview`);
      await page.locator('button.figure', { hasText: 'Visits' }).first().waitFor();
      await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null);
      await page.screenshot({ path: join(PICTURES, `${site}-overview.png`), fullPage: true });
    }
    expect(complaints).toEqual([]);
    await close();
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
