// @vitest-environment happy-dom
import { render, type VNode } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { shareOf } from '../src/model/share.ts';
import { Rate } from '../src/ui/rate.tsx';
import { rateFigure } from '../src/ui/rate-figure.tsx';
import { SettledNote } from '../src/ui/settled-note.tsx';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (hash: string): Promise<OpenDashboard> => {
  open = await openDashboard(hash);
  return open;
};
afterEach(() => {
  open?.close();
  open = undefined;
});

function shown(node: VNode): string {
  const page = document.createElement('div');
  render(node, page);
  return page.textContent ?? '';
}

/** What stands in a column of a table, row by row. */
async function columnOf(page: OpenDashboard, table: string, title: string): Promise<string[]> {
  const found = await page.find(`section[aria-label="${table}, table"]`);
  const at = [...found.querySelectorAll('thead th, thead td')].findIndex((th) => th.textContent === title);
  return [...found.querySelectorAll('tbody tr')].map((row) => row.children[at]?.textContent ?? '');
}

const SURE = /^[\d.>]+%with 95% confidence [\d.<]+% to [\d.>]+%$/;
const UNSURE = /^[\d.>]+%with 95% confidence [\d.<]+% to [\d.>]+%about [\d,]+ more visits$/;
const UNTOLD = '–not measured, none, or too few';
const told = (cells: readonly string[]): string[] => cells.filter((cell) => cell !== UNTOLD);

describe('a rate in a table of many', () => {
  it('shows its range as a bar, and in words to those who hear it', () => {
    expect(shown(<Rate share={shareOf(450, 1000)} brief />)).toBe('45%with 95% confidence 42% to 48%');
  });

  it('says what it would take to be surer', () => {
    expect(shown(<Rate share={shareOf(5, 100)} brief />)).toBe(
      '5.0%with 95% confidence 2.2% to 11%about 570 more visits',
    );
  });

  it('claims no certainty where counts that wait apart have passed each other', () => {
    expect(shown(<Rate share={shareOf(103, 100)} brief />)).toBe('100%');
  });
});

describe('a rate as a large figure', () => {
  it.each([
    { share: shareOf(450, 1000), note: 'of searches with 95% confidence 42% to 48%' },
    { share: shareOf(5, 100), note: 'of searches with 95% confidence 2.2% to 11%about 570 more visits' },
    { share: shareOf(null, 100), note: 'of searches' },
  ])('has its range below it: $note', ({ share, note }) => {
    expect(shown(<p>{rateFigure('Nothing found', share, 'of searches').note}</p>)).toBe(note);
  });
});

describe('exits beside views of a day that is not settled', () => {
  const words =
    'Exits and bounces, and their rates, are of the days that are settled; views are of today too.';

  it.each([
    { settledViews: 80, note: words },
    { settledViews: 90, note: '' },
    // Then there are no exits either, which the dash says.
    { settledViews: null, note: '' },
  ])('are explained where the two differ: $settledViews of 90 settled', ({ settledViews, note }) => {
    expect(shown(<SettledNote rows={[{ views: 90, settledViews }]} />)).toBe(note);
  });
});

describe('every share', () => {
  it('of the pages has a range, or says what it lacks', async () => {
    const page = await dashboard('#/storefront/pages');
    for (const title of ['Exit rate', 'Bounce rate']) {
      const cells = told(await columnOf(page, 'Pages', title));
      expect(cells.length).toBeGreaterThan(5);
      for (const cell of cells) expect(cell).toMatch(cell.endsWith('visits') ? UNSURE : SURE);
    }
  });

  it('of the category tree does, drawn and as a table', async () => {
    const page = await dashboard('#/storefront/categories');
    const [first] = told(await columnOf(page, 'Category tree', 'Exit rate'));
    expect(first).toMatch(/^[\d.]+%with 95% confidence/);
    await page.press('.tool', 'Category tree: view as table');
    expect(told(await columnOf(page, 'Categories', 'Exit rate'))[0]).toMatch(/^[\d.]+%with 95% confidence/);
  });

  it('of ways over a detour does', async () => {
    const page = await dashboard('#/storefront/paths');
    const [first] = told(await columnOf(page, 'Trails of three steps', 'Detour'));
    expect(first).toMatch(/^[\d.]+%with 95% confidence/);
  });

  it('of the right shelf does: of all products together, too', async () => {
    const page = await dashboard('#/storefront/categories');
    expect((await page.find('.figure', 'First click')).textContent).toBe(
      'First click60%looked in the right category first with 95% confidence 50% to 69%',
    );
  });

  it('of all searches says that it is the least, where of some terms too few are told', async () => {
    const page = await dashboard('#/storefront/search');
    expect((await page.find('.figure', 'Nothing found')).textContent).toBe(
      'Nothing found15%of searches, at least: of some terms too few to tell',
    );
  });

  it('of a country has one in the table', async () => {
    const page = await dashboard('#/storefront/countries');
    await page.press('.tool', 'view as table');
    expect((await columnOf(page, 'Countries', 'Share'))[0]).toMatch(/^\d+%\d+% to \d+%$/);
  });

  it('of the stages has one in the table, but for the first, which is of none', async () => {
    const page = await dashboard('#/storefront/funnel');
    await page.press('.tool', 'From a list to an order: view as table');
    expect(await columnOf(page, 'From a list to an order', 'Of the stage before')).toEqual([
      '',
      '50%48% to 52%',
      '20%18% to 23%',
      '50%43% to 57%',
      '80%71% to 87%',
    ]);
  });
});

describe('the engagement of a page', () => {
  it('is told as the median and where the middle half lies', async () => {
    const page = await dashboard('#/storefront/pages');
    expect((await columnOf(page, 'Pages', 'Engagement'))[0]).toMatch(/^\d+ s\d+ s to \d+ s$/);
  });

  it('that nobody measured is a dash, and not 0', async () => {
    const page = await dashboard('#/archive/pages');
    expect((await columnOf(page, 'Pages', 'Engagement'))[0]).toBe(UNTOLD);
  });
});
