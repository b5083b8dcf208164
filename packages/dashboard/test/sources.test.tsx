// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenDashboard, openDashboard } from './open-dashboard.tsx';

let open: OpenDashboard;
const dashboard = async (hash: string): Promise<OpenDashboard> => {
  open = await openDashboard(hash);
  return open;
};
afterEach(() => open?.close());

const DAYS = 'from=2026-10-26&to=2026-11-22';
const namesOf = (bars: HTMLElement): (string | undefined)[] =>
  [...bars.querySelectorAll('.bar-name')].map((name) => name.firstChild?.textContent ?? undefined);

describe('sources', () => {
  it('are referring sites until something else is chosen', async () => {
    const page = await dashboard('#/storefront/sources');
    expect(namesOf(await page.find('.bars', 'Referring sites'))).toContain('search.example');
  });

  it('are told by campaign, and the address keeps the choice', async () => {
    const page = await dashboard('#/storefront/sources');
    await page.press('.segmented button', 'Campaigns');
    expect(namesOf(await page.find('.bars', 'Campaigns'))).toEqual(['spring']);
    expect(window.location.hash).toBe('#/storefront/sources?by=campaigns');
    expect((await page.find('a.tool', 'CSV')).getAttribute('href')).toBe(
      `/v1/sites/storefront/reports/campaigns?${DAYS}&format=csv`,
    );
  });

  it('are told by kind, in the words that slices have, as chart, table and CSV', async () => {
    const page = await dashboard('#/storefront/sources?by=kinds');
    expect(namesOf(await page.find('.bars', 'Kinds of source'))).toEqual([
      'Search',
      'Direct',
      'Social',
      'Email',
      'Referral',
      'Campaign',
    ]);
    expect((await page.find('a.tool', 'CSV')).getAttribute('href')).toBe(
      `/v1/sites/storefront/reports/sources?${DAYS}&dimension=kind&format=csv`,
    );
    await page.press('.tool', 'view as table');
    await page.find('tbody tr', 'Email');
  });
});

describe('devices', () => {
  it('are told by class', async () => {
    const page = await dashboard('#/storefront/devices');
    await page.press('.segmented button', 'Classes');
    expect(namesOf(await page.find('.bars', 'Classes'))).toEqual(['Phone', 'Desktop', 'Tablet']);
    expect(window.location.hash).toBe('#/storefront/devices?dimension=class');
    expect(page.asked).toContain(`/v1/sites/storefront/reports/devices?${DAYS}&dimension=class`);
  });
});

describe('the change against the days that are compared', () => {
  it.each([
    ['devices', 'Models'],
    ['countries', 'Countries'],
    ['sources', 'Referring sites'],
  ])('stands beside the bars and in the table of %s', async (screen, title) => {
    const page = await dashboard(`#/storefront/${screen}`);
    const bars = await page.find('.bars', title);
    expect(bars.querySelector('.bar-name small')?.textContent).toMatch(/^[+−±][\d.]+%$/);
    await page.find('.note', 'Change: 26 Oct');
    await page.press('.tool', 'view as table');
    const table = await page.find(`section[aria-label="${title}, table"]`);
    expect([...table.querySelectorAll('thead :is(th, td)')].map((one) => one.textContent)).toEqual([
      'Name',
      'Visits',
      'Change',
      'Share',
      'Visitors',
    ]);
  });

  it('is not there where nothing is compared', async () => {
    const page = await dashboard('#/storefront/countries?compare=none');
    expect((await page.find('.bars', 'Countries')).querySelector('.bar-name small')).toBeNull();
    expect(page.text()).not.toContain('Change:');
  });
});
