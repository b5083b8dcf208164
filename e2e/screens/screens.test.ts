/**
 * What is asked of every screen: nothing moves while it loads, axe finds nothing, nothing reaches beyond an edge, the policy is
 * not breached, and the keyboard alone is enough. The screens are those of the model, so a new one is among them by itself.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayAt } from '@holloway/protocol';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHARED_SCREENS } from '../../packages/dashboard/src/state/shared-route.ts';
import { newPerson, type Person } from '../access/dashboard.ts';
import { openShop, SHOP, type Shop } from '../merchandiser/store.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openAndClose, walkByTab } from './keyboard.ts';
import { painted, type SlowPage, settled, slowDown } from './loading.ts';
import { isOwn, offeredScreens, overflowing, SCREENS } from './screens.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/screens');
/** Of a page that is longer, its head. */
const LONGEST_PICTURE = 2_000;
/** The most of the window's height that may have moved while a screen loads; what Chromium calls good is 0.1. */
const MOST_SHIFT = 0.02;
const NEVER_COUNTED = 'new-shop';
const LOOKS = [
  { width: 1440, height: 900, loadsIn: 'light', schemes: ['light', 'dark'], widths: [768, 2560] },
  // What is on a phone in the same colours is examined once, in the dark.
  { width: 390, height: 844, loadsIn: 'dark', schemes: ['dark'], widths: [360] },
] as const;

let shop: Shop;

/** So that every screen has something to show, and there is a shop that has nothing. */
async function fillIn({ dashboard }: Shop): Promise<void> {
  const { holloway } = dashboard.collector;
  await holloway('site', 'add', NEVER_COUNTED, '--origin', 'https://new.example', '--name', 'New shop');
  await holloway('user', 'add', 'auditor@store.example', '--role', 'auditor', '--name', 'Aurelia');
  await holloway('key', 'add', 'Weekly report', '--permission', 'read', '--site', SHOP, '--days', '90');
}

/** Sends as the dashboard does. */
const send = (page: Page, method: string, path: string, body: object): Promise<Record<string, string>> =>
  page.evaluate(
    async ([how, url, text]) => {
      const answer = await fetch(url, {
        method: how,
        headers: { 'content-type': 'application/json' },
        body: text,
      });
      if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    [method, path, JSON.stringify(body)] as const,
  );

async function picture(page: Page, name: string): Promise<void> {
  const { width, height } = await page.evaluate(() => ({
    width: innerWidth,
    height: document.documentElement.scrollHeight,
  }));
  const clip = { x: 0, y: 0, width, height: Math.min(height, LONGEST_PICTURE) };
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true, clip });
}

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  shop = await openShop({ real: false });
  await fillIn(shop);
  const owner = await shop.sit();
  await send(owner.page, 'PATCH', `/v1/sites/${SHOP}/settings`, {
    experiments: [
      {
        id: 'hero',
        title: 'A promise at the head',
        metric: 'added',
        status: 'running',
        from: dayAt(Date.now(), 'UTC'),
        arms: [
          { name: 'a', share: 50 },
          { name: 'b', share: 50 },
        ],
      },
    ],
  });
  await owner.close();
}, 300_000);
afterAll(() => shop.close());

describe('the list of screens', () => {
  it('has every screen that the navigation and the menu of the account lead to', async () => {
    const { page, close } = await shop.sit({ width: 1440, height: 900 });
    await page.goto(`${shop.dashboard.url}/#/${SHOP}/sources`);
    await settled(page);
    expect(await offeredScreens(page)).toEqual(SCREENS);
    await close();
  });
});

describe.each(LOOKS)('at $width px', ({ width, height, loadsIn, schemes, widths }) => {
  let person: Person;
  let page: Page;
  let slow: SlowPage;
  /** Where there is least room. */
  const isPhone = width < 500;
  /** What is stated of each screen. */
  const stated: string[] = [];

  beforeAll(async () => {
    person = await shop.sit({ width, height });
    page = person.page;
    slow = await slowDown(page);
  });
  afterAll(async () => {
    await writeFile(join(PICTURES, `shifts-${width}.txt`), stated.join(''));
    await person.close();
  });

  it.each(SCREENS)(
    '%s stands still while it loads, is legible and whole, and is walked by keyboard',
    async (screen) => {
      const address = `${shop.dashboard.url}/#/${SHOP}/${screen}?range=7d`;
      await page.emulateMedia({ colorScheme: loadsIn });
      await slow.open(address);
      const loading = await findingsOfAxe(page, { contrast: loadsIn === 'dark' });
      await slow.release();
      const shifts = await slow.shifts();
      const shift = shifts.reduce((sum, { value }) => sum + value, 0);
      stated.push(`${screen} ${shift.toFixed(4)}\n`);

      const findings: string[] = [];
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        findings.push(...(await findingsOfAxe(page, { contrast: !isPhone && colorScheme === 'dark' })));
        await picture(page, `${screen}-${width}-${colorScheme}`);
      }
      const beyond = [...(await overflowing(page))];
      for (const other of widths) {
        await page.setViewportSize({ width: other, height });
        await painted(page);
        beyond.push(...(await overflowing(page)).map((one) => `${one} at ${other} px`));
      }
      await page.setViewportSize({ width, height });
      await painted(page);
      const { stops, faults } = await walkByTab(page);
      expect({
        loading,
        moved: shift > MOST_SHIFT ? shifts : [],
        findings,
        beyond,
        keyboard: [...faults, ...(await openAndClose(page))],
        complaints: person.complaints,
      }).toEqual({ loading: [], moved: [], findings: [], beyond: [], keyboard: [], complaints: [] });
      // The way to the other screens, and something of its own.
      expect(stops.length).toBeGreaterThan(8);

      if (isOwn(screen) || !isPhone) return;
      await slow.open(`${address}&slice=country:ZZ`);
      await slow.release();
      expect({ empty: await findingsOfAxe(page), beyond: await overflowing(page) }).toEqual({
        empty: [],
        beyond: [],
      });
    },
  );

  it('a shop that never counted says what to do, legibly', async () => {
    await slow.open(`${shop.dashboard.url}/#/${NEVER_COUNTED}/overview`);
    expect({ findings: await findingsOfAxe(page), beyond: await overflowing(page) }).toEqual({
      findings: [],
      beyond: [],
    });
  });
});

describe('whoever has a link', () => {
  it('finds each of its screens legible and whole on a small phone, and walks it by keyboard', async () => {
    const owner = await shop.sit();
    const view = await send(owner.page, 'POST', `/v1/sites/${SHOP}/views`, {
      name: 'Our last days',
      address: `#/${SHOP}/overview?range=7d`,
    });
    const { url = '' } = await send(owner.page, 'POST', `/v1/sites/${SHOP}/shares`, {
      view: view.id,
      expiresIn: 7,
    });
    await owner.close();
    const guest = await newPerson(shop.browser, shop.dashboard, { width: 360, height: 740 });
    const { page } = guest;
    await guest.go(new URL(url).hash);
    for (const [at, screen] of SHARED_SCREENS.entries()) {
      await page.locator('.shared-nav a').nth(at).click();
      await page.locator(`.shared-nav a[aria-current][href*="/${screen}"]`).waitFor();
      await settled(page);
      await painted(page);
      expect({
        screen,
        findings: await findingsOfAxe(page),
        beyond: await overflowing(page),
        faults: (await walkByTab(page)).faults,
      }).toEqual({ screen, findings: [], beyond: [], faults: [] });
    }
    expect(guest.complaints).toEqual([]);
    await guest.close();
  });
});

describe('the keyboard alone', () => {
  let person: Person;
  let page: Page;
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  /** By Tab, from where the focus is, to what is called so. */
  async function reach(name: RegExp): Promise<void> {
    for (let tabs = 0; tabs < 80; tabs += 1) {
      await press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
      if (name.test(focused)) return;
    }
    throw new Error(`the focus never came to ${name}`);
  }
  const stands = async (title: string): Promise<void> => {
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await settled(page);
  };

  beforeAll(async () => {
    person = await shop.sit({ width: 1440, height: 900 });
    page = person.page;
    await person.go(`#/${SHOP}/overview?range=7d`);
    await stands('Overview');
  });
  afterAll(async () => {
    expect(person.complaints).toEqual([]);
    await person.close();
  });

  it('leads to every screen', async () => {
    for (const screen of SCREENS) {
      const link = page.locator(`${isOwn(screen) ? '.account .choices' : '.side-nav'} a[href*="/${screen}"]`);
      if (isOwn(screen)) {
        await press('?');
        await page.locator('.account .popover-panel:focus').waitFor();
        await reach(new RegExp(`^${await link.textContent()}$`));
        await press('Enter');
      } else {
        await press('g');
        await press((await link.getAttribute('data-go')) ?? '');
      }
      await page.waitForURL((url) => url.hash.startsWith(`#/${SHOP}/${screen}`));
      await settled(page);
    }
  });

  it('comes from an action to its evidence', async () => {
    await press('g');
    await press('a');
    await stands('Actions');
    await reach(/^Evidence for: Teach the search/);
    await press('Enter');
    await stands('Search desk');
  });

  it('changes the days, and takes one slice', async () => {
    await press('g');
    await press('o');
    await stands('Overview');
    await press('d');
    await page
      .locator('.range .popover-panel:focus-within')
      .getByText(/^All days/)
      .waitFor();
    await reach(/^All days/);
    await press('Enter');
    await page.waitForURL(/range=all/);
    await press('f');
    await page.locator('.slice .pill', { hasText: /^Phone$/ }).waitFor();
    await reach(/^Phone$/);
    await press('Enter');
    await page.waitForURL(/slice=device%3Aphone/);
    await settled(page);
  });

  it('reads a chart day by day, and as a table', async () => {
    await press('d');
    await page
      .locator('.range .popover-panel:focus-within')
      .getByText(/^Last 7 days/)
      .waitFor();
    await reach(/^Last 7 days/);
    await press('Enter');
    await settled(page);
    const chart = page.getByRole('slider', { name: 'Visits by day' });
    await reach(/^Visits by day$/);
    const today = await chart.getAttribute('aria-valuetext');
    await press('ArrowLeft');
    expect(await chart.getAttribute('aria-valuetext')).not.toBe(today);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await reach(/^Visits by day: view as table$/);
    await press('Enter');
    await page.getByRole('region', { name: 'Numbers by day, table' }).waitFor();
  });
});

describe('the walk by keyboard', () => {
  it('tells what has no name, no ring and no stop, what is out of order, and what lets nobody go', async () => {
    const person = await shop.sit();
    const { page } = person;
    await page.goto('about:blank');
    await page.setContent(`
      <button>First</button><button></button>
      <button onfocus="this.style.outline = 'none'">Bare</button>
      <span role="button">Never</span>
      <button tabindex="2">Early</button><button>Last</button>`);
    expect((await walkByTab(page)).faults.map((fault) => fault.replace(/:.*/, '')).toSorted()).toEqual([
      'comes before what it stands after',
      'has no name',
      'is never come to',
      'is not seen to have the focus',
    ]);
    await page.setContent(
      '<button>In</button><button onkeydown="event.preventDefault()">Stays</button><button>Out</button>',
    );
    expect((await walkByTab(page)).faults).toContain('the focus does not come round in 600 steps');
    await person.close();
  });
});
