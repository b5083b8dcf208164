// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (...args: Parameters<typeof openDashboard>): Promise<OpenDashboard> => {
  open = await openDashboard(...args);
  return open;
};
afterEach(() => open?.close());

const address = (): string => window.location.hash;
const addressIs = (hash: string): Promise<void> => vi.waitFor(() => expect(address()).toBe(hash));
const sortedBy = (table: HTMLElement): (string | null | undefined)[] => {
  const head = table.querySelector('[aria-sort$=ending]');
  return [head?.textContent, head?.getAttribute('aria-sort')];
};

describe('the address says what is typed', () => {
  it.each(['pages', 'products'])('to search %s, and is no step of the history', async (screen) => {
    const page = await dashboard(`#/storefront/${screen}`);
    await page.find('tbody tr');
    const steps = window.history.length;
    await page.type('main input[type=search]', 'tea');
    await addressIs(`#/storefront/${screen}?find=tea`);
    await page.find('main [role=status]', ' of ');
    await page.type('main input[type=search]', '');
    await addressIs(`#/storefront/${screen}`);
    expect(window.history.length).toBe(steps);
  });

  it('to search trails, and which of them are listed', async () => {
    const page = await dashboard('#/storefront/paths');
    await page.find('.segmented [aria-pressed=true]', 'Detours');
    await page.press('.segmented button', 'All trails');
    await addressIs('#/storefront/paths?trails=all');
    await page.type('label.search:has([placeholder="Search trails"]) input', 'pots');
    await addressIs('#/storefront/paths?trails=all&find=pots');
  });

  it('and trails are listed as it says, or by default where it says what there is not', async () => {
    const page = await dashboard('#/storefront/paths?trails=all&find=pots');
    await page.find('.segmented [aria-pressed=true]', 'All trails');
    expect(((await page.find('[placeholder="Search trails"]')) as HTMLInputElement).value).toBe('pots');
    await page.go('#/storefront/paths?trails=some');
    await page.find('.segmented [aria-pressed=true]', 'Detours');
  });
});

describe('the address says which charts are read as tables', () => {
  it('by the name of their panel', async () => {
    const page = await dashboard('#/storefront/overview');
    await page.press('.tool', 'Top pages: view as table');
    await page.press('.tool', 'Top categories: view as table');
    await addressIs('#/storefront/overview?table=pages&table=categories');
    await page.press('.tool[aria-pressed=true]', 'Top pages: view as table');
    await addressIs('#/storefront/overview?table=categories');
  });

  it('and a panel of another name stays a chart', async () => {
    const page = await dashboard('#/storefront/overview?table=categories&table=nothing');
    await page.find('section[aria-label="Most viewed categories, table"]');
    await page.find('.tool[aria-pressed=false]', 'Top pages: view as table');
  });
});

describe('the address says what a table is sorted by', () => {
  it('once somebody chose it', async () => {
    const page = await dashboard('#/storefront/pages');
    await page.press('.sort', 'Exit rate');
    await addressIs('#/storefront/pages?sort=pages.-exitRate');
    await page.press('[aria-sort=descending] .sort', 'Exit rate');
    await addressIs('#/storefront/pages?sort=pages.exitRate');
  });

  it('and it is sorted so when it is opened', async () => {
    const page = await dashboard('#/storefront/pages?sort=pages.exits');
    await page.find('[aria-sort=ascending]', 'Exits');
  });

  it.each(['pages.-nothing', 'pages.', 'products.-page', '-exits'])(
    'and what it cannot be sorted by leaves the order it has by default: %s',
    async (sort) => {
      const page = await dashboard(`#/storefront/pages?sort=${sort}`);
      expect(sortedBy(await page.find('section[aria-label="Pages, table"]'))).toEqual([
        'Views',
        'descending',
      ]);
    },
  );
});
