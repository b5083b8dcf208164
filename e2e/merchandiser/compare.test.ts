/** Comparing days by keyboard alone, and a page of paper for the weekly meeting, in a real browser. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '@holloway/protocol';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Person } from '../access/dashboard.ts';
import { percent } from './read-screen.ts';
import { openShop, REAL, realFolder, SHOP, type Shop, settled } from './store.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/compare');

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

const change = (): Locator =>
  page.locator('.figure', { hasText: 'Visits' }).first().locator('.figure-change');
/** Visits of the example shop, day by day, without the dashboard. */
async function visitsTold(): Promise<number[]> {
  const answer = await page.request.get(`${shop.dashboard.url}/v1/sites/${SHOP}/reports/overview`);
  const { rows }: Report<'overview'> = await answer.json();
  return rows.map(({ visits }) => visits ?? 0).filter((n) => n > 0);
}
/** As the screens write it: `+8.1%`, `−12%`. */
function changed(before: readonly number[], now: readonly number[]): string {
  const sum = (days: readonly number[]): number => days.reduce((all, n) => all + n, 0);
  const change = sum(now) / sum(before) - 1;
  const sign = Math.abs(change) < 0.0005 ? '±' : change < 0 ? '−' : '+';
  return sign + (sign === '±' ? '0%' : percent(Math.abs(change)));
}
/** Pages of a PDF: each is an object of its own. */
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

it('chooses what to compare with by keyboard alone, and takes it along to another screen', async () => {
  await person.go(`#/${SHOP}/overview?range=7d`);
  await settled(page);
  // Of fourteen days, and today.
  const visits = await visitsTold();
  const now = visits.slice(8);
  expect(await change().textContent()).toBe(
    `${changed(visits.slice(2, 8), now)} on the 6 days before, without today`,
  );
  expect(await page.locator('.trend-frame .stroke.before').count()).toBe(1);
  await page.keyboard.press('c');
  await page.locator('.compare-choice input:focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await page.getByText('on the same weekdays before, without today').first().waitFor();
  expect(await change().textContent()).toBe(
    `${changed(visits.slice(1, 7), now)} on the same weekdays before, without today`,
  );
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('heading', { level: 1, name: 'Pages', exact: true }).waitFor();
  await page.getByText('(The same weekdays before)').waitFor();
  expect(new URL(page.url()).hash).toBe(`#/${SHOP}/pages?range=7d&compare=weekdays`);
  await page.keyboard.press('?');
  await page.locator('.keys.screens').waitFor();
});

it.skipIf(realFolder === null)('goes from what changed to the category in its screen', async () => {
  await person.go(`#/${REAL}/overview?from=2008-04-22&to=2008-04-28`);
  await settled(page);
  const moved = (kind: string): Locator => page.getByRole('region', { name: kind, exact: true });
  // Of pages, fewer than k see most on a day: they are told later, and days differ although nothing moved.
  expect(await moved('Pages').textContent()).toContain('Nothing moved by more than chance.');
  await moved('Categories').getByRole('link', { name: 'Sale' }).click();
  await page.getByRole('heading', { level: 1, name: 'Categories', exact: true }).waitFor();
  await settled(page);
  // Marked in the tree, and no other.
  const found = page.locator('[aria-current="true"].found');
  expect(await found.count()).toBe(1);
  expect(await found.textContent()).toContain('Sale');
});

async function printed(site: string, range: string, name: string): Promise<number> {
  await person.go(`#/${site}/overview?${range}`);
  await settled(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // As wide as A4 between its margins.
  await page.setViewportSize({ width: 703, height: 1032 });
  await page.screenshot({ path: join(PICTURES, `${name}-on-paper.png`), fullPage: true });
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.setViewportSize({ width: 1440, height: 900 });
  const pdf = await page.pdf({
    path: join(PICTURES, `${name}.pdf`),
    preferCSSPageSize: true,
    printBackground: true,
  });
  return pagesOf(pdf);
}

it('prints the overview to one page of A4, without what cannot be pressed on paper', async () => {
  expect(await printed(SHOP, 'range=7d', 'storefront')).toBe(1);
  await page.emulateMedia({ media: 'print' });
  for (const hidden of ['.side', '.panel-tools', '.head-controls button'])
    expect(await page.locator(hidden).first().isVisible()).toBe(false);
  for (const shown of ['h1', '.on-paper', '.figures', '.trend-frame svg', '.what-changed', '.bars'])
    expect(await page.locator(shown).first().isVisible()).toBe(true);
});

it.skipIf(realFolder === null)('prints the real shop to one page too', async () => {
  expect(await printed(REAL, 'from=2008-04-15&to=2008-04-28', 'real')).toBe(1);
});

it('prints a table in full', async () => {
  await person.go(`#/${SHOP}/pages?range=all`);
  await settled(page);
  const left = Number(/\d+/.exec((await page.locator('.more').textContent()) ?? '')?.[0]);
  const drawn = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const count = (): void => resolve(document.querySelectorAll('tbody tr').length);
        // Told after the table has heard it.
        window.addEventListener('beforeprint', count, { once: true });
      }),
  );
  await page.pdf({ preferCSSPageSize: true });
  expect(await drawn).toBe(100 + left);
});
