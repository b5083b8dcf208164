/** Inviting people, changing what they may do, letting them in again. Signing in itself: access.test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BASE, NEW_PASSWORD, openTestAccess, PASSWORD } from '../../test/access.ts';

const MIRA = { email: 'Mira@Shop.example', role: 'merchandiser', sites: ['kettles'] } as const;

async function open() {
  const opened = await openTestAccess();
  await opened.access.addUser({ email: 'owner@shop.example', password: PASSWORD, role: 'owner' });
  return opened;
}

/** What the link has behind its last slash. */
const tokenOf = ({ url }: { readonly url: string }): string => url.split('/').at(-1) ?? '';

afterEach(() => vi.useRealTimers());

describe('an invitation', () => {
  it('is an account without a password, and a link for three days', async () => {
    const { access } = await open();
    const { user, link } = await access.invite(MIRA);
    expect(user).toEqual({
      id: expect.any(String),
      email: 'mira@shop.example',
      name: 'mira@shop.example',
      role: 'merchandiser',
      sites: ['kettles'],
      secondFactor: false,
    });
    expect(link).toEqual({
      url: expect.stringMatching(/^https:\/\/analytics\.shop\.example\/#\/set-password\/[A-Za-z0-9]{24}$/),
      hours: 72,
    });
    const status = async () => (await access.people()).find(({ id }) => id === user.id)?.status;
    expect(await status()).toBe('invited');
  });

  it('lets nobody in before the password is set, and the invited one afterwards', async () => {
    const { access, browser } = await open();
    const { link, user } = await access.invite(MIRA);
    const mira = browser();
    expect((await mira.signIn('mira@shop.example')).status).toBe(401);
    const set = await mira.post('/reset-password', { token: tokenOf(link), newPassword: NEW_PASSWORD });
    expect(set.status).toBe(200);
    expect(mira.cookie()).toBe('');
    expect((await mira.signIn('mira@shop.example', NEW_PASSWORD)).status).toBe(200);
    expect((await access.caller(mira.headers()))?.grant).toEqual({
      permissions: ['read'],
      sites: ['kettles'],
    });
    expect((await access.people()).find(({ id }) => id === user.id)).toMatchObject({
      status: 'active',
      sessions: 1,
    });
  });

  it('works once', async () => {
    const { access, browser } = await open();
    const token = tokenOf((await access.invite(MIRA)).link);
    const set = (newPassword: string) => browser().post('/reset-password', { token, newPassword });
    expect((await set(NEW_PASSWORD)).status).toBe(200);
    const again = await set(PASSWORD);
    expect(again.status).toBe(400);
    expect(await again.json()).toMatchObject({
      field: 'token',
      rule: 'must be of a link that is neither used nor past its time',
    });
    expect((await browser().signIn('mira@shop.example', NEW_PASSWORD)).status).toBe(200);
  });

  it.each([
    [-1, 200],
    [1, 400],
  ])('used %i minutes after three days is answered %i', async (minutes, status) => {
    const { access, browser } = await open();
    const token = tokenOf((await access.invite(MIRA)).link);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + (72 * 60 + minutes) * 60_000);
    const used = await browser().post('/reset-password', { token, newPassword: NEW_PASSWORD });
    expect(used.status).toBe(status);
  });

  it('is answered alike whether the link is made up, or of somebody who is gone', async () => {
    const { access, browser } = await open();
    const { user, link } = await access.invite(MIRA);
    await access.removeUser(user.id);
    const answer = async (token: string) => {
      const response = await browser().post('/reset-password', { token, newPassword: NEW_PASSWORD });
      return [response.status, await response.text()];
    };
    expect(await answer(tokenOf(link))).toEqual(await answer('a'.repeat(24)));
  });

  it('is taken back by the next, and its link is not in the files', async () => {
    const { access, browser, folder } = await open();
    const { user, link } = await access.invite(MIRA);
    const next = await access.makeLink(user.id);
    const set = (token: string) => browser().post('/reset-password', { token, newPassword: NEW_PASSWORD });
    expect((await set(tokenOf(link))).status).toBe(400);
    const files = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(files).toContain('mira@shop.example');
    expect(files).not.toContain(tokenOf(next));
    expect((await set(tokenOf(next))).status).toBe(200);
  });

  it('made for two at once is a link for each', async () => {
    const { access, browser } = await open();
    const [one, other] = await Promise.all([
      access.invite(MIRA),
      access.invite({ email: 'noor@shop.example', role: 'auditor' }),
    ]);
    const token = tokenOf(other.link);
    expect(token).not.toBe(tokenOf(one.link));
    await browser().post('/reset-password', { token, newPassword: NEW_PASSWORD });
    expect((await browser().signIn('noor@shop.example', NEW_PASSWORD)).status).toBe(200);
  });

  it('made twice at once is one account', async () => {
    const { access } = await open();
    const outcomes = await Promise.allSettled([access.invite(MIRA), access.invite(MIRA)]);
    expect(outcomes).toEqual([
      expect.objectContaining({ status: 'fulfilled' }),
      { status: 'rejected', reason: expect.objectContaining({ code: 'email_taken' }) },
    ]);
  });

  it.each([
    [{ ...MIRA, email: 'canary' }, 'email_invalid'],
    [{ ...MIRA, email: `${'canary'.repeat(50)}@shop.example` }, 'email_invalid'],
    [{ ...MIRA, email: 'OWNER@shop.example' }, 'email_taken'],
    [{ ...MIRA, name: '' }, 'name_length'],
    [{ ...MIRA, name: 'n'.repeat(65) }, 'name_length'],
  ] as const)('is refused for %j', async (person, code) => {
    const { access } = await open();
    await expect(access.invite(person)).rejects.toMatchObject({ code });
    expect(await access.people()).toHaveLength(1);
  });
});

describe('a link for somebody who forgot the password', () => {
  it('signs them out everywhere once it is used', async () => {
    const { access, browser } = await open();
    const owner = browser();
    await owner.signIn('owner@shop.example');
    const { id } = await access.userNamed('owner@shop.example');
    const token = tokenOf(await access.makeLink(id));
    expect(await access.caller(owner.headers())).not.toBeNull();
    await browser().post('/reset-password', { token, newPassword: NEW_PASSWORD });
    expect(await access.caller(owner.headers())).toBeNull();
  });

  it('is taken back by a password that was set in another way', async () => {
    const { access, browser } = await open();
    const { id, email } = await access.userNamed('owner@shop.example');
    const token = tokenOf(await access.makeLink(id));
    await access.setPassword(email, NEW_PASSWORD);
    const late = await browser().post('/reset-password', { token, newPassword: PASSWORD });
    expect(late.status).toBe(400);
  });
});

describe('a change of role or sites', () => {
  it('holds from the next request on, without signing in again', async () => {
    const { access, browser } = await open();
    await access.addUser({ ...MIRA, password: PASSWORD });
    const mira = browser();
    await mira.signIn('mira@shop.example');
    const { id } = await access.userNamed('mira@shop.example');
    await access.changeUser(id, { role: 'auditor', sites: 'all' });
    expect((await access.caller(mira.headers()))?.grant).toEqual({ permissions: ['privacy'], sites: 'all' });
    await access.changeUser(id, { role: 'analyst', sites: [] });
    expect((await access.caller(mira.headers()))?.grant).toEqual({
      permissions: ['read', 'privacy'],
      sites: [],
    });
  });

  it('leaves what is not named as it was', async () => {
    const { access } = await open();
    const { user } = await access.invite({ ...MIRA, name: 'Mira' });
    expect(await access.changeUser(user.id, { name: 'Mira N.' })).toMatchObject({
      name: 'Mira N.',
      role: 'merchandiser',
      sites: ['kettles'],
    });
  });

  it('never takes the last owner away, be it by two at once', async () => {
    const { access } = await open();
    const { id } = await access.userNamed('owner@shop.example');
    const last = { code: 'last_owner' };
    await expect(access.changeUser(id, { role: 'analyst' })).rejects.toMatchObject(last);
    await expect(access.removeUser(id)).rejects.toMatchObject(last);
    const { user: second } = await access.invite({ email: 'second@shop.example', role: 'owner' });
    const outcomes = await Promise.allSettled([
      access.changeUser(id, { role: 'analyst' }),
      access.removeUser(second.id),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});

describe('signing out of a browser', () => {
  it('ends one’s own session by its id, and nobody else’s', async () => {
    const { access, browser } = await open();
    await access.addUser({ ...MIRA, password: PASSWORD });
    const [owner, elsewhere, mira] = [browser(), browser(), browser()];
    await owner.signIn('owner@shop.example');
    await elsewhere.signIn('owner@shop.example');
    await mira.signIn('mira@shop.example');
    const { id } = await access.userNamed('owner@shop.example');
    const other = await access.caller(mira.headers());
    await expect(access.endSession(id, other?.session ?? '')).rejects.toMatchObject({
      code: 'unknown_session',
    });
    const there = await access.caller(elsewhere.headers());
    await access.endSession(id, there?.session ?? '');
    expect(await access.caller(elsewhere.headers())).toBeNull();
    expect(await access.caller(owner.headers())).not.toBeNull();
    expect(await access.sessions(id)).toEqual([
      {
        id: (await access.caller(owner.headers()))?.session,
        began: expect.stringMatching(/Z$/),
        ends: expect.stringMatching(/Z$/),
      },
    ]);
  });

  it('everywhere else leaves this one', async () => {
    const { access, browser } = await open();
    const [here, there] = [browser(), browser()];
    await here.signIn('owner@shop.example');
    await there.signIn('owner@shop.example');
    const caller = await access.caller(here.headers());
    await access.endSessions(caller?.id ?? '', caller?.session);
    expect(await access.caller(there.headers())).toBeNull();
    expect(await access.caller(here.headers())).toEqual(caller);
  });

  it('comes with a new password of one’s own, everywhere else', async () => {
    const { access, browser } = await open();
    const [here, there] = [browser(), browser()];
    await here.signIn('owner@shop.example');
    await there.signIn('owner@shop.example');
    const changed = await here.post('/change-password', {
      currentPassword: PASSWORD,
      newPassword: NEW_PASSWORD,
      revokeOtherSessions: false,
    });
    expect(changed.status).toBe(200);
    expect(await access.caller(there.headers())).toBeNull();
    expect(await access.caller(here.headers())).not.toBeNull();
  });
});

describe('guessing a password', () => {
  it('has to wait after five failures, also for an address that is not there', async () => {
    const { browser } = await open();
    const guesses = async (email: string) => {
      const guesser = browser();
      const statuses: number[] = [];
      for (let guess = 0; guess < 6; guess++) statuses.push((await guesser.signIn(email, 'wrong')).status);
      const right = await guesser.signIn(email);
      return { statuses, right: [right.status, right.headers.get('retry-after'), await right.json()] };
    };
    const known = await guesses('owner@shop.example');
    expect(known).toEqual({
      statuses: [401, 401, 401, 401, 401, 429],
      right: [429, '15', { type: 'urn:holloway:rate-limited', title: 'Too many requests', status: 429 }],
    });
    expect(await guesses('canary@shop.example')).toEqual(known);
  });

  it('does not keep the owner of the account out', async () => {
    const { access, browser } = await open();
    const guesser = browser();
    for (let guess = 0; guess < 8; guess++) await guesser.signIn('owner@shop.example', 'wrong');
    const owner = browser();
    expect((await owner.signIn('owner@shop.example')).status).toBe(200);
    expect(await access.caller(owner.headers())).not.toBeNull();
  });

  it('keeps nobody out where networks are not known and all would be one', async () => {
    const { browser } = await open();
    for (let guess = 0; guess < 8; guess++) await browser('').signIn('owner@shop.example', 'wrong');
    expect((await browser('').signIn('owner@shop.example')).status).toBe(200);
  });

  it('goes on after the wait', async () => {
    const { browser, clock } = await open();
    const forgetful = browser();
    for (let guess = 0; guess < 5; guess++) await forgetful.signIn('owner@shop.example', 'wrong');
    clock.ms += 15_000;
    expect((await forgetful.signIn('owner@shop.example')).status).toBe(200);
  });

  it('is not counted for a page elsewhere that makes the browser try', async () => {
    const { access, browser } = await open();
    const request = () =>
      new Request(`${BASE}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { origin: 'https://evil.example' },
        body: JSON.stringify({ email: 'owner@shop.example', password: 'wrong' }),
      });
    for (let guess = 0; guess < 8; guess++)
      expect((await access.handler(request(), 'at home')).status).toBe(403);
    expect((await browser('at home').signIn('owner@shop.example')).status).toBe(200);
  });
});

describe('what is over', () => {
  it('is taken away: sessions and links, and none that still hold', async () => {
    const { access, browser, clock, file } = await open();
    const owner = browser();
    await owner.signIn('owner@shop.example');
    await access.invite(MIRA);
    const left = (): unknown[] => {
      const database = new Database(file, { readonly: true });
      const counts = ['session', 'verification'].map((table) =>
        database.prepare(`select count(*) from ${table}`).pluck().get(),
      );
      database.close();
      return counts;
    };
    clock.ms = Date.now() + 71 * 3_600_000;
    await access.tidy();
    expect(left()).toEqual([1, 1]);
    clock.ms = Date.now() + 73 * 3_600_000;
    await access.tidy();
    expect(left()).toEqual([1, 0]);
    clock.ms = Date.now() + 8 * 24 * 3_600_000;
    await access.tidy();
    expect(left()).toEqual([0, 0]);
  });
});
