/** A view that is kept and shown to somebody without an account: who sees what they are shown, and nothing else. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPerson, type Person } from '../access/dashboard.ts';
import { openShop, SHOP, type Shop } from './store.ts';

const NAME = 'Our last days';

let shop: Shop;
let owner: Person;
let guest: Person;
/** Of the link, as it was shown once. */
let link = '';
/** Whatever the guest's browser asked for. */
const asked: string[] = [];

beforeAll(async () => {
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
const open = async ({ page }: Person): Promise<void> => {
  await page.locator(FIGURE).first().waitFor();
  const panel = page.locator('.views-panel');
  // Where it is open from before, the key would close it.
  if (!(await panel.isVisible())) await page.keyboard.press('v');
  await panel.waitFor();
};

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
    await owner.press('Share by link', page.locator('.views-panel'));
    await page.locator('.views-panel').getByLabel('Name of the link').fill('For the agency');
    await page.getByLabel('Good for').selectOption('7');
    await owner.press('Make a link', page.locator('.views-panel'));
    link = (await page.locator('.made-link code').textContent()) ?? '';
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
    expect(await guest.page.locator('.account, .sites, .views-panel').count()).toBe(0);
    expect(await guest.page.context().cookies()).toEqual([]);
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
