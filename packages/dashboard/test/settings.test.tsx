// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWorkspace } from './fixture/workspace.ts';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (...asked: Parameters<typeof openDashboard>): Promise<OpenDashboard> => {
  open = await openDashboard(...asked);
  return open;
};
afterEach(() => open?.close());

/** The button of the panel that holds a field. */
async function pressIn(page: OpenDashboard, field: string, button: string): Promise<HTMLElement> {
  const form = (await page.find(field)).closest('form') as HTMLElement;
  [...form.querySelectorAll('button')].find(({ textContent }) => textContent === button)?.click();
  return form;
}

describe('the settings of a site', () => {
  it('are saved, and what changed is said, and whether visitors are asked again', async () => {
    const page = await dashboard('#/garden/settings');
    await page.type('input[name=k]', '12');
    await pressIn(page, 'input[name=k]', 'Save');
    const saved = await page.find('.saved', '10 → 12');
    expect(saved.textContent).toBe(
      'Browsers behind every number (k): 10 → 12It changes what visitors agreed to: everybody is asked again.',
    );
    await page.type('input[name=k]', '10');
    await pressIn(page, 'input[name=k]', 'Save');
    await page.find('.saved', '12 → 10');
  });

  it('that are refused are said at their fields, by the name that the collector has for them', async () => {
    const page = await dashboard('#/garden/settings');
    await page.type('input[name=k]', '2');
    const form = await pressIn(page, 'input[name=k]', 'Save');
    await page.find('.field .problem', 'k must be a whole number from 3 to 1000.');
    expect(form.querySelectorAll('[aria-invalid=true]')).toHaveLength(1);
    expect(form.querySelector('[aria-invalid=true]')?.getAttribute('name')).toBe('k');
  });

  it('that are as they were are not sent', async () => {
    const page = await dashboard('#/garden/settings');
    await page.find('input[name=currency]');
    const asked = page.asked.length;
    const form = await pressIn(page, 'input[name=currency]', 'Save');
    await vi.waitFor(() => expect(form.textContent).toContain('Nothing was changed.'));
    expect(page.asked.slice(asked).filter((url) => url.endsWith('/settings'))).toEqual([]);
  });

  it('say what k means', async () => {
    const page = await dashboard('#/garden/settings');
    await page.find('small', 'What fewer browsers did waits, and no report tells of it');
  });

  it('have the line to paste, and say whether anything has arrived', async () => {
    const page = await dashboard('#/new/settings');
    await page.find(
      '.panel',
      'No numbers yet: they begin once visitors agree to be counted, and 10 browsers',
    );
    await page.find('code', 'data-site="new"');
    await page.go('#/garden/settings');
    await page.find('.panel', 'counts have arrived since Thu, 24 Sept 2026');
  });

  it('preview how an address would be counted', async () => {
    const page = await dashboard('#/garden/settings');
    await page.type('input[name=url]', 'https://garden.example/p/heron?mail=a@b.example');
    await page.press('button', 'Preview');
    const told = await page.find('.told');
    expect([...told.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual([
      '/p/heron, Heron (declared)',
      'the query, an e-mail address became :id',
      '1. /p/:slug',
      'product',
      'kettles (not named until 10 browsers sent it in a day, or it is declared)',
      'yes',
    ]);
  });

  it('have the catalogue by kind, with the day on which something was declared last', async () => {
    const workspace = createWorkspace({
      annotations: [{ kind: 'catalogue', day: '2026-11-20', added: 3, changed: 0 }],
    });
    const page = await dashboard('#/garden/settings', { workspace });
    await page.find('.panel', 'Last declared here on Fri, 20 Nov 2026.');
    const table = await page.find('section[aria-label="Names by kind, table"]');
    expect([...table.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)).toEqual([
      'Pages36910,000',
      'Categories2410,000',
      'Products31010,000',
    ]);
  });

  it('take a catalogue from a file, once it was seen what it adds', async () => {
    const page = await dashboard('#/garden/settings');
    const input = (await page.find('input[type=file]')) as HTMLInputElement;
    const files = new DataTransfer();
    files.items.add(new File(['kind,text\npage,/a\nproduct,B'], 'catalogue.csv'));
    input.files = files.files;
    await page.press('button', 'See what it would add');
    await page.find('.saved', '2 lines: 2 new and 0 changed if you add them.');
    expect(page.asked.at(-1)).toBe('/v1/sites/garden/catalogue?dryRun=1');
    await page.press('button', 'Add them');
    await page.find('.saved', '2 lines were added: 2 new, 0 changed.');
  });

  it('refuse a file that is no catalogue before it is sent', async () => {
    const page = await dashboard('#/garden/settings');
    await page.press('button', 'See what it would add');
    await page.find('.field .problem', 'file must be a table of comma-separated values');
  });

  it('have the pages of the store read, tell how far that is and what it found, and add it when they are told to', async () => {
    const page = await dashboard('#/garden/settings');
    await page.press('.read-pages button', 'Read the pages');
    await page.find('.read-pages [role=status]', '1 of 3 pages looked at.');
    expect((await page.find('.read-pages progress')).getAttribute('value')).toBe('1');
    await page.find('.read-pages', 'The sitemap names 3 pages; 2 read, 0 unchanged since the last time.');
    await page.find('.read-pages', '1 address is of another site, and was left out.');
    const table = await page.find('section[aria-label="Found on the pages, table"]');
    expect([...table.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)).toEqual([
      'Pages21',
      'Products11',
    ]);
    await page.find('.read-pages li', 'must not be read, says the robots.txt of the store: /account');
    await page.press('.read-pages button', 'Add what was found');
    await page.find('.read-pages [role=status]', '2 new names were added, 0 changed.');
    await page.find('.read-pages button', 'Read the pages');
  });

  it('say what is wrong with the address of a sitemap, and end a reading that is cancelled', async () => {
    const page = await dashboard('#/garden/settings');
    await page.type('input[name=sitemap]', 'canary');
    await page.press('.read-pages button', 'Read the pages');
    await page.find('.read-pages .problem', 'sitemap must be a whole address.');
    await page.type('input[name=sitemap]', 'https://shop.example/map.xml');
    await page.press('.read-pages button', 'Read the pages');
    await page.press('.read-pages button', 'Cancel');
    await page.find('.read-pages button', 'Read the pages');
  });

  it('that cannot be had are asked for again', async () => {
    const page = await dashboard('#/garden/overview');
    await page.find('.figure');
    page.failWith(503);
    await page.go('#/garden/settings');
    await page.find('[role=alert]', 'could not be shown');
    page.failWith(undefined);
    await page.press('[role=alert] button', 'Try again');
    await page.find('input[name=k]');
  });
});

describe('sites', () => {
  it('are added, and refused with what is wrong at its field', async () => {
    const page = await dashboard('#/garden/settings');
    await page.type('input[name=id]', 'garden');
    await page.press('button', 'Add it');
    await page.find('.field .problem', 'id must be that of no site yet.');
  });

  it('are erased only where their id is typed', async () => {
    const page = await dashboard('#/garden/settings');
    await page.type('input[name=site]', 'gardens');
    await page.press('button', 'Erase it for good');
    await page.find('.field .problem', 'site must be the id of the site, once more.');
    await page.type('input[name=site]', 'garden');
    await page.press('button', 'Erase it for good');
    await vi.waitFor(() => expect(window.location.hash).toBe('#/settings'));
  });

  it('are not for other roles', async () => {
    const page = await dashboard('#/garden/settings', { role: 'analyst' });
    await page.find('.message', 'Settings is not for your role');
  });
});
