/**
 * What an owner sets, on a real collector: settings with what is refused, how an address would be counted, an experiment.
 * Both screens are legible and whole, and axe finds nothing in them.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dashboard, newPerson, openDashboard, type Person, setUp } from '../access/dashboard.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type StorageState } from '../support/browser.ts';

let browser: Browser;
let dashboard: Dashboard;
let kept: StorageState;
let owner: Person;

beforeAll(async () => {
  [browser, dashboard] = await Promise.all([openBrowser(), openDashboard()]);
  owner = await newPerson(browser, dashboard);
  await setUp(owner, dashboard);
  kept = await owner.page.context().storageState();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await dashboard.collector.remove();
});

const panel = (title: string) => owner.page.getByRole('region', { name: title, exact: true });

describe('an owner', () => {
  it('changes the name, and is told what changed', async () => {
    await owner.go('#/shop/settings');
    const site = panel('The site');
    await owner.fill('Name', 'Kettle shop', site);
    await owner.press('Save', site);
    await owner.sees('Name: Shop → Kettle shop');
    await owner.page.locator('.sites-name', { hasText: 'Kettle shop' }).waitFor();
  });

  it('changes k, and is told that everybody is asked again', async () => {
    const promised = panel('What is promised to visitors');
    await owner.fill('Browsers behind every number (k)', '2', promised);
    await owner.press('Save', promised);
    await owner.sees('k must be a whole number from 3 to 1000.');
    await owner.fill('Browsers behind every number (k)', '12', promised);
    await owner.press('Save', promised);
    await owner.sees('Browsers behind every number (k): 10 → 12');
    await owner.sees('It changes what visitors agreed to: everybody is asked again.');
  });

  it('is told at the field which origin is none', async () => {
    const site = panel('The site');
    const origins = site.getByLabel('Origins', { exact: true });
    await origins.fill('https://shop.example\nshop.example/kettles');
    await owner.press('Save', site);
    await site.locator('.field .problem', { hasText: 'origins[1] must be an origin such as' }).waitFor();
    expect(await origins.evaluate((field) => document.activeElement === field)).toBe(true);
    await origins.fill('https://shop.example\nhttps://www.shop.example');
    await owner.press('Save', site);
    await owner.sees('Origins: https://shop.example → https://shop.example, https://www.shop.example');
  });

  it('sets a template, and sees how an address would be counted by it', async () => {
    const pages = panel('What pages are');
    await pages
      .getByLabel('Route templates', { exact: true })
      .fill('/p/:slug = product\n/p/:other = product');
    await owner.press('Save', pages);
    await pages.locator('.field .problem', { hasText: /^routes\[1\]/ }).waitFor();
    await pages.getByLabel('Route templates', { exact: true }).fill('/c/:top/* = category :top/*');
    await owner.press('Save', pages);
    await owner.sees('Route templates: none → /c/:top/* = category :top/*');
    await owner.fill('Address of a page', 'https://shop.example/c/kettles/gooseneck?mail=a@b.example', pages);
    await owner.press('Preview', pages);
    const told = pages.locator('.told');
    await told.waitFor();
    const texts = await told.locator('dd').allTextContents();
    expect(texts.slice(1, 4)).toEqual(['the query', '1. /c/:top/*', 'category']);
    expect(texts[4]).toMatch(/^kettles\/gooseneck \(not named until 12 browsers/);
  });

  it('declares a catalogue from a file', async () => {
    const catalogue = panel('Catalogue');
    await catalogue.locator('input[type=file]').setInputFiles({
      name: 'catalogue.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('kind,text,label\npage,/p/heron,Heron\nproduct,KE-101,Heron\n'),
    });
    await owner.press('See what it would add', catalogue);
    await owner.sees('2 lines: 2 new and 0 changed if you add them.');
    await owner.press('Add them', catalogue);
    await owner.sees('2 lines were added: 2 new, 0 changed.');
  });

  it('declares an experiment, is told what it lacks, and sees it listed', async () => {
    await owner.go('#/shop/experiments');
    await owner.sees('There is no experiment yet');
    await owner.press('Declare an experiment');
    const { sheet } = owner;
    await owner.fill('Title', 'A promise at the head', sheet);
    await owner.fill('Short name', 'The hero', sheet);
    await owner.press('Begin today', sheet);
    await sheet.locator('.field .problem', { hasText: 'id must be 1 to 32 lower-case letters' }).waitFor();
    await owner.fill('Short name', 'hero', sheet);
    await owner.fill('On which pages (optional)', '/', sheet);
    await owner.press('Begin today', sheet);
    await panel('A promise at the head').waitFor();
    await owner.sees('Too few visits yet to compare the arms.');
    await owner.page.getByText('How to mark it up').click();
    await owner.sees("await holloway.arm('hero')");
  });

  it('adds a site, and erases it by its id', async () => {
    await owner.go('#/shop/settings');
    const add = panel('Add a site');
    await owner.fill('Id', 'second', add);
    await add.getByLabel('Origins of its pages').fill('https://second.example');
    await owner.press('Add it', add);
    await owner.page.waitForURL(/#\/second\/settings/);
    const erase = panel('Erase second');
    await owner.fill('Type second to erase it', 'shop', erase);
    await owner.press('Erase it for good', erase);
    await owner.sees('site must be the id of the site, once more.');
    await owner.fill('Type second to erase it', 'second', erase);
    await owner.press('Erase it for good', erase);
    await erase.waitFor({ state: 'detached' });
    expect(owner.complaints).toEqual([]);
  });
});

describe('the screens', () => {
  it.each([
    { width: 360, height: 740, colorScheme: 'light' },
    { width: 1280, height: 800, colorScheme: 'dark' },
  ] as const)('are whole at $width px in $colorScheme, and axe finds nothing', async (look) => {
    const person = await newPerson(browser, dashboard, { ...look, kept, bypassCSP: true });
    const { page } = person;
    const examine = async (name: string): Promise<void> => {
      // What is scrolled half beneath the bars is no finding.
      await page.evaluate(() => window.scrollTo(0, 0));
      await page.waitForFunction(() => document.querySelector('.skeleton, .starting') === null);
      await page.screenshot({
        path: `test-results/merchandiser/${name}-${look.width}.png`,
        fullPage: (await person.sheet.count()) === 0,
      });
      const overflow = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('dialog')].map(
          ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
        ),
      );
      expect({ name, overflow: Math.max(...overflow) }).toEqual({ name, overflow: 0 });
      expect({ name, findings: await findingsOfAxe(page) }).toEqual({ name, findings: [] });
    };
    await person.go('#/shop/settings');
    await page.getByRole('heading', { name: 'The site' }).waitFor();
    await page.getByText('Change them (advanced)').click();
    await examine('settings');
    await person.go('#/shop/experiments');
    await page.getByRole('heading', { name: 'A promise at the head' }).waitFor();
    for (const summary of await page.locator('summary').all()) await summary.click();
    await examine('experiments');
    await person.press('Declare an experiment');
    await examine('declare');
    await person.close();
  });
});
