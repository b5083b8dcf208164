// @vitest-environment happy-dom
import type { Share, View } from '@holloway/protocol';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createWorkspace } from './fixture/workspace.ts';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

vi.setConfig({ testTimeout: 30_000 });

let open: OpenDashboard | undefined;
const dashboard = async (...args: Parameters<typeof openDashboard>): Promise<OpenDashboard> => {
  open = await openDashboard(...args);
  return open;
};
afterEach(() => open?.close());

const VIEW: View = {
  id: 'kettles',
  name: 'Kettles on phones',
  address: '#/storefront/pages?range=7d&slice=device%3Aphone',
  by: 'Mira',
  made: '2026-11-20',
};
const SHARE: Share = {
  id: 'agency',
  name: 'For the agency',
  by: 'Mira',
  own: false,
  view: { name: VIEW.name, address: VIEW.address },
  days: null,
  expires: '2026-12-22T08:15:00.000Z',
  lastUsed: '2026-11-21',
};
const kept = () => createWorkspace({ views: [VIEW], shares: [SHARE] });
const fieldOf = async (page: OpenDashboard, selector: string): Promise<string> =>
  ((await page.find(selector)) as HTMLInputElement).value;

const OPENER = '.head-controls [data-shortcut=v]';

describe('saved views', () => {
  it('are none at first, and the name to save under says screen, days and slice', async () => {
    const page = await dashboard('#/storefront/pages?range=7d&slice=device%3Aphone');
    await page.press(OPENER);
    await page.find('.note', 'No view of this site is saved yet.');
    expect(await fieldOf(page, '.views-panel input[name=name]')).toBe('Pages · Last 7 days · Device: Phone');
  });

  it('are saved with the address that is on screen, and said to be', async () => {
    const page = await dashboard('#/storefront/pages?range=7d');
    await page.press(OPENER);
    await page.type('.views-panel input[name=name]', 'Our week');
    await page.press('.views-panel button[type=submit]');
    await page.find('.views-panel [role=status]', 'Saved as “Our week”.');
    const link = await page.find('.views-panel .rows a', 'Our week');
    expect([link.getAttribute('href'), link.getAttribute('aria-current')]).toEqual([
      '#/storefront/pages?range=7d',
      'page',
    ]);
  });

  it('are opened by their address, with who saved them and when beside them', async () => {
    const page = await dashboard('#/storefront/overview', { workspace: kept() });
    await page.press(OPENER);
    expect((await page.find('.views-panel .rows li')).textContent).toContain('by Mira, 20 Nov 2026');
    const link = await page.find('.views-panel .rows a', 'Kettles on phones');
    expect(link.getAttribute('href')).toBe(VIEW.address);
  });

  it('are renamed', async () => {
    const page = await dashboard('#/storefront/overview', { workspace: kept() });
    await page.press(OPENER);
    await page.press('.views-panel button', 'Rename Kettles on phones');
    await page.type('.views-panel .rows input[name=name]', 'Kettles');
    await page.press('.views-panel .rows button[type=submit]', 'Rename');
    await vi.waitFor(async () =>
      expect((await page.find('.views-panel .rows a')).textContent).toBe('Kettles'),
    );
  });

  it('are deleted once that is asked again', async () => {
    const page = await dashboard('#/storefront/overview', { workspace: kept() });
    await page.press(OPENER);
    await page.press('.views-panel .rows button', 'Delete');
    await page.find('.sure', 'is gone for everybody');
    await page.press('.sure button[type=submit]', 'Delete');
    await page.find('.note', 'No view of this site is saved yet.');
  });

  it('say which rule a name breaks', async () => {
    const page = await dashboard('#/storefront/overview');
    await page.press(OPENER);
    await page.type('.views-panel input[name=name]', '');
    (await page.find('.views-panel form')).dispatchEvent(new Event('submit', { cancelable: true }));
    await page.find('.views-panel [role=alert]', 'Name must have 1 to 80 characters.');
  });

  it('say what could not be loaded, and try again', async () => {
    const page = await dashboard('#/storefront/overview', { workspace: kept() });
    await page.find('.figure');
    page.failWith(500);
    await page.press(OPENER);
    await page.find('.views-panel .message', 'This could not be shown');
    page.failWith(undefined);
    await page.press('.views-panel .message button', 'Try again');
    await page.find('.views-panel .rows a', 'Kettles on phones');
  });

  it('are not for who may not read, who is told why', async () => {
    const page = await dashboard('#/storefront/consent', { role: 'auditor' });
    await page.press(OPENER);
    await page.find('.why', 'your role does not');
    expect(page.asked.filter((url) => url.endsWith('/views'))).toEqual([]);
  });
});

describe('links', () => {
  it('are made of what is on screen, for its days, and shown once', async () => {
    const workspace = createWorkspace();
    const page = await dashboard('#/storefront/pages?from=2026-11-01&to=2026-11-07', { workspace });
    await page.press(OPENER);
    await page.press('.views-panel button', 'Share by link');
    await page.find('.note', 'No link to this site works at the moment.');
    await page.press('.views-panel button[type=submit]', 'Make a link');
    expect((await page.find('.made-link code')).textContent).toMatch(/#\/shared\/hws_/);
    await page.find('.views-panel .rows li', 'by Demo');
    const shared = workspace.shared(
      (await page.find('.made-link code')).textContent?.split('/').at(-1) ?? '',
    );
    expect(shared).toMatchObject({
      view: { address: '#/storefront/pages?from=2026-11-01&to=2026-11-07' },
      days: { from: '2026-11-01', to: '2026-11-07' },
    });
    await page.press('.made-link button', 'Make another');
    expect(page.text()).not.toContain('hws_');
  });

  it('show all days where those on screen move, and take the view that is saved', async () => {
    const workspace = kept();
    const page = await dashboard(VIEW.address, { workspace });
    await page.press(OPENER);
    await page.press('.views-panel button', 'Share by link');
    await page.press('.views-panel button[type=submit]', 'Make a link');
    const token = (await page.find('.made-link code')).textContent?.split('/').at(-1) ?? '';
    expect(workspace.shared(token)).toMatchObject({ view: { name: 'Kettles on phones' }, days: null });
  });

  it('are listed with whose they are, until when, and when they were last used', async () => {
    const page = await dashboard('#/storefront/overview', { workspace: kept() });
    await page.press(OPENER);
    await page.press('.views-panel button', 'Share by link');
    const row = await page.find('.views-panel .rows li', 'For the agency');
    expect(row.textContent).toMatch(/all days · by Mira · until 22 Dec 2026.* · last used 21 Nov 2026/);
  });

  it('are revoked by an owner, once that is asked again', async () => {
    const page = await dashboard('#/storefront/overview', { workspace: kept() });
    await page.press(OPENER);
    await page.press('.views-panel button', 'Share by link');
    await page.press('.views-panel .rows button', 'Revoke');
    await page.press('.sure button[type=submit]', 'Revoke');
    await page.find('.note', 'No link to this site works at the moment.');
  });

  it('of somebody else are not for a merchandiser to revoke, who is told so', async () => {
    const page = await dashboard('#/storefront/overview', { workspace: kept(), role: 'merchandiser' });
    await page.press(OPENER);
    await page.press('.views-panel button', 'Share by link');
    const row = await page.find('.views-panel .rows li', 'For the agency');
    expect(row.textContent).toContain('Its maker or an owner may revoke it.');
    expect(row.querySelector('button')).toBeNull();
  });

  it('are seen but not made by an auditor, who is told why', async () => {
    const page = await dashboard('#/storefront/consent', { workspace: kept(), role: 'auditor' });
    await page.press(OPENER);
    await page.press('.views-panel button', 'Share by link');
    await page.find('.why', 'your role does not');
    await page.find('.views-panel .rows li', 'For the agency');
    expect(document.querySelector('.views-panel form')).toBeNull();
  });
});
