/** The inbox of advice on the example shop, whose faults are planted: it names them, shows why, and keeps what is planned. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../access/dashboard.ts';
import { openShop, SHOP, type Shop } from './store.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/merchandiser');
const SEARCH = 'Teach the search “coffee maker”';

let shop: Shop;
let person: Person;

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  shop = await openShop({ days: 28, real: false });
  person = await shop.sit({ width: 1440, height: 900 });
}, 300_000);
afterAll(() => shop.close());

const isInView = (one: Locator): Promise<boolean> =>
  one.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });

describe('the inbox of the example shop', () => {
  it('names the faults that are planted, leads to the evidence, and keeps what is planned', async () => {
    const { page } = person;
    const titles = (): Promise<string[]> => page.locator('.action h3').allTextContents();
    await person.go(`#/${SHOP}/overview?range=all`);
    await page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('link', { name: 'Actions', exact: true })
      .click();
    await page.locator('.action').first().waitFor();
    await page.screenshot({ path: join(PICTURES, 'actions.png'), fullPage: true });
    const named = await titles();
    expect(named).toContain(SEARCH);
    expect(named).toContain('Give “Slow mornings” a way on');
    expect(
      named.filter((title) => title.startsWith('Move “Linnet filter machine in Butter” up')),
    ).toHaveLength(1);
    expect(
      named.filter((title) => /^List “Puffin .*” .*in .*Espresso machines too$/.test(title)),
    ).not.toEqual([]);

    await page.getByRole('button', { name: /^Link \(/ }).click();
    await page
      .getByRole('heading', { name: 'Link from Kettles / Gooseneck kettles to Coffee / Coffee grinders' })
      .waitFor();
    await page.getByRole('button', { name: /^All kinds/ }).click();

    await page.getByRole('link', { name: `Evidence for: ${SEARCH}` }).click();
    await page.getByRole('heading', { level: 1, name: 'Search desk' }).waitFor();
    const terms = page.getByRole('region', { name: 'Search terms, table' });
    await terms.getByText('coffee maker').waitFor();
    expect(await page.getByRole('searchbox', { name: 'Find a term' }).inputValue()).toBe('coffee maker');
    await page.goBack();

    await page
      .getByRole('link', { name: /^Evidence for: List “Puffin/ })
      .first()
      .click();
    const shelves = page.getByRole('region', { name: 'The right shelf, table' });
    const shelf = shelves.getByText('Puffin').first();
    await shelf.waitFor();
    await page.screenshot({ path: join(PICTURES, 'evidence-shelf.png') });
    expect(await isInView(shelf)).toBe(true);
    await page.goBack();

    await page
      .getByRole('link', { name: /^Evidence for: Move “Linnet/ })
      .first()
      .click();
    const box = page.locator('.slot[aria-current=true]', { hasText: 'Linnet filter machine in Butter' });
    await box.waitFor();
    await page.screenshot({ path: join(PICTURES, 'evidence-box.png') });
    expect(await isInView(box)).toBe(true);
    await page.goBack();

    await page.getByRole('button', { name: `Plan: ${SEARCH}` }).click();
    await page.getByRole('status').getByText(`“${SEARCH}” is now under: Planned.`).waitFor();
    await page.getByRole('button', { name: 'Planned (1)' }).waitFor();
    expect(await titles()).not.toContain(SEARCH);
    await page.getByRole('button', { name: 'Planned (1)' }).click();
    await page.reload();
    await page.locator('.action').first().waitFor();
    expect(await titles()).toEqual([SEARCH]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.screenshot({ path: join(PICTURES, 'actions-narrow.png'), fullPage: true });
    expect(person.complaints).toEqual([]);
  });
});
