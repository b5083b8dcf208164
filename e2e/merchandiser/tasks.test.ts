/**
 * What a merchandiser comes to the dashboard for, done as they would: by reading, pressing and typing. Each task ends in an
 * answer, and in a picture in test-results/merchandiser.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../access/dashboard.ts';
import { parseCsv } from '../support/csv.ts';
import { openShop, REAL, realFolder, SHOP, type Shop, settled } from './store.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/merchandiser');

let shop: Shop;
let person: Person;
let page: Page;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  shop = await openShop();
}, 300_000);
afterAll(() => shop.close());
beforeEach(async () => {
  person = await shop.sit({ width: 1440, height: 900 });
  page = person.page;
});
afterEach(async ({ task }) => {
  await page.screenshot({ path: join(PICTURES, `${task.name.replaceAll(/\W+/g, '-')}.png`), fullPage: true });
  expect(person.complaints).toEqual([]);
  await person.close();
});

/** Opens a screen by the navigation, as people do, and waits for its numbers. */
async function visit(site: string, screen: string, range = 'all'): Promise<void> {
  await person.go(`#/${site}/overview?range=${range}`);
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: screen, exact: true })
    .click();
  await page.getByRole('heading', { level: 1, name: screen, exact: true }).waitFor();
  await settled(page);
}

const panel = (title: string): Locator => page.getByRole('region', { name: title, exact: true });
const table = (caption: string): Locator => page.getByRole('region', { name: `${caption}, table` });
/** The texts of a table, a list of cells a row. */
const cellsOf = (of: Locator): Promise<string[][]> =>
  of
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')),
    );

async function download(press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

describe.skipIf(realFolder === null)('in the real clothing shop', () => {
  it('finds the worn path from where visits begin to the sale', async () => {
    await visit(REAL, 'Click paths');
    await page.getByRole('button', { name: 'Where from' }).click();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.locator('.column').first().getByRole('button', { name: /^Sale/ }).click();
    const before = page.locator('.column', { has: page.getByRole('heading', { name: /sale/i }) });
    const rows = await before.locator('.path-row .bar-name').allTextContents();
    expect(rows[0]).toMatch(/sale/i);
    expect(rows.slice(0, 5).join()).toMatch(/blouses/i);
  });

  it('sees where visitors of blouses go next, and that it adds up', async () => {
    await visit(REAL, 'Click paths');
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page
      .locator('.column')
      .first()
      .getByRole('button', { name: /^Blouses/ })
      .click();
    const next = page.locator('.column', { has: page.getByRole('heading', { name: 'Blouses' }) });
    const number = (text: string): number => Number(text.replaceAll(/\D/g, ''));
    const total = number((await next.locator('.column-total').textContent()) ?? '');
    const parts = await next.locator('.column-rows .bar-n, .column-foot .bar-n').allTextContents();
    expect(total).toBeGreaterThan(3_000);
    expect(parts.map(number).reduce((sum, n) => sum + n, 0)).toBe(total);
  });

  it('takes the moves home as a table with every row of it', async () => {
    await visit(REAL, 'Click paths');
    const { name, text } = await download(() =>
      panel('Where visitors went next').getByRole('link', { name: /CSV/ }).click(),
    );
    expect(name).toMatch(/\.csv$/);
    const [head, ...rows] = parseCsv(text);
    expect(head).toEqual(['from', 'to', 'n', 'people']);
    expect(rows.length).toBeGreaterThan(15);
  });

  it('sees which positions of the first page are clicked least', async () => {
    await visit(REAL, 'Layout');
    await page
      .getByRole('button', { name: /Positions: view as table|view as table/ })
      .first()
      .click();
    const rows = await cellsOf(table('Positions').first());
    expect(rows.length).toBeGreaterThan(3);
  });

  it('compares two fortnights by their days', async () => {
    await person.go(`#/${REAL}/overview?from=2008-04-15&to=2008-04-28`);
    await settled(page);
    expect(await page.locator('.figure', { hasText: 'Visits' }).first().textContent()).toMatch(/[+−±]\d/);
  });

  it('finds the country that is third', async () => {
    await visit(REAL, 'Countries');
    const names = await page.locator('.bars .bar-name').allTextContents();
    expect(names[0]).toContain('Poland');
    expect(names[2]).toMatch(/\w+/);
  });
});

describe('in the storefront', () => {
  it('finds the search that leads nowhere, and what they asked instead', async () => {
    await visit(SHOP, 'Search desk');
    await page
      .getByRole('group', { name: 'Which terms' })
      .getByRole('button', { name: 'Nothing found' })
      .click();
    const terms = await cellsOf(table('Search terms'));
    expect(terms[0]?.[0]).toBe('coffee maker');
    expect((await cellsOf(table('In other words'))).map(([from, to]) => [from, to])).toContainEqual([
      'coffee maker',
      'espresso machine',
    ]);
  });

  it('finds the product that is looked for on another shelf', async () => {
    await visit(SHOP, 'Categories');
    const [first = []] = await cellsOf(table('The right shelf'));
    expect(first[0]).toMatch(/^Puffin milk frother/);
    expect(first.at(-2)).toMatch(/Espresso machines \(\d+\)/);
  });

  it('finds where carts are left', async () => {
    await visit(SHOP, 'Funnel');
    const shares = await page.locator('.funnel-share').allTextContents();
    expect(shares).toHaveLength(5);
    expect(shares[4]).toMatch(/%/);
  });

  it('finds the products that are put into carts and not ordered', async () => {
    await visit(SHOP, 'Products');
    await table('Products').getByRole('button', { name: 'Ordered of those in carts' }).click();
    const rows = await cellsOf(table('Products'));
    expect(rows[0]?.[3]).toMatch(/%/);
  });

  it('finds the busiest hour', async () => {
    await visit(SHOP, 'Visits');
    expect(await page.locator('.note', { hasText: 'Busiest' }).textContent()).toMatch(
      /day, from \d\d:00, with \d+/,
    );
  });

  it('saves a chart as a picture, to enlarge and to paste', async () => {
    await visit(SHOP, 'Funnel');
    const stages = panel('From a list to an order');
    const take = (kind: string) => async (): Promise<void> => {
      await stages.getByRole('button', { name: /save as picture$/ }).click();
      await stages.getByRole('button', { name: kind }).click();
    };
    const svg = await download(take('SVG'));
    expect(svg.name).toBe('from-a-list-to-an-order.svg');
    expect(svg.text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg.text).toContain('>Ordered</text>');
    expect(svg.text).toContain('Storefront · ');
    const png = await download(take('PNG'));
    expect(png.text.slice(1, 4)).toBe('PNG');
  });
});
