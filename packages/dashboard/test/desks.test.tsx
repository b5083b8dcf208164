// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (hash: string): Promise<OpenDashboard> => {
  open = await openDashboard(hash);
  return open;
};
afterEach(() => open?.close());

const rowsOf = (table: HTMLElement): string[] =>
  [...table.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');

describe('the search desk', () => {
  it('tells how often nothing is found, and how sure that is', async () => {
    const page = await dashboard('#/storefront/search');
    expect((await page.find('.figure', 'Searches')).textContent).toContain('270');
    const rows = rowsOf(await page.find('section[aria-label="Search terms, table"]'));
    expect(rows[0]).toContain('kettle');
    expect(rows[1]).toContain('91% to 100%');
  });

  it('shows the term that a link led to, and keeps what is typed in the address', async () => {
    const page = await dashboard('#/storefront/search?find=kettel');
    const terms = async (): Promise<string[]> =>
      rowsOf(await page.find('section[aria-label="Search terms, table"]'));
    expect(await terms()).toEqual([expect.stringMatching(/^kettel40/)]);
    await page.type('input[placeholder="Find a term"]', '');
    await vi.waitFor(async () => expect((await terms()).length).toBeGreaterThan(1));
    expect(window.location.hash).toBe('#/storefront/search');
  });

  it('shows the terms that find nothing when asked for them, and keeps that in the address', async () => {
    const page = await dashboard('#/storefront/search');
    await page.press('button', 'Nothing found');
    await vi.waitFor(async () => {
      const rows = rowsOf(await page.find('section[aria-label="Search terms, table"]'));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toContain('kettel');
    });
    expect(window.location.hash).toContain('terms=empty');
  });

  it('tells what was asked instead', async () => {
    const page = await dashboard('#/storefront/search');
    const rows = rowsOf(await page.find('section[aria-label="In other words, table"]'));
    expect(rows[0]).toBe('kettelkettle22');
  });
});

describe('products', () => {
  it('have their orders and values in the money of the shop', async () => {
    const page = await dashboard('#/storefront/products');
    expect((await page.find('.figure', 'Value of orders')).textContent).toContain('€7,200.00');
    expect((await page.find('.figure', 'Value of orders')).textContent).toContain('€90.00 an order');
    const rows = rowsOf(await page.find('section[aria-label="Products, table"]'));
    expect(rows[0]).toContain('€4,500.00');
    expect(rows[1]).toContain('none, or too few');
  });
});

describe('the funnel', () => {
  it('tells of each stage the share of the one before, of all visits or of a category', async () => {
    const page = await dashboard('#/storefront/funnel');
    const stages = await page.find('.funnel');
    expect([...stages.querySelectorAll('.funnel-n')].map((n) => n.textContent)).toEqual([
      '2,000',
      '1,000',
      '200',
      '100',
      '80',
    ]);
    expect(stages.textContent).toContain('50%');
  });

  it('says where too few came', async () => {
    const page = await dashboard('#/storefront/funnel?of=tea');
    expect((await page.find('.funnel')).textContent).toContain('too few');
  });
});

describe('the right shelf', () => {
  it('stands in view with the product that a link led to alone, and keeps what is typed in the address', async () => {
    const intoView = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});
    const page = await dashboard('#/storefront/categories?item=kettles-gooseneck-1');
    const table = await page.find('section[aria-label="The right shelf, table"]');
    expect(rowsOf(table)).toHaveLength(1);
    expect(intoView.mock.contexts.map((one) => (one as Element).textContent)).toEqual(['Alder gooseneck 1 ']);
    await page.type('input[placeholder="Find a product"]', 'teapot');
    await page.find('.note', 'No product of these days is among them.');
    expect(window.location.hash).toBe('#/storefront/categories?item=teapot');
    expect(intoView).toHaveBeenCalledTimes(1);
    intoView.mockRestore();
  });

  it('tells where a product was looked for first', async () => {
    const page = await dashboard('#/storefront/categories');
    const rows = rowsOf(await page.find('section[aria-label="The right shelf, table"]'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('60%');
    expect(rows[0]).toContain('(40)');
  });
});

describe('visits', () => {
  it('are shown by the hour of the week, the busiest named', async () => {
    const page = await dashboard('#/storefront/visits');
    await page.find('.note', 'Busiest: Monday, from 20:00, with 90 visits.');
    const rows = rowsOf(await page.find('section[aria-label="The week, table"]'));
    expect(rows[1]).toBe('Tuesday1414');
  });

  it('are told by how long they last and when they come back', async () => {
    const page = await dashboard('#/storefront/visits');
    expect((await page.find('.bars', 'How long')).textContent).toContain('1 min to 3 min50');
    expect((await page.find('.bars', 'Coming back')).textContent).toContain('60 days and more40');
  });

  it('that an archive does not know are said to be missing', async () => {
    const page = await dashboard('#/archive/visits');
    await page.find('.message', 'Nothing of this kind was counted');
  });
});
