// @vitest-environment happy-dom
/** The inbox of advice, as merchandisers use it. What an action says: advice-words.test. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (hash: string): Promise<OpenDashboard> => {
  open = await openDashboard(hash);
  return open;
};
afterEach(() => open?.close());

const INBOX = '#/storefront/actions';
const titles = (): string[] =>
  [...document.querySelectorAll('.action h3')].map(({ textContent }) => textContent ?? '');
const hrefOf = async (page: OpenDashboard, title: string): Promise<string | null> =>
  (await page.find('a', `Evidence for: ${title}`)).getAttribute('href');
const hasTitles = (expected: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(titles()).toEqual(expected), { timeout: 10_000 });

const SEARCH = 'Teach the search “kettel”';
const SHELF = 'List “Alder gooseneck 1” in Coffee too';
const LINK = 'Link from Kettles / Gooseneck to Coffee / Grinders';
const END = 'Give “Gifts” a way on';

describe('the inbox', () => {
  it('says what to change and why, the counts behind it, how sure that is, what it brings and how to test it', async () => {
    const page = await dashboard(INBOX);
    const card = await page.find('.action', SHELF);
    expect(card.textContent).toContain('40 visits looked for it in Coffee first');
    expect(card.textContent).toContain(
      'Counted40 of 100 visits that found “Alder gooseneck 1” looked in Coffee first and found it elsewhere',
    );
    expect(card.textContent).toContain('at most 0.2% are expected to be false');
    expect(card.textContent).toContain('Up to 10 more finds a week without a detour');
    expect(card.textContent).toContain('with 95 % confidence 11.4 to 21.8 times');
    expect(card.textContent).toContain('the days before and after are compared here');
    expect(titles()).toEqual([SEARCH, SHELF, LINK, END]);
  });

  it('counts what there is by kind, and shows one kind alone, in the address too', async () => {
    const page = await dashboard(INBOX);
    const kinds = await page.find('fieldset', 'All kinds (4)');
    expect([...kinds.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
      'All kinds (4)',
      'Second shelf (1)',
      'Link (1)',
      'Dead end (1)',
      'Search (1)',
    ]);
    await page.press('.segmented button', 'Dead end (1)');
    await hasTitles([END]);
    expect(window.location.hash).toBe('#/storefront/actions?kind=dead-end');
  });

  it('leads to a test that would show it, with what is known of it filled in', async () => {
    const page = await dashboard(INBOX);
    const link = await page.find('a', `Declare a test: ${END}`);
    await page.go(link.getAttribute('href') ?? '');
    const value = async (name: string): Promise<string> =>
      ((await page.find(`[name="${name}"]`)) as HTMLInputElement).value;
    expect([await value('title'), await value('pages'), await value('metric')]).toEqual([
      END,
      '/c/gifts',
      'bounce',
    ]);
  });

  it('leads to the numbers behind each action', async () => {
    const page = await dashboard(INBOX);
    // Of the days that are settled, which advice is made from, not of those that are shown.
    const days = 'from=2026-10-26&to=2026-11-21';
    expect(await hrefOf(page, SEARCH)).toBe(`#/storefront/search?${days}&terms=empty&find=kettel`);
    expect(await hrefOf(page, SHELF)).toBe(`#/storefront/categories?${days}&item=kettles-gooseneck-1`);
    expect(await hrefOf(page, LINK)).toBe(
      `#/storefront/paths?${days}&start=every&at=kettles%2Fgooseneck&at=coffee`,
    );
    expect(await hrefOf(page, END)).toBe(`#/storefront/paths?${days}&start=every&level=page&at=%2Fc%2Fgifts`);
  });

  it('says of what nothing can be told, and why', async () => {
    const page = await dashboard(INBOX);
    const panel = await page.find('.panel', 'What cannot be told');
    expect(panel.textContent).toContain('Nothing is said of these zones, because each product stood in one');
    expect(panel.textContent).toContain('grid on Tea');
  });

  it('says what has to be counted where there is no advice yet', async () => {
    const page = await dashboard('#/garden/actions');
    const message = await page.find('.message', 'Nothing is sure enough to be advised yet');
    expect(message.textContent).toContain('a word that several dozen visits search for');
    expect(message.textContent).toContain('fewer than 10 browsers');
  });

  it('moves what is planned, says so where the focus goes, and keeps the list in the address', async () => {
    const page = await dashboard(INBOX);
    await page.press('button', `Plan: ${LINK}`);
    await page.find('[role="status"]', `“${LINK}” is now under: Planned.`);
    expect(document.activeElement?.textContent).toContain('is now under: Planned.');
    await hasTitles([SEARCH, SHELF, END]);
    await page.press('.segmented button', 'Planned (1)');
    await hasTitles([LINK]);
    expect(window.location.hash).toBe('#/storefront/actions?state=planned');
    expect(page.text()).toContain('Planned by Demo');
    await page.press('button', `Reopen: ${LINK}`);
    await page.find('.message', 'Nothing is planned');
  });

  it('asks for the reason before it dismisses', async () => {
    const page = await dashboard(INBOX);
    await page.press('button', `Dismiss: ${END}`);
    await page.type('input[name="reason"]', 'It is a landing page');
    (await page.find('form')).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await hasTitles([SEARCH, SHELF, LINK]);
    await page.press('.segmented button', 'Dismissed (2)');
    await page.find('.action-stand', 'It is a landing page');
  });

  it('keeps what the numbers do not name any more', async () => {
    const page = await dashboard(`${INBOX}?state=dismissed`);
    const card = await page.find('.action', 'Move a product down');
    expect(card.textContent).toContain('Dismissed by Mira');
    expect(card.textContent).toContain('Sold out until spring');
  });

  it('compares the days before and since with what is done, says whether chance may do as much, and calls that no proof', async () => {
    const page = await dashboard(INBOX);
    await page.press('button', `Done: ${SEARCH}`);
    await page.type('input[name="day"]', '2026-11-01');
    (await page.find('form')).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await page.press('.segmented button', 'Done (1)');
    const outcome = await page.find('.outcome', 'Since');
    expect(outcome.textContent).toContain('Searches that find nothing');
    expect(outcome.textContent).toMatch(/Before 4.–.31 Oct 2026/);
    expect(outcome.textContent).toMatch(/Since 2.–.21 Nov 2026/);
    expect(outcome.textContent).toContain('no more than chance may do.');
    expect(outcome.textContent).toContain('An association, not proof');
  });

  it('says when it is too early to compare', async () => {
    const page = await dashboard(INBOX);
    await page.press('button', `Done: ${SHELF}`);
    (await page.find('form')).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await page.press('.segmented button', 'Done (2)');
    expect((await page.find('.outcome', 'Too early')).textContent).toContain('7 whole days more are needed');
  });

  it('says what went wrong, and leaves the action where it was', async () => {
    const page = await dashboard(INBOX);
    await page.find('button', `Plan: ${LINK}`);
    page.failWith(503);
    await page.press('button', `Plan: ${LINK}`);
    await page.find('.problem', 'The collector answered 503.');
    expect(titles()).toContain(LINK);
  });
});

describe('the overview', () => {
  it('names the first open actions, and leads to all', async () => {
    const page = await dashboard('#/storefront/overview?range=7d');
    await page.find('.panel', LINK);
    // Only what is shown is asked for.
    expect(page.asked.filter((url) => url.includes('/advice'))).toEqual([expect.stringContaining('open=3')]);
    expect(page.asked.filter((url) => url.endsWith('/actions'))).toEqual([]);
    expect((await page.find('a', 'All actions')).getAttribute('href')).toBe('#/storefront/actions?range=7d');
  });
});
