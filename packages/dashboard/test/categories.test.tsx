// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (...args: Parameters<typeof openDashboard>): Promise<OpenDashboard> => {
  open = await openDashboard(...args);
  return open;
};
afterEach(() => open?.close());

const cellsOf = (table: HTMLElement): (string | null)[][] =>
  [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent),
  );

it('tells over what visits come from branch to branch, what most are over first', async () => {
  const page = await dashboard('#/storefront/categories');
  expect(cellsOf(await page.find('section[aria-label="Bridges, table"]'))).toEqual([
    [
      'Home page',
      '294',
      '58%with 95% confidence 54% to 63%',
      'Coffee – Kettles (46), Kettles – Knives (28), Kettles – Tea (21)',
    ],
    [
      'Search',
      '118',
      '23%with 95% confidence 20% to 27%',
      'Coffee – Kettles (19), Kettles – Knives (14), Kettles – Tea (9)',
    ],
    [
      'Cart',
      '91',
      '18%with 95% confidence 15% to 22%',
      'Coffee – Kettles (34), Coffee – Tea (8), Kettles – Knives (8)',
    ],
  ]);
});

it('says that no category ends more visits than is usual, and of how many that holds', async () => {
  const page = await dashboard('#/storefront/categories');
  const panel = await page.find('.panel', 'Dead ends');
  await vi.waitFor(() => expect(panel.textContent).toContain('No category is a dead end'));
  expect(panel.textContent).toContain('Of 22 categories with exits enough to judge');
});

it('draws how the views of each category moved within the range', async () => {
  const page = await dashboard('#/storefront/categories');
  const trend = await page.find('.tree .small-line[role=img]');
  expect(trend.getAttribute('aria-label')).toMatch(/^[\d,]+, [\d,]+, [\d,]+$/);
  expect(page.text()).toMatch(/Trend: 1\s–\s21 Nov 2026, in 3 parts, each category by its own scale\./);
});

it('draws none for a week, and keeps no room for it', async () => {
  const page = await dashboard('#/storefront/categories?range=7d');
  const tree = await page.find('.tree');
  expect(tree.querySelector('.small-line')).toBeNull();
  expect(tree.querySelector('thead')?.textContent).not.toContain('Trend');
});
