// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';
import { savedFile } from './saved-file.ts';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (hash: string): Promise<OpenDashboard> => {
  open = await openDashboard(hash);
  return open;
};
afterEach(() => open?.close());

const titlesOf = (table: HTMLElement): string[] =>
  [...table.querySelectorAll('thead :is(th, td)')].map((title) => title.textContent ?? '');
const columnOf = (table: HTMLElement, title: string): string[] => {
  const at = titlesOf(table).indexOf(title);
  return [...table.querySelectorAll('tbody tr')].map((row) => row.children[at]?.textContent ?? '');
};

/** As people press it, with nothing else in focus. */
const key = (name: string, target: EventTarget = document.body): void => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
};

describe('the choice of what to compare with', () => {
  it('stands under the days, says which days each would be, and stays on every screen', async () => {
    const page = await dashboard('#/storefront/overview?range=7d');
    await page.press('.range .popover-button');
    const choice = await page.find('.compare-choice');
    expect(
      [...choice.querySelectorAll('label')].map(({ textContent }) => textContent?.replaceAll('\u2009', ' ')),
    ).toEqual([
      'The days before10 – 15 Nov 2026',
      'The same weekdays before9 – 14 Nov 2026',
      '52 weeks beforeno earlier days',
      'Nothing',
    ]);
    await page.press('.compare-choice input[value=weekdays]');
    await page.find('.figure', 'on the same weekdays before, without today');
    expect(window.location.hash).toBe('#/storefront/overview?range=7d&compare=weekdays');
    expect((await page.find('.side-nav a', 'Pages')).getAttribute('href')).toBe(
      '#/storefront/pages?range=7d&compare=weekdays',
    );
  });

  it('is opened by c, at the one that holds, and closed by Escape', async () => {
    const page = await dashboard('#/storefront/overview?compare=weekdays');
    await page.find('.figure', 'on the same weekdays before');
    key('c');
    await page.find('.compare-choice');
    await vi.waitFor(() => expect((document.activeElement as HTMLInputElement).value).toBe('weekdays'));
    key('Escape');
    await vi.waitFor(() => expect(document.querySelector('.compare-choice')).toBeNull());
    expect(document.activeElement).toBe(await page.find('.range .popover-button'));
  });
});

describe('a screen that does not compare', () => {
  it('says so where the choice is', async () => {
    const page = await dashboard('#/storefront/visits');
    await page.press('.range .popover-button');
    await page.find('.compare-choice .note', 'This screen does not go by what is chosen here');
  });

  it('is none of those that do', async () => {
    const page = await dashboard('#/storefront/funnel');
    await page.press('.range .popover-button');
    expect((await page.find('.compare-choice')).querySelector('.note')).toBeNull();
  });
});

describe('the overview', () => {
  it('asks for the compared days, and names them beside the chart', async () => {
    const page = await dashboard('#/storefront/overview?compare=weekdays');
    await page.find('.panel-head .note', 'The dashed line: 28 Sept');
    expect(page.asked).toContain('/v1/sites/storefront/reports/overview?from=2026-09-28&to=2026-10-24');
    await page.press('.tool', 'Visits by day: view as table');
    const table = await page.find('section[aria-label="Numbers by day, table"]');
    expect(columnOf(table, 'Compared with').slice(0, 2)).toEqual(['Mon, 28 Sept 2026', 'Tue, 29 Sept 2026']);
    // Today is compared with no day.
    expect(columnOf(table, 'Compared with').at(-1)).toBe('–');
    expect(columnOf(table, 'Visits, compared days').at(-1)).toBe('–');
  });

  it('reads out the compared day with each', async () => {
    const page = await dashboard('#/storefront/overview?from=2026-11-09&to=2026-11-15');
    await vi.waitFor(async () =>
      expect((await page.find('.readout')).textContent).toMatch(
        /^\d+ Sun, 15 Nov 2026 · compared: \d+, Sun, 8 Nov 2026$/,
      ),
    );
  });

  it('compares nothing where nothing is asked for', async () => {
    const page = await dashboard('#/storefront/overview?compare=none');
    await page.find('.figure', 'not compared');
    expect(page.text()).not.toContain('The dashed line');
    expect(page.text()).not.toContain('What changed');
    expect(page.asked.filter((url) => url.includes('overview') && !url.includes('from=2026-10-26'))).toEqual(
      [],
    );
  });

  it('says of today that it is not over, and in which steps it is told', async () => {
    const page = await dashboard('#/garden/overview');
    await page.find('.readout', 'today so far, in steps of 10');
    await page.find('.panel-head .note', 'Today is shown so far, in steps of 10, and renews by itself.');
    page.close();
    const test = await dashboard('#/storefront/overview');
    expect((await test.find('.readout', 'today so far')).textContent).toMatch(
      /Sun, 22 Nov 2026 · today so far$/,
    );
    test.close();
    const over = await dashboard('#/storefront/overview?from=2026-11-09&to=2026-11-15');
    expect((await over.find('.readout', 'Sun, 15 Nov 2026')).textContent).not.toContain('so far');
  });

  it('says of categories, pages and products what moved by more than chance', async () => {
    const page = await dashboard('#/storefront/overview');
    const panel = await page.find('.panel', 'What changed');
    await vi.waitFor(() =>
      expect(
        [...panel.querySelectorAll('.shifts')].map((shifts) => shifts.getAttribute('aria-label')),
      ).toEqual(['Categories', 'Pages', 'Products, by what is put into carts']),
    );
    await vi.waitFor(() => expect(panel.querySelector('.skeleton')).toBeNull());
    // The same 120 and 30 in every range.
    expect((await page.find('.shifts', 'Products')).textContent).toContain(
      'Nothing moved by more than chance.',
    );
  });

  it('saves what moved as CSV', async () => {
    const page = await dashboard('#/storefront/overview');
    const { name, text } = await savedFile(() => page.press('button.tool', 'What changed: download CSV'));
    expect(name).toBe('storefront-what-changed-2026-10-26-2026-11-22.csv');
    const [head, ...lines] = text.trimEnd().split('\r\n');
    expect(head).toBe('of,key,name,before,now,differenceLow,differenceHigh');
    const listed = [...document.querySelectorAll('.shift-list li a')].map((link) => link.textContent);
    expect(lines.map((line) => line.split(',')[2])).toEqual(listed);
    expect(listed.length).toBeGreaterThan(0);
  });

  it('says of products nothing in a slice, for they are not kept by slice', async () => {
    const page = await dashboard('#/storefront/overview?slice=device:phone');
    await page.find('.shifts', 'Pages');
    expect(page.asked.some((url) => url.includes('/products'))).toBe(false);
  });
});

describe('a table', () => {
  it('of pages says how views and exits changed, and sorts by it', async () => {
    const page = await dashboard('#/storefront/pages');
    await page.find('.note', 'Change: 26 Oct – 21 Nov 2026'.replaceAll(' – ', '\u2009–\u2009'));
    const table = await page.find('section[aria-label="Pages, table"]');
    expect(titlesOf(table)).toContain('Exit rate, change');
    expect(columnOf(table, 'Change')[0]).toMatch(/^[+−±][\d.]+%$/);
    expect(columnOf(table, 'Exit rate, change')[0]).toMatch(/^[+−±][\d.]+[+−]\d+\.\d to [+−]\d+\.\d$/);
    await page.press('.sort', 'Change');
    const changes = columnOf(table, 'Change')
      .filter((text) => text.endsWith('%'))
      .map((text) => Number(text.replace('−', '-').replace(/[%±,]/g, '')));
    expect(changes).toEqual([...changes].sort((a, b) => b - a));
    expect((await page.find('a.tool', 'CSV')).getAttribute('href')).toBe(
      '/v1/sites/storefront/reports/pages?from=2026-10-26&to=2026-11-22&format=csv',
    );
  });

  it('of terms and of products has a dash where too few are to compare', async () => {
    const page = await dashboard('#/storefront/search');
    const terms = await page.find('section[aria-label="Search terms, table"]');
    await vi.waitFor(() => expect(columnOf(terms, 'Change')).toEqual(['±0%', '±0%', '±0%']));
    expect(columnOf(terms, 'Nothing found, change')[0]).toBe('too few to compare–');
    expect(columnOf(terms, 'Nothing found, change')[1]).toBe('±0.0−8.8 to +8.8');
    await page.go('#/storefront/products');
    const products = await page.find('section[aria-label="Products, table"]');
    await vi.waitFor(() => expect(columnOf(products, 'Change')).toEqual(['±0%', 'too few to compare–']));
  });

  it('of the funnel has the change of orders and of their share, and the stages have theirs', async () => {
    const page = await dashboard('#/storefront/funnel');
    const names = await page.find('.funnel');
    expect([...names.querySelectorAll('.funnel-name small')].map(({ textContent }) => textContent)).toEqual([
      '±0%',
      '±0%',
      '±0%',
      '±0%',
      '±0%',
    ]);
    const table = await page.find('section[aria-label="Funnel by category, table"]');
    expect(columnOf(table, 'Change')).toEqual(['±0%', 'too few to compare–']);
    expect(columnOf(table, 'Ordered of those who saw a product, change')[0]).toMatch(/^±0\.0/);
    await page.press('.tool', 'From a list to an order: view as table');
    const stages = await page.find('section[aria-label="From a list to an order, table"]');
    expect(columnOf(stages, 'Of the stage before, change')).toEqual([
      'too few to compare–',
      expect.stringMatching(/^±0\.0/),
      expect.stringMatching(/^±0\.0/),
      expect.stringMatching(/^±0\.0/),
      expect.stringMatching(/^±0\.0/),
    ]);
  });

  it('of the funnel has neither where nothing is compared', async () => {
    const page = await dashboard('#/storefront/funnel?compare=none');
    const stages = await page.find('.funnel');
    expect(stages.querySelector('.funnel-name small')).toBeNull();
    expect(page.text()).not.toContain('Change');
  });

  it('of categories has the change in the tree too', async () => {
    const page = await dashboard('#/storefront/categories');
    const tree = await page.find('section[aria-label="Category tree, table"]');
    await vi.waitFor(() => expect(columnOf(tree, 'Change')[0]).toMatch(/%$/));
  });

  it('has no such column where nothing is compared', async () => {
    const page = await dashboard('#/storefront/pages?compare=none');
    const table = await page.find('section[aria-label="Pages, table"]');
    expect(titlesOf(table)).not.toContain('Change');
  });

  it('begins with what a link led to', async () => {
    const page = await dashboard('#/storefront/pages?find=%2Fcart');
    expect(((await page.find('input[type=search]')) as HTMLInputElement).value).toBe('/cart');
    await page.go('#/storefront/categories?find=tea');
    expect((await page.find('.tree [aria-current]')).textContent).toContain('Tea');
  });
});

describe('the keyboard', () => {
  it('leads to a screen by g and its letter, and not while something is typed', async () => {
    const page = await dashboard('#/storefront/pages');
    const field = await page.find('input[type=search]');
    key('g', field);
    key('o', field);
    expect(window.location.hash).toBe('#/storefront/pages');
    key('g');
    key('o');
    await page.find('h1', 'Overview');
  });

  it('takes the letter after g for a screen alone, and later for itself again', async () => {
    const page = await dashboard('#/storefront/overview');
    await page.find('.figure');
    key('g');
    key('d');
    await page.find('h1', 'Devices');
    expect(document.querySelector('.custom-range')).toBeNull();
    key('d');
    await page.find('.custom-range');
  });

  it('is told in the panel that ? opens', async () => {
    const page = await dashboard('#/storefront/overview');
    await page.find('.figure');
    key('?');
    const keys = await page.find('.keys');
    expect(keys.textContent).toBe(
      '/SearchdDayscWhat the days are compared withfSlicevViews and linkspPrint?This panel← →From column to column↑ ↓From row to row',
    );
    expect((await page.find('.keys.screens')).textContent).toContain('g kClick paths');
  });
});

describe('printing', () => {
  it('is offered in the head, and says on paper what the controls say on screen', async () => {
    const page = await dashboard('#/storefront/overview?range=7d');
    const print = vi.fn();
    vi.stubGlobal('print', print);
    await page.press('.head-controls button', 'Print');
    expect(print).toHaveBeenCalledOnce();
    print.mockClear();
    key('p');
    expect(print).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
    expect((await page.find('.on-paper')).textContent?.replaceAll('\u2009', ' ')).toBe(
      'Storefront · 16 – 22 Nov 2026 · All visits · Compared with: The days before (10 – 15 Nov 2026)',
    );
  });

  it('draws tables in full, and only meanwhile', async () => {
    const page = await dashboard('#/storefront/pages');
    const table = await page.find('section[aria-label="Pages, table"]');
    const rows = (): number => table.querySelectorAll('tbody tr').length;
    expect(rows()).toBe(100);
    window.dispatchEvent(new Event('beforeprint'));
    await vi.waitFor(() => expect(rows()).toBeGreaterThan(100));
    window.dispatchEvent(new Event('afterprint'));
    await vi.waitFor(() => expect(rows()).toBe(100));
  });
});
