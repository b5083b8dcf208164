// @vitest-environment happy-dom
import type { Annotation } from '@holloway/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWorkspace } from './fixture/workspace.ts';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';
import { savedFile } from './saved-file.ts';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (...args: Parameters<typeof openDashboard>): Promise<OpenDashboard> => {
  open = await openDashboard(...args);
  return open;
};
afterEach(() => open?.close());

const ANNOTATIONS: readonly Annotation[] = [
  { kind: 'note', id: 'sale', day: '2026-11-10', text: 'Sale began', by: 'Mira', made: '2026-11-11' },
  { kind: 'catalogue', day: '2026-11-12', added: 4, changed: 0 },
];
const HASH = '#/storefront/overview?from=2026-11-09&to=2026-11-15';
const noted = () => createWorkspace({ annotations: ANNOTATIONS });

async function openList(page: OpenDashboard): Promise<void> {
  const list = (await page.find('details.happened')) as HTMLDetailsElement;
  list.open = true;
  list.dispatchEvent(new Event('toggle'));
}

const press = async (page: OpenDashboard, key: string): Promise<void> => {
  const slider = await page.find('.trend-frame[role=slider]');
  slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
};

const MOVED: Annotation = {
  ...{ kind: 'layout', day: '2026-11-02', through: '2026-11-08', page: '/', label: 'Home', more: 0 },
  zones: [{ zone: 'hero', label: 'hero', viewport: 's', change: 'moved', right: 0, down: 304 }],
};
const TESTED: Annotation = {
  ...{ kind: 'experiment', day: '2026-11-11', experiment: 'hero', title: 'A promise', what: 'started' },
};
const WORDS = 'Layout of Home: hero moved 304 px down (Small, phone)';

describe('what Holloway knows of', () => {
  const all = () => createWorkspace({ annotations: [...ANNOTATIONS, MOVED, TESTED] });

  it('is listed with its week or day, and marked on the first day that is shown', async () => {
    const page = await dashboard(HASH, { workspace: all() });
    await openList(page);
    const layout = await page.find('.happened .rows li', WORDS);
    expect(layout.textContent).toMatch(/2\s–\s8 Nov 2026, noted by Holloway$/);
    await page.find('.happened .rows li', 'Layout test “A promise” began');
    await press(page, 'Home');
    await page.find('.readout-mark', WORDS);
  });

  it('is hidden on request, in the list, the chart and the address, and shown again', async () => {
    const page = await dashboard(HASH, { workspace: all() });
    await openList(page);
    await page.press('.happened .segmented button', 'Notes alone');
    await page.find('summary', '(1)');
    await vi.waitFor(() => expect(page.text()).not.toContain(WORDS));
    expect(window.location.hash).toContain('happened=notes');
    await press(page, 'Home');
    expect(document.querySelector('.readout-mark')).toBeNull();
    await page.press('.happened .segmented button', 'All that happened');
    await page.find('summary', '(4)');
    expect(window.location.hash).not.toContain('happened');
  });

  it('stands in the table of the trend at its day', async () => {
    const page = await dashboard(HASH, { workspace: all() });
    await page.press('.panel button[aria-label$="view as table"]', 'Visits by day');
    const table = await page.find('section[aria-label="Numbers by day, table"]', 'What happened');
    const rows = [...table.querySelectorAll('tbody tr')].map(({ textContent }) => textContent);
    expect([rows[0], rows[1], rows[2], rows[3]?.includes('“')]).toEqual([
      expect.stringContaining(WORDS),
      expect.stringContaining('Sale began'),
      expect.stringContaining('“A promise” began'),
      false,
    ]);
  });

  it('is saved as CSV, as far as it is shown', async () => {
    const page = await dashboard(HASH, { workspace: all() });
    await openList(page);
    const { name, text } = await savedFile(() => page.press('.happened button.tool', 'download CSV'));
    expect(text).toContain(`2026-11-02,2026-11-08,layout,,"${WORDS}"`);
    expect(name).toBe('storefront-annotations-2026-11-09-2026-11-15.csv');
  });

  it('stands on the layout of its page, and of no other', async () => {
    const page = await dashboard('#/storefront/layout?page=%2F', { workspace: all() });
    const words = await page.find('.layout-happened', WORDS);
    expect(words.textContent).not.toContain('A promise');
    page.close();
    const other = await dashboard('#/storefront/layout?page=%2Fc%2Fkettles', { workspace: all() });
    await other.find('.message', 'Nothing is known of the layout of this page');
    expect(other.text()).not.toContain('The layout changed in these days');
  });
});

describe('what happened in the days of the trend', () => {
  it('is told by the chart at its day, also to who hears it', async () => {
    const page = await dashboard(HASH, { workspace: noted() });
    await page.find('summary', 'What happened in these days (2)');
    await press(page, 'Home');
    await press(page, 'ArrowRight');
    await page.find('.readout-mark', 'Sale began');
    const slider = await page.find('.trend-frame[role=slider]');
    expect(slider.getAttribute('aria-valuetext')).toMatch(/10 Nov 2026: \d+; compared: .*; Sale began$/);
  });

  it('is marked by a flag where somebody wrote it, by a dot where it is known', async () => {
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 700, 240));
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(700);
    const page = await dashboard(HASH, { workspace: noted() });
    await page.find('summary', '(2)');
    await vi.waitFor(() =>
      expect([
        document.querySelectorAll('.day-flag').length,
        document.querySelectorAll('.day-dot').length,
      ]).toEqual([1, 1]),
    );
    vi.restoreAllMocks();
  });

  it('is listed under it with its day and who noted it; what is known cannot be changed', async () => {
    const page = await dashboard(HASH, { workspace: noted() });
    await openList(page);
    const [first, second] = [
      await page.find('.happened .rows li', 'Sale began'),
      await page.find('.happened .rows li', 'Catalogue: 4 new names'),
    ];
    expect(first.textContent).toMatch(/Tue,? 10 Nov 2026, noted by Mira/);
    expect(second.textContent).toMatch(/Thu,? 12 Nov 2026, noted by Holloway/);
    expect([first, second].map((row) => row.querySelectorAll('button').length)).toEqual([2, 0]);
  });

  it('is nothing at first, and is added at the day that is looked at', async () => {
    const page = await dashboard(HASH);
    await page.find('.figure');
    await openList(page);
    await page.find('.happened .note', 'Nothing is noted of these days yet.');
    await press(page, 'Home');
    await page.press('.happened button', 'Add a note');
    expect(((await page.find('.happened input[name=day]')) as HTMLInputElement).value).toBe('2026-11-09');
    await page.type('.happened input[name=text]', 'Snow');
    await page.press('.happened button[type=submit]', 'Add the note');
    await page.find('.happened .rows li', 'Snow');
    await page.find('summary', '(1)');
  });

  it('is changed', async () => {
    const page = await dashboard(HASH, { workspace: noted() });
    await openList(page);
    await page.press('.happened button', 'Change “Sale began”');
    await page.type('.happened input[name=text]', 'Winter sale began');
    await page.press('.happened button[type=submit]', 'Keep');
    await page.find('.happened .rows li', 'Winter sale began');
  });

  it('is deleted once that is asked again', async () => {
    const page = await dashboard(HASH, { workspace: noted() });
    await openList(page);
    await page.press('.happened .rows button', 'Delete');
    await page.press('.sure button[type=submit]', 'Delete');
    await page.find('summary', '(1)');
    expect(page.text()).not.toContain('Sale began');
  });

  it('says what could not be loaded, and tries again', async () => {
    const page = await dashboard(HASH, { workspace: noted(), failing: '/annotations' });
    await openList(page);
    await page.find('.happened .message', 'This could not be shown');
    page.failWith(undefined);
    await page.press('.happened .message button', 'Try again');
    await page.find('.happened .rows li', 'Sale began');
  });
});
