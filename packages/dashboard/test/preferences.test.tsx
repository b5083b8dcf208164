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

const textsOf = (within: HTMLElement, selector: string): (string | null)[] =>
  [...within.querySelectorAll(selector)].map(({ textContent }) => textContent);

describe('preferences', () => {
  it('are asked in the order of the store, each answer with its share and how sure it is', async () => {
    const page = await dashboard('#/storefront/preferences');
    const colour = await page.find('.panel', 'Favourite colour');
    expect(textsOf(colour, '.bar-name')[0]).toMatch(/^Moss green\d\d% to \d\d%$/);
    expect(textsOf(colour, '.bar-name').map((text) => text?.replace(/\d.*/, ''))).toEqual([
      'Moss green',
      'Ochre',
      'Stone grey',
    ]);
    expect(textsOf(await page.find('main'), '.panel h2')).toEqual([
      'Favourite colour',
      'What you like to read about',
      'Style',
      'What visitors are promised',
    ]);
  });

  it('name the answers that are not told', async () => {
    const page = await dashboard('#/storefront/preferences');
    await page.find('.answers .note', 'nobody in these days, or too few: Rust red.');
  });

  it('say what shifted beyond chance against the compared days, and nothing of what did not', async () => {
    const page = await dashboard('#/storefront/preferences');
    const colour = await page.find('.panel', 'Favourite colour');
    const shift = await page.find('.shift-list li', 'Moss green');
    expect(colour.contains(shift)).toBe(true);
    expect(shift.textContent).toMatch(/Moss green\d\d% → \d\d%\+\d\d\.\d points/);
    const style = await page.find('.panel', 'Style');
    expect(style.textContent).toContain('Nothing moved by more than chance.');
    await page.go('#/storefront/preferences?compare=none');
    await vi.waitFor(() => expect(page.text()).not.toContain('Nothing moved'));
  });

  it('say how they moved within the range, week by week, and nothing of that in a short one', async () => {
    const page = await dashboard('#/storefront/preferences');
    const moved = await page.find('section[aria-label$="How it moved"]', 'Moss green');
    const line = moved.querySelector('.small-line');
    expect(line?.getAttribute('aria-label')).toMatch(/^Moss green: \d\d%, \d\d%, \d\d%$/);
    page.close();
    const short = await dashboard('#/storefront/preferences?range=7d');
    await short.find('.bar-name', 'Moss green');
    expect(short.text()).not.toContain('How it moved');
  });

  it('set a wanted category beside its visitors, those below it included, and no other question', async () => {
    const page = await dashboard('#/storefront/preferences');
    const both = await page.find('section[aria-label$="Wanted and seen"]');
    expect(textsOf(both, 'li > strong')).toEqual([
      'wanted more than seen',
      'seen more than wanted',
      'seen more than wanted',
    ]);
    expect(textsOf(both, 'li > span:first-child')[0]).toBe('About tea');
    expect(document.querySelectorAll('section[aria-label$="Wanted and seen"]')).toHaveLength(1);
  });

  it('are of all visits, whatever slice the screens before were of', async () => {
    const page = await dashboard('#/storefront/preferences?slice=device%3Aphone');
    await page.find('section[aria-label$="Wanted and seen"]');
    await page.find('.slice-none', 'not kept by slice');
    expect(page.asked.filter((url) => url.includes('/reports/') && url.includes('slice='))).toEqual([]);
  });

  it('are a table too, with shifts and weeks', async () => {
    const page = await dashboard('#/storefront/preferences');
    await page.find('section[aria-label$="How it moved"]');
    await page.press('button[aria-label="Favourite colour: view as table"]');
    const table = await page.find('section[aria-label="Favourite colour, table"]');
    const heads = textsOf(table, 'th[scope=col]');
    expect(heads.slice(0, 6)).toEqual(['Answer', 'Browsers', 'Times', 'Share', 'Interval', 'Beyond chance']);
    expect(heads).toHaveLength(9);
    expect(textsOf(table, 'tbody tr')[3]).toMatch(/^Rust red–––––/);
  });

  it('say of a store that asks nothing how to ask, and what is promised of every answer', async () => {
    const page = await dashboard('#/garden/preferences');
    const words = await page.find('.panel', 'Your store asks nothing yet');
    expect(textsOf(words, 'pre')[0]).toContain('"key": "colour"');
    expect(textsOf(words, 'pre')[1]).toBe('holloway statement publish garden policy.json');
    await page.find('.panel', 'see it, change it, copy it and erase it');
  });

  it('are no matter of an archive', async () => {
    const page = await dashboard('#/archive/preferences');
    await page.find('.message', 'An archive asks nobody');
  });

  it('say what could not be shown, and ask again', async () => {
    const page = await dashboard('#/storefront/preferences', { failing: '/preferences' });
    await page.find('.message', 'This could not be shown');
    page.failWith(undefined);
    await page.press('.message button', 'Try again');
    await page.find('.panel', 'Favourite colour');
  });
});
