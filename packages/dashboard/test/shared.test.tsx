// @vitest-environment happy-dom
import type { Share } from '@holloway/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWorkspace, tokenOf } from './fixture/workspace.ts';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
afterEach(() => {
  open?.close();
  // The next link is opened anew.
  history.replaceState(null, '', '#');
});

const SHARE: Share = {
  id: 'agency',
  name: 'For the agency',
  by: 'Mira',
  own: true,
  view: { name: 'Our week', address: '#/storefront/overview?from=2026-11-09&to=2026-11-15' },
  days: null,
  expires: '2026-12-22T08:15:00.000Z',
  lastUsed: null,
};
const HASH = `#/shared/${tokenOf(0)}`;

/** Without a session, before the link. */
async function byLink(more: Partial<Share> = {}): Promise<OpenDashboard> {
  const workspace = createWorkspace({ shares: [{ ...SHARE, ...more }] });
  open = await openDashboard(HASH, { signedIn: false, workspace });
  return open;
}
const namesOf = (selector: string): (string | null)[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

describe('a view that is shared by a link', () => {
  it('is seen without signing in, and says until when', async () => {
    const page = await byLink();
    await page.find('.figure', 'Visits');
    expect((await page.find('.shared-banner')).textContent).toContain('Shared by link, until 22 Dec 2026.');
    expect(page.asked.filter((url) => url.includes('/reports/overview'))[0]).toBe(
      '/v1/sites/storefront/reports/overview?from=2026-11-09&to=2026-11-15',
    );
  });

  it('never has its token in what is asked for, nor in what the browser keeps', async () => {
    const page = await byLink();
    await page.find('.figure', 'Visits');
    expect(page.asked.filter((url) => url.includes('hws_'))).toEqual([]);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])).not.toContain(
      'hws_',
    );
  });

  it('asks for nothing but the reports of its site', async () => {
    const page = await byLink();
    await page.find('.bars', '');
    const others = page.asked.filter(
      (url) => !/^\/v1\/sites\/storefront\/reports\/|^\/v1\/shared$|get-session$/.test(url),
    );
    expect(others).toEqual([]);
  });

  it('offers no account, no other site, no views, and no screen that asks for more', async () => {
    const page = await byLink();
    await page.find('.figure', 'Visits');
    expect(document.querySelector('.account, .sites, [data-shortcut=v]')).toBeNull();
    expect(namesOf('.shared-nav a')).toEqual([
      ...['Overview', 'Click paths', 'Categories', 'Pages', 'Layout', 'Products', 'Search desk', 'Funnel'],
      ...['Visits', 'Devices', 'Countries', 'Sources', 'Preferences', 'Consent'],
    ]);
  });

  it('shows it as it was read: charts as tables, and sorted so', async () => {
    const table = await byLink({
      view: { name: 'Countries', address: '#/storefront/countries?table=countries' },
    });
    await table.find('section[aria-label="Countries, table"] tbody tr');
    table.close();
    const sorted = await byLink({
      view: { name: 'Pages', address: '#/storefront/pages?find=tea&sort=pages.-exits' },
    });
    await sorted.find('[aria-sort=descending]', 'Exits');
    await sorted.find('[role=status]', ' of ');
  });

  it('opens no page of the store with its numbers: whoever may do that signs in', async () => {
    const page = await byLink({ view: { name: 'Kettles', address: '#/storefront/layout' } });
    await page.find('.page-chooser');
    expect(document.querySelector('.live-page')).toBeNull();
  });

  it('offers language and appearance', async () => {
    const page = await byLink();
    await page.press('.shared-head .popover-button');
    await page.find('.shared-head .pill', 'Deutsch');
    await page.press('.shared-head .segmented button', 'Dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    await page.press('.shared-head .segmented button', 'System');
  });

  it('leads to another screen of the same days and keeps its address', async () => {
    const page = await byLink();
    await page.press('.shared-nav a', 'Countries');
    await page.find('h1', 'Countries');
    await page.find('.bars');
    expect(page.asked.filter((url) => url.includes('/countries'))[0]).toMatch(
      /reports\/countries\?from=2026-11-09&to=2026-11-15/,
    );
    expect(window.location.hash).toBe(HASH);
  });

  it('leads nowhere else by a link of a screen, and says so', async () => {
    const page = await byLink();
    await page.find('.figure', 'Visits');
    const link = await page.find('.shared-nav a', 'Countries');
    link.setAttribute('href', '#/storefront/privacy');
    link.click();
    await page.find('.shared > [role=alert]', 'This link does not show that.');
    expect([document.querySelector('h1')?.textContent, window.location.hash]).toEqual(['Overview', HASH]);
  });

  it('is gone back to as anywhere', async () => {
    const page = await byLink();
    await page.press('.shared-nav a', 'Countries');
    await page.find('h1', 'Countries');
    window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
    await page.find('h1', 'Overview');
  });

  it('fixed to days has no choice of others', async () => {
    const page = await byLink({ days: { from: '2026-11-10', to: '2026-11-12' } });
    await page.find('.shared-of', '10');
    await page.find('.figure', 'Visits');
    expect(document.querySelector('[data-shortcut^=d]')).toBeNull();
    expect(page.asked.filter((url) => url.includes('from=2026-11-09'))).toEqual([]);
  });

  it('that moves with the calendar lets days be chosen', async () => {
    await (await byLink()).find('.head [data-shortcut^=d]');
  });

  it('saves a report as CSV, asked for with the token and not by its address', async () => {
    const page = await byLink();
    await page.find('.figure', 'Visits');
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:csv');
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementationOnce(() => {});
    (await page.find('.panel a[download]')).dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true }),
    );
    await vi.waitFor(() => expect(made).toHaveBeenCalledTimes(1));
    expect((saved.mock.contexts[0] as HTMLAnchorElement).download).toMatch(
      /^storefront-overview-2026-11-09-2026-11-15\.csv$/,
    );
    expect(page.asked.filter((url) => url.includes('format=csv'))).toHaveLength(1);
    made.mockRestore();
    saved.mockRestore();
  });

  it('says so when a file cannot be had', async () => {
    const page = await byLink();
    await page.find('.figure', 'Visits');
    const link = await page.find('.panel a[download]');
    page.failWith(500);
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    await page.find('.shared > [role=alert]', 'The collector answered 500.');
  });

  it('is told to show nothing any more where the link is revoked or over', async () => {
    open = await openDashboard(`#/shared/${tokenOf(9)}`, { signedIn: false });
    await open.find('.message', 'This link shows nothing any more');
    expect(open.text()).not.toContain('Sign in');
  });

  it('is told so too when that happens while one looks', async () => {
    const page = await byLink();
    await page.find('.figure', 'Visits');
    page.failWith(401);
    await page.press('.shared-nav a', 'Countries');
    await page.find('.message', 'This link shows nothing any more');
  });

  it('says what could not be shown, and tries again', async () => {
    const workspace = createWorkspace({ shares: [SHARE] });
    open = await openDashboard('#/sign-in?refused', { signedIn: false, workspace });
    open.failWith(500);
    await open.go(HASH);
    await open.find('.message', 'This could not be shown');
    open.failWith(undefined);
    await open.press('.message button', 'Try again');
    await open.find('.figure', 'Visits');
  });

  it('of a screen that a link may not see is told to be none', async () => {
    const page = await byLink({ view: { name: 'Log', address: '#/storefront/privacy' } });
    await page.find('.message', 'This view cannot be seen by a link');
  });

  it('is the same for whoever is signed in', async () => {
    const workspace = createWorkspace({ shares: [SHARE] });
    open = await openDashboard(HASH, { workspace });
    await open.find('.shared-banner', 'Shared by link');
    expect(document.querySelector('.account')).toBeNull();
  });
});
