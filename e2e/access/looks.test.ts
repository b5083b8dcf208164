/**
 * How what is opened on the screens of access looks (the screens themselves: screens/), from a small phone to a wall, light and dark; that axe finds nothing in them, and that
 * the keyboard alone is enough. The pictures are kept for people to look at.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import {
  type Dashboard,
  newPerson,
  OWNER,
  openDashboard,
  PASSWORD,
  type Person,
  signIn,
} from './dashboard.ts';
import { totp } from './totp.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/access');
const LOOKS = [
  { width: 360, height: 740, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
  { width: 1280, height: 800, colorScheme: 'dark' },
  { width: 2560, height: 1300, colorScheme: 'light' },
] as const;
type Look = (typeof LOOKS)[number];

/** Each longest in some place. */
const LANGUAGES = [
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['it', 'Italiano'],
  ['es', 'Español'],
] as const;

const CAREFUL = 'careful@store.example';

let browser: Browser;
let dashboard: Dashboard;
/** A link that was not used. */
let link: string;
let secret: string;

const open = (look: Look): Promise<Person> => newPerson(browser, dashboard, { ...look, bypassCSP: true });

/** Keeps a picture; then nothing may reach beyond the edge, and axe may find nothing. */
async function look({ page }: Person, name: string, { width, colorScheme }: Look): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.skeleton, .starting') === null);
  const sheet = page.locator('dialog[open]');
  const path = join(PICTURES, `${name}-${width}-${colorScheme}.png`);
  await page.screenshot({ path, fullPage: (await sheet.count()) === 0 });
  const overflow = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog')].map(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    ),
  );
  expect({ name, overflow: Math.max(...overflow) }).toEqual({ name, overflow: 0 });
  expect({ name, findings: await findingsOfAxe(page) }).toEqual({ name, findings: [] });
}

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  [browser, dashboard] = await Promise.all([openBrowser(), openDashboard()]);
});
afterAll(async () => {
  await browser.close();
  await dashboard.collector.remove();
});

describe('the first page of all', () => {
  it.each(LOOKS)('is legible and whole at $width px in $colorScheme', async (at) => {
    const person = await open(at);
    await person.sees('Set up Holloway');
    await look(person, 'set-up', at);
    await person.close();
  });
});

describe('the keyboard alone', () => {
  let owner: Person;
  const press = (key: string) => owner.page.keyboard.press(key);
  /** What has the focus, by its label, name or text. */
  const focused = (): Promise<string> =>
    owner.page.evaluate(() => {
      const element = document.activeElement;
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      return labels[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
  const reach = async (name: string): Promise<void> => {
    for (let tabs = 0; tabs < 60; tabs++) {
      await press('Tab');
      if ((await focused()) === name) return;
    }
    throw new Error(`the focus never came to ${name}`);
  };

  it('makes the first account, invites somebody, and comes back to where it was', async () => {
    owner = await newPerson(browser, dashboard);
    await owner.sees('Set up Holloway');
    await reach('Set-up code');
    await owner.page.keyboard.type(await dashboard.setupCode());
    await reach('Email');
    await owner.page.keyboard.type(OWNER);
    await reach('Password');
    await owner.page.keyboard.type(PASSWORD);
    await press('Enter');
    await owner.page.locator('.shell').waitFor();
    await press('?');
    await reach('People');
    await press('Enter');
    await owner.page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await reach('Invite somebody');
    await press('Enter');
    await reach('Email');
    await owner.page.keyboard.type('mira@store.example');
    await press('Enter');
    await owner.sees('Hand this link on');
    link = await owner.shown();
    await press('Escape');
    expect(await focused()).toBe('Invite somebody');
  });

  it('takes a question back, and comes back to where it was', async () => {
    await reach('Change mira@store.example');
    await press('Enter');
    await reach('Remove');
    await press('Enter');
    const question = owner.page.getByRole('group', { name: /can no longer sign in/ });
    await question.waitFor();
    expect(await focused()).toMatch(/^mira@store\.example can no longer sign in/);
    await reach('Cancel');
    await press('Enter');
    await question.waitFor({ state: 'detached' });
    await press('Escape');
    expect(await focused()).toBe('Change mira@store.example');
  });
});

describe('the screens of access', () => {
  beforeAll(async () => {
    const { holloway } = dashboard.collector;
    await holloway('user', 'add', 'auditor@store.example', '--role', 'auditor', '--name', 'Aurelia');
    await holloway('key', 'add', 'Weekly report', '--permission', 'read', '--site', 'shop', '--days', '90');
    const careful = await open(LOOKS[0]);
    await careful.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(careful, OWNER);
    await careful.page.locator('.shell').waitFor();
    const made = await careful.page.evaluate(async (email) => {
      const answer = await fetch('/v1/people', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, role: 'owner', name: 'Carla the careful' }),
      });
      return ((await answer.json()) as { link: { url: string } }).link.url;
    }, CAREFUL);
    await careful.go(new URL(made).hash);
    await careful.fill('New password', PASSWORD);
    await careful.press('Set the password');
    await careful.sees('Your password is set.');
    await signIn(careful, CAREFUL);
    await careful.page.locator('.shell').waitFor();
    await careful.go('#/shop/account');
    await careful.press('Set up');
    await careful.fill('Password', PASSWORD, careful.sheet);
    await careful.press('Go on', careful.sheet);
    secret = await careful.shown();
    await careful.fill('Code of your authenticator app', totp(secret, Date.now()));
    await careful.press('Turn on');
    await careful.sees('Each of these lets you in once');
    await look(careful, 'backup-codes', LOOKS[0]);
    await careful.close();
  });

  it.each(LOOKS)('are legible and whole at $width px in $colorScheme', async (at) => {
    const person = await open(at);
    await person.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await look(person, 'sign-in', at);
    await person.go(new URL(link).hash);
    await look(person, 'choose-password', at);
    await person.go('#/');
    await signIn(person, CAREFUL);
    await person.page.getByLabel('Code of your authenticator app').waitFor();
    await look(person, 'code', at);
    await person.fill('Code of your authenticator app', totp(secret, Date.now()));
    await person.press('Go on');
    await person.page.locator('.shell').waitFor();

    await person.go('#/shop/account');
    await person.page.getByRole('list', { name: 'Sessions' }).waitFor();
    await person.page.locator('.account .popover-button').click();
    await look(person, 'menu', at);
    await person.page.keyboard.press('Escape');

    await person.go('#/shop/people');
    await person.page.getByRole('list', { name: 'People' }).waitFor();
    await person.press('Invite somebody');
    await look(person, 'invite', at);
    await person.page.keyboard.press('Escape');
    await person.press('Change Carla the careful');
    await person.press('Remove', person.sheet);
    await look(person, 'change', at);
    await person.page.keyboard.press('Escape');

    await person.go('#/shop/keys');
    await person.page.getByRole('list', { name: 'Keys' }).waitFor();
    await person.press('Make a key');
    await look(person, 'key', at);
    await person.page.keyboard.press('Escape');
    await person.close();
  });
});

describe('another language', () => {
  it('is chosen before signing in, and is there when the page is loaded again, under the policy as it is', async () => {
    const person = await newPerson(browser, dashboard);
    await person.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await person.press('Deutsch');
    await person.page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await person.fill('E-Mail', OWNER);
    await person.fill('Passwort', PASSWORD);
    await person.press('Anmelden');
    await person.page.locator('.shell').waitFor();
    await person.page.reload();
    await person.page.getByRole('heading', { level: 1, name: 'Übersicht' }).waitFor();
    expect((await person.offered()).slice(0, 3)).toEqual(['Übersicht', 'Maßnahmen', 'Klickpfade']);
    expect(await person.page.locator('html').getAttribute('lang')).toBe('de');
    expect(person.complaints).toEqual([]);
    await person.close();
  });

  it('is legible and whole on a small phone', async () => {
    const [at] = LOOKS;
    const person = await open(at);
    await person.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(person, OWNER);
    const menu = person.page.locator('.account .popover-button');
    for (const [language, name] of LANGUAGES) {
      await menu.click();
      await person.press(name);
      await person.page.locator(`html[lang=${language}] .shell`).waitFor();
      for (const screen of ['overview', 'account', 'people', 'keys', 'privacy']) {
        await person.go(`#/shop/${screen}`);
        await person.page.locator('main .panel, main .message').first().waitFor();
        await look(person, `${screen}-${language}`, at);
      }
      await menu.click();
      await look(person, `menu-${language}`, at);
      await person.page.keyboard.press('Escape');
    }
    await person.close();
  });
});
