/**
 * How people get in, what they are then offered, and how they are put out again: at the dashboard that is shipped, in a
 * real browser, with a real collector. In the order of the life of a collector: each part stands on those before.
 */
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import {
  type Dashboard,
  newPerson,
  OWNER,
  openDashboard,
  PASSWORD,
  type Person,
  setUp,
  signIn,
  signOut,
} from './dashboard.ts';
import { totp } from './totp.ts';

let browser: Browser;
let dashboard: Dashboard;
let owner: Person;
const everybody: Person[] = [];
const somebody = async (): Promise<Person> => {
  const person = await newPerson(browser, dashboard);
  everybody.push(person);
  return person;
};

beforeAll(async () => {
  [browser, dashboard] = await Promise.all([openBrowser(), openDashboard()]);
  owner = await somebody();
});
afterAll(async () => {
  await browser.close();
  await dashboard.collector.remove();
});

/** Ends with the link to hand on. */
async function invite(email: string, role: string): Promise<string> {
  await owner.go('#/shop/people');
  await owner.press('Invite somebody');
  await owner.fill('Email', email);
  await owner.page.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await owner.press('Make the link');
  await owner.sees('Hand this link on');
  const link = await owner.shown();
  await owner.page.keyboard.press('Escape');
  return link;
}

/** The collector does not know in links which port it was given, where it may take any. */
const hashOf = (link: string): string => new URL(link).hash;

async function accept(person: Person, link: string, email: string): Promise<void> {
  await person.go(hashOf(link));
  await person.fill('New password', PASSWORD);
  await person.press('Set the password');
  await person.sees('Your password is set.');
  await signIn(person, email);
  await person.page.locator('.shell').waitFor();
}

describe('a collector without an account', () => {
  it('asks for the code beside its data, and says so when it is another', async () => {
    await owner.sees('Set up Holloway');
    await owner.fill('Set-up code', '0'.repeat(32));
    await owner.fill('Email', OWNER);
    await owner.fill('Password', PASSWORD);
    await owner.press('Make the account');
    await owner.sees('Code must be the one in the file.');
  });

  it('makes the first account with it, an owner who is then signed in', async () => {
    await setUp(owner, dashboard);
    expect(await owner.offered()).toEqual([
      'Overview',
      'Actions',
      'Click paths',
      'Categories',
      'Pages',
      'Layout',
      'Products',
      'Search desk',
      'Funnel',
      'Experiments',
      'Visits',
      'Devices',
      'Countries',
      'Sources',
      'Preferences',
      'Consent',
      'Privacy',
    ]);
  });

  it('does so once: the next one is asked to sign in', async () => {
    const next = await somebody();
    await next.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(next, OWNER, 'not the password');
    await next.sees('This email and password do not belong together.');
  });
});

describe('an invitation', () => {
  let merchandiser: Person;
  let auditor: Person;

  it('lets somebody set a password by a link, and in as what the owner chose', async () => {
    const link = await invite('mira@store.example', 'merchandiser');
    await owner.page.locator('.rows li', { hasText: 'has not set a password yet' }).waitFor();
    merchandiser = await somebody();
    await accept(merchandiser, link, 'mira@store.example');
    expect(await merchandiser.offered()).not.toContain('Privacy');
    expect(await merchandiser.offered()).toContain('Click paths');
  });

  it('works once', async () => {
    const link = await invite('once@store.example', 'merchandiser');
    const first = await somebody();
    await accept(first, link, 'once@store.example');
    const second = await somebody();
    await second.go(hashOf(link));
    await second.fill('New password', PASSWORD);
    await second.press('Set the password');
    await second.sees('This link was used already, was replaced by another, or is past its time.');
  });

  it('refuses an address that is there already, in words, and leads to it', async () => {
    await owner.press('Invite somebody');
    await owner.fill('Email', 'mira@store.example');
    await owner.press('Make the link');
    await owner.sees('Email must not be that of an account already.');
    expect(await owner.page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email');
    await owner.page.keyboard.press('Escape');
  });

  it('offers a merchandiser no screen of the staff, and says why one that is asked for is refused', async () => {
    await merchandiser.page.locator('.account .popover-button').click();
    expect(await merchandiser.page.locator('.account-panel a').allTextContents()).toEqual(['Account']);
    for (const [screen, name] of [
      ['people', 'People'],
      ['keys', 'Keys'],
      ['privacy', 'Privacy'],
    ]) {
      await merchandiser.go(`#/shop/${screen}`);
      await merchandiser.sees(`${name} is not for your role`);
    }
  });

  it('offers an auditor consent and privacy alone, beginning with consent', async () => {
    auditor = await somebody();
    await accept(auditor, await invite('audit@store.example', 'auditor'), 'audit@store.example');
    expect(await auditor.offered()).toEqual(['Consent', 'Privacy']);
    await auditor.page.getByRole('heading', { level: 1, name: 'Consent' }).waitFor();
    await auditor.go('#/shop/overview');
    await auditor.sees('Overview is not for your role');
    await auditor.go('#/shop/privacy');
    await auditor.page.getByRole('region', { name: 'Who looked at what' }).waitFor();
  });

  it('can be changed afterwards: the role holds from the next time it is asked for', async () => {
    await owner.go('#/shop/people');
    await owner.press('Change mira@store.example');
    await owner.page.getByRole('radio', { name: /^analyst/ }).check();
    await owner.press('Save');
    await owner.page.locator('.rows li', { hasText: 'analyst of Shop' }).waitFor();
    await merchandiser.page.reload();
    await merchandiser.page.getByRole('region', { name: 'Who looked at what' }).waitFor();
  });

  it('cannot take the last owner away', async () => {
    await owner.press(`Change ${OWNER}`);
    await owner.press('Remove');
    await owner.sees('can no longer sign in, from now on');
    await owner.press('Remove');
    await owner.sees('Account must not be that of the last owner.');
    await owner.page.keyboard.press('Escape');
  });

  it('ends where an owner removes somebody: they are asked to sign in, and cannot', async () => {
    await owner.press('Change audit@store.example');
    await owner.press('Remove');
    await owner.press('Remove');
    await owner.page.locator('.rows li', { hasText: 'audit@store.example' }).waitFor({ state: 'detached' });
    await auditor.page.locator('.filters select').selectOption('shop');
    await auditor.sees('Your session has ended.');
    await signIn(auditor, 'audit@store.example');
    await auditor.sees('do not belong together');
  });
});

describe('an authenticator app', () => {
  let secret: string;
  let backupCodes: string[];

  it('is set up by scanning or typing a key, and gives backup codes once', async () => {
    await owner.go('#/shop/account');
    await owner.press('Set up');
    await owner.fill('Password', PASSWORD);
    await owner.press('Go on');
    await owner.page.getByRole('img', { name: 'The key, to be scanned' }).waitFor();
    secret = await owner.shown();
    await owner.fill('Code of your authenticator app', '000000');
    await owner.press('Turn on');
    await owner.sees('Code must be that of the app at this moment.');
    await owner.fill('Code of your authenticator app', totp(secret, Date.now()));
    await owner.press('Turn on');
    await owner.sees('Each of these lets you in once');
    backupCodes = (await owner.shown()).split('\n');
    expect(backupCodes).toHaveLength(10);
    await owner.press('I have kept them');
    await owner.sees('On: a code is asked for beside your password.');
  });

  it('is asked for beside the password', async () => {
    await signOut(owner);
    await signIn(owner, OWNER);
    await owner.fill('Code of your authenticator app', '000000');
    await owner.press('Go on');
    await owner.sees('Code must be that of the app at this moment.');
    await owner.fill('Code of your authenticator app', totp(secret, Date.now()));
    await owner.press('Go on');
    await owner.page.locator('.shell').waitFor();
  });

  it('can be stood in for by a backup code, once each', async () => {
    const [code = ''] = backupCodes;
    await signOut(owner);
    await signIn(owner, OWNER);
    await owner.press('Use a backup code');
    await owner.fill('Backup code', code);
    await owner.press('Go on');
    await owner.page.locator('.shell').waitFor();
    const second = await somebody();
    await signIn(second, OWNER);
    await second.press('Use a backup code');
    await second.fill('Backup code', code);
    await second.press('Go on');
    await second.sees('Code must be a backup code that was not used.');
  });

  it('asks for the password again after five wrong codes', async () => {
    const guesser = await somebody();
    await signIn(guesser, OWNER);
    for (let guess = 0; guess < 6; guess++) {
      await guesser.fill('Code of your authenticator app', '000000');
      const answered = guesser.page.waitForResponse(/verify-totp/);
      await guesser.press('Go on');
      await answered;
    }
    await guesser.sees('Code must be given within ten minutes of the password: sign in again.');
    await guesser.page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  });

  it('can be turned off with the password', async () => {
    await owner.go('#/shop/account');
    await owner.press('Turn off');
    await owner.fill('Password', 'not the password');
    await owner.press('Go on');
    await owner.sees('Password must be the present one.');
    await owner.fill('Password', PASSWORD);
    await owner.press('Go on');
    await owner.sees('Off. With it, a password that somebody learned does not let them in.');
  });
});

describe('a passkey', () => {
  let session: CDPSession;

  beforeAll(async () => {
    session = await owner.page.context().newCDPSession(owner.page);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  });

  it('is added in the account', async () => {
    await owner.go('#/shop/account');
    await owner.press('Add a passkey');
    await owner.fill('Name', 'This laptop', owner.sheet);
    await owner.press('Go on', owner.sheet);
    await owner.page.getByRole('list', { name: 'Passkeys' }).getByText('This laptop').waitFor();
  });

  it('lets one in without password and code', async () => {
    await signOut(owner);
    await owner.press('Use a passkey');
    await owner.page.locator('.shell').waitFor();
  });

  it('lets nobody in once it is removed', async () => {
    await owner.go('#/shop/account');
    const passkeys = owner.page.getByRole('list', { name: 'Passkeys' });
    await passkeys.getByRole('button', { name: 'Remove' }).click();
    await passkeys.getByRole('button', { name: 'Remove' }).click();
    await owner.sees('There is none yet.');
    await signOut(owner);
    await owner.press('Use a passkey');
    await owner.sees('Response must be of a passkey that is known, and of this attempt.');
    await signIn(owner, OWNER);
    await owner.page.locator('.shell').waitFor();
  });
});

describe('a session', () => {
  it('is ended from another browser, whose screen then asks to sign in again', async () => {
    const other = await somebody();
    await signIn(other, OWNER);
    await other.page.locator('.shell').waitFor();
    await owner.page.reload();
    const sessions = owner.page.getByRole('list', { name: 'Sessions' });
    await sessions.getByText('Another browser').first().waitFor();
    for (;;) {
      const left = await sessions.getByText('Another browser').count();
      if (left === 0) break;
      await sessions.getByRole('button', { name: 'Sign out' }).first().click();
      await expect.poll(() => sessions.getByText('Another browser').count()).toBe(left - 1);
    }
    await other.go('#/shop/people');
    await other.sees('Your session has ended.');
    await signIn(other, OWNER);
    await other.page.getByRole('heading', { name: 'People' }).waitFor();
  });

  it('ends everywhere else when the password is changed', async () => {
    await owner.page.reload();
    await owner.fill('Present password', PASSWORD);
    await owner.fill('New password', `${PASSWORD}, again`);
    await owner.press('Change the password');
    await owner.sees('Changed. You are signed out everywhere else.');
    await owner.page.reload();
    await owner.sees('This browser');
    expect(await owner.page.getByText('Another browser').count()).toBe(0);
  });
});

describe('a key', () => {
  const ask = async (key: string): Promise<number> => {
    const { status } = await fetch(`${dashboard.collector.url}/v1/sites`, {
      headers: { authorization: `Bearer ${key}` },
    });
    return status;
  };

  it('is shown once, works, and works no more once it is revoked', async () => {
    await owner.go('#/shop/keys');
    await owner.sees('There is no key yet');
    await owner.press('Make a key');
    await owner.fill('Name', 'Weekly report');
    await owner.press('Make the key');
    await owner.sees('Take it now: it cannot be shown again.');
    const key = await owner.shown();
    expect(await ask(key)).toBe(200);
    await owner.page.keyboard.press('Escape');
    await owner.page.locator('dialog').waitFor({ state: 'detached' });
    await owner.sees(/read: Shop/);
    expect(await owner.page.content()).not.toContain(key);
    await owner.press('Revoke');
    await owner.press('Revoke');
    await owner.sees('There is no key yet');
    expect(await ask(key)).toBe(401);
  });

  it('needs at least one permission, and says so', async () => {
    await owner.press('Make a key');
    await owner.fill('Name', 'Nothing');
    await owner.page.getByRole('checkbox', { name: /^read/ }).uncheck();
    await owner.press('Make the key');
    await owner.sees('Permissions must name read, import or metrics.');
    await owner.page.keyboard.press('Escape');
  });
});

describe('the log of access', () => {
  it('tells owners who did what, and of one person alone on request', async () => {
    await owner.go('#/shop/privacy');
    await owner.page.locator('tbody tr', { hasText: 'Made the key Weekly report' }).waitFor();
    await owner.page.getByRole('button', { name: 'mira@store.example' }).first().click();
    await owner.press('Show everybody');
    await owner.page.locator('tbody tr', { hasText: 'Invited audit@store.example auditor' }).waitFor();
  });

  it('says so where there is nothing of the days that were asked for', async () => {
    await owner.page.getByLabel('To').fill('2020-01-01');
    await owner.sees('Nothing was written down');
  });
});

it('breaks no policy, and fails nowhere without saying so', () => {
  expect(everybody.flatMap(({ complaints }) => complaints)).toEqual([]);
});
