/**
 * A collector without an account, and people at its dashboard: each a browser of their own. What goes wrong without being
 * seen, such as a breach of the content security policy, is written down.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { newVisitor, type VisitorOptions } from '../support/browser.ts';
import { type Collector, createCollector } from '../support/collector.ts';

export const PASSWORD = 'worn by many feet';
export const OWNER = 'owner@store.example';

/** For one thing to appear, on a busy machine. */
const WAIT_MS = 10_000;

export interface Dashboard {
  readonly collector: Collector;
  /** By a name, which passkeys need. */
  readonly url: string;
  /** The code that lets somebody make the first account. */
  setupCode(): Promise<string>;
}

/** With one site, which never counted. */
export async function openDashboard(): Promise<Dashboard> {
  const collector = await createCollector();
  await collector.holloway('site', 'add', 'shop', '--origin', 'https://shop.example', '--name', 'Shop');
  await collector.start();
  return {
    collector,
    url: collector.url.replace('127.0.0.1', 'localhost'),
    setupCode: async () => (await readFile(join(collector.data, 'setup-code'), 'utf8')).trim(),
  };
}

export interface Person {
  readonly page: Page;
  /** What the browser complained of: errors of scripts, of requests, and of the policy. */
  readonly complaints: readonly string[];
  go(hash: string): Promise<void>;
  /** The entries of the navigation, in order. */
  offered(): Promise<readonly string[]>;
  /** The dialog that is open. */
  readonly sheet: Locator;
  /** @param where Default: anywhere. */
  press(name: string, where?: Locator): Promise<void>;
  fill(label: string, value: string, where?: Locator): Promise<void>;
  /** What the dialog shows to be taken elsewhere. */
  shown(): Promise<string>;
  /** Resolves when it is there. */
  sees(text: string | RegExp): Promise<void>;
  close(): Promise<void>;
}

export async function newPerson(
  browser: Browser,
  dashboard: Dashboard,
  options: VisitorOptions = {},
): Promise<Person> {
  const { page, close } = await newVisitor(browser, options);
  page.setDefaultTimeout(WAIT_MS);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // What is refused on purpose is told by the browser too.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      console.error(`policy: ${violatedDirective}`);
    });
  });
  await page.goto(dashboard.url);
  return {
    page,
    complaints,
    go: async (hash) => {
      await page.goto(`${dashboard.url}/${hash}`);
    },
    offered: () => page.locator('.side-nav a').allTextContents(),
    sheet: page.locator('dialog[open]'),
    press: (name, where = page.locator('body')) =>
      where.getByRole('button', { name, exact: true }).first().click(),
    fill: (label, value, where = page.locator('body')) =>
      where.getByLabel(label, { exact: true }).and(page.locator('input')).fill(value),
    shown: async () => (await page.locator('dialog code').textContent()) ?? '',
    sees: (text) => page.getByText(text).first().waitFor(),
    close,
  };
}

/** Makes the first account; ends signed in. */
export async function setUp(person: Person, dashboard: Dashboard): Promise<void> {
  await person.fill('Set-up code', await dashboard.setupCode());
  await person.fill('Email', OWNER);
  await person.fill('Password', PASSWORD);
  await person.press('Make the account');
  await person.page.locator('.shell').waitFor();
}

export async function signIn(person: Person, email: string, password = PASSWORD): Promise<void> {
  await person.fill('Email', email);
  await person.fill('Password', password);
  await person.press('Sign in');
}

export async function signOut({ page, press }: Person): Promise<void> {
  await page.locator('.account .popover-button').click();
  await press('Sign out');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}
