/** A view that is kept and shown to somebody without an account: who sees what they are shown, and nothing else. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '@holloway/protocol';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPerson, type Person } from '../access/dashboard.ts';
import { barsOf, written } from './read-screen.ts';
import { openShop, REAL, realFolder, SHOP, type Shop, settled } from './store.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/merchandiser');
const NAME = 'Our last days';

let shop: Shop;
let owner: Person;
let guest: Person;
/** Of the link, as it was shown once. */
let link = '';
/** Whatever the guest's browser asked for. */
const asked: string[] = [];

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  shop = await openShop();
  owner = await shop.sit({ width: 1440, height: 900 });
  guest = await newPerson(shop.browser, shop.dashboard);
}, 300_000);
afterAll(async () => {
  await owner.close();
  await guest.close();
  await shop.close();
});

/** Those that are there, and not only on their way. */
const FIGURE = 'button.figure';
const visits = async (page: Page): Promise<string | null> =>
  page.locator(FIGURE, { hasText: 'Visits' }).first().locator('.figure-value').textContent();
const openPanel = async ({ page }: Person): Promise<void> => {
  const panel = page.locator('.views-panel');
  // Where it is open from before, the key would close it.
  if (!(await panel.isVisible())) await page.keyboard.press('v');
  await panel.waitFor();
};
const open = async (person: Person): Promise<void> => {
  await person.page.locator(FIGURE).first().waitFor();
  await openPanel(person);
};

/** Of the last seven days, of which today counted nothing, without the dashboard. */
async function visitsTold(): Promise<number> {
  const answer = await owner.page.request.get(`${shop.dashboard.url}/v1/sites/${SHOP}/reports/overview`);
  const { rows }: Report<'overview'> = await answer.json();
  const counted = rows.map(({ visits: n }) => n ?? 0).filter((n) => n > 0);
  return counted.slice(-6).reduce((sum, n) => sum + n, 0);
}

/** In the panel of views, which is open. */
async function share(name: string): Promise<string> {
  const panel = owner.page.locator('.views-panel');
  await owner.press('Share by link', panel);
  await panel.getByLabel('Name of the link').fill(name);
  await panel.getByLabel('Good for').selectOption('7');
  await owner.press('Make a link', panel);
  return (await panel.locator('.made-link code').textContent()) ?? '';
}

// Each goes on where the one before ended.
describe('a view of the shop', () => {
  it('is saved by its key and name, and opened again from elsewhere', async () => {
    const { page } = owner;
    await owner.go(`#/${SHOP}/overview?range=7d`);
    await open(owner);
    await page.locator('.views-panel').getByLabel('Name of this view').fill(NAME);
    await owner.press('Save', page.locator('.views-panel'));
    await owner.sees(`Saved as “${NAME}”.`);
    await page.keyboard.press('Escape');
    await owner.go(`#/${SHOP}/overview?range=all`);
    await open(owner);
    await page.locator('.views-panel').getByRole('link', { name: NAME }).click();
    await page.waitForURL(/range=7d$/);
    expect(await page.locator('.views-panel').count()).toBe(0);
  });

  it('is shared by a link, which is shown once', async () => {
    const { page } = owner;
    await open(owner);
    link = await share('For the agency');
    expect(link).toMatch(/\/#\/shared\/hws_[A-Za-z]{64}$/);
    await page.locator('.views-panel .rows li', { hasText: 'For the agency' }).waitFor();
    await page.keyboard.press('Escape');
    await open(owner);
    expect(await page.locator('.made-link').count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('shows the same number to somebody without a session', async () => {
    guest.page.on('request', (request) => asked.push(request.url()));
    await guest.go(new URL(link).hash);
    await guest.page.locator(FIGURE).first().waitFor();
    await guest.sees(/Shared by link, until/);
    expect(await visits(guest.page)).toBe(await visits(owner.page));
    expect(await visits(guest.page)).toBe(written(await visitsTold()));
    expect(await guest.page.locator('.account, .sites, .views-panel').count()).toBe(0);
    expect(await guest.page.context().cookies()).toEqual([]);
    await guest.page.screenshot({ path: join(PICTURES, 'shared-with-the-agency.png'), fullPage: true });
  });

  it('goes home as a file, which is asked for without the token in its address', async () => {
    const [file] = await Promise.all([
      guest.page.waitForEvent('download'),
      guest.page.getByRole('link', { name: 'Visits by day: download CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^storefront-overview-.*\.csv$/);
    expect(asked.filter((url) => url.includes('hws_'))).toEqual([]);
  });

  it('leads to no list of anything, by hand neither', async () => {
    const token = link.split('/').at(-1);
    const statuses = await guest.page.evaluate(
      async ([authorization, site]) => {
        const paths = ['/v1/sites', `/v1/sites/${site}/views`, `/v1/sites/${site}/annotations`, '/v1/people'];
        const answers = paths.map((path) => fetch(path, { headers: { authorization: authorization ?? '' } }));
        return (await Promise.all(answers)).map(({ status }) => status);
      },
      [`Bearer ${token}`, SHOP],
    );
    expect(statuses).toEqual([403, 403, 403, 403]);
    await guest.go(`#/${SHOP}/overview`);
    await guest.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('is told to be over once the link is revoked', async () => {
    const { page } = owner;
    await open(owner);
    await owner.press('Share by link', page.locator('.views-panel'));
    const row = page.locator('.views-panel .rows li', { hasText: 'For the agency' });
    await row.getByText('last used').waitFor();
    await owner.press('Revoke', row);
    await owner.press('Revoke', row.locator('.sure'));
    await owner.sees('No link to this site works at the moment.');
    await guest.go(new URL(link).hash);
    await guest.sees('This link shows nothing any more');
    expect([owner.complaints, guest.complaints]).toEqual([[], []]);
  });
});

describe.skipIf(realFolder === null)('the worn path of the real shop', () => {
  it('is shared with somebody who has no account, column by column', async () => {
    const { page } = owner;
    await owner.go(`#/${REAL}/paths?range=all&at=trousers&at=skirts&at=blouses`);
    await settled(page);
    await openPanel(owner);
    const { hash } = new URL(await share('For the buyers'));
    await guest.go(hash);
    const column = (name: string) => guest.page.getByRole('region', { name, exact: true });
    expect((await barsOf(column('Where visits begin')))[0]).toEqual(['Trousers', '2,439']);
    expect((await barsOf(column('After Trousers')))[1]).toEqual(['Skirts', '896']);
    expect((await barsOf(column('After Skirts')))[1]).toEqual(['Blouses', '854']);
    expect((await barsOf(column('After Blouses')))[1]).toEqual(['Sale', '775']);
    await guest.page.screenshot({ path: join(PICTURES, 'shared-with-the-buyers.png'), fullPage: true });
    expect([owner.complaints, guest.complaints]).toEqual([[], []]);
  });
});
