/** Authenticator apps and their backup codes, passkeys. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { BASE, type Browser, openTestAccess, PASSWORD } from '../../test/access.ts';
import { createAuthenticator, totp } from '../../test/authenticator.ts';

const MIRA = 'mira@shop.example';

async function open(baseUrl?: string) {
  const opened = await openTestAccess(baseUrl === undefined ? {} : { baseUrl });
  await opened.access.addUser({ email: MIRA, password: PASSWORD, role: 'owner' });
  const mira = opened.browser();
  await mira.signIn(MIRA);
  return { ...opened, mira };
}

interface SetUp {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

async function withApp() {
  const opened = await open();
  const { mira } = opened;
  const begun = (await (await mira.post('/two-factor/enable', { password: PASSWORD })).json()) as SetUp;
  await mira.post('/two-factor/verify-totp', { code: totp(begun.totpURI) });
  return { ...opened, ...begun };
}

const json = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;

describe('an authenticator app', () => {
  it('is set up with the password, an address for the app, and a first code', async () => {
    const { access, mira } = await open();
    const begun = await json<SetUp>(mira.post('/two-factor/enable', { password: PASSWORD }));
    expect(begun.totpURI).toMatch(/^otpauth:\/\/totp\/Holloway:mira%40shop\.example\?/);
    expect(begun.backupCodes).toHaveLength(10);
    const secondFactor = async () => (await access.userNamed(MIRA)).secondFactor;
    expect(await secondFactor()).toBe(false);
    expect((await mira.post('/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect(await secondFactor()).toBe(false);
    expect((await mira.post('/two-factor/verify-totp', { code: totp(begun.totpURI) })).status).toBe(200);
    expect(await secondFactor()).toBe(true);
    expect(await access.caller(mira.headers())).not.toBeNull();
  });

  it('is not set up without the password', async () => {
    const { mira } = await open();
    const refused = await mira.post('/two-factor/enable', { password: 'canary' });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ field: 'password', rule: 'must be the present one' });
  });

  it('is asked for after the password, which alone signs nobody in', async () => {
    const { access, browser, totpURI } = await withApp();
    const other = browser();
    expect(await json(other.signIn(MIRA))).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
    expect(await access.caller(other.headers())).toBeNull();
    expect((await other.post('/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect(await access.caller(other.headers())).toBeNull();
    expect((await other.post('/two-factor/verify-totp', { code: totp(totpURI) })).status).toBe(200);
    expect(await access.caller(other.headers())).not.toBeNull();
  });

  it('is asked for each time: no browser is trusted in advance', async () => {
    const { browser, totpURI } = await withApp();
    const other = browser();
    await other.signIn(MIRA);
    await other.post('/two-factor/verify-totp', { code: totp(totpURI), trustDevice: true });
    await other.post('/sign-out');
    expect(await json(other.signIn(MIRA))).toMatchObject({ twoFactorRedirect: true });
  });

  it('gives no way in to who has a code and no password', async () => {
    const { browser, totpURI } = await withApp();
    const response = await browser().post('/two-factor/verify-totp', { code: totp(totpURI) });
    expect(response.status).toBe(401);
  });

  it('is guessed at five times, and then the password is asked for again', async () => {
    const { browser, totpURI } = await withApp();
    const guesser = browser();
    await guesser.signIn(MIRA);
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess++)
      statuses.push((await guesser.post('/two-factor/verify-totp', { code: '000000' })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 400]);
    expect((await guesser.post('/two-factor/verify-totp', { code: totp(totpURI) })).status).toBe(401);
  });

  it('whose code is wrong is written down of whose sign-in it is, where a password was right before', async () => {
    const { access, browser, mira } = await withApp();
    const { id } = await access.userNamed(MIRA);
    const refusals = () =>
      access
        .readLog({ limit: 10, offset: 0 })
        .filter(({ result }) => result === 'refused')
        .map(({ actor, what, times }) => [actor, what.split('/').at(-1), times]);
    const known = { kind: 'person', id, name: MIRA };
    const guesser = browser();
    await guesser.signIn(MIRA);
    await guesser.post('/two-factor/verify-totp', { code: '000000' });
    await guesser.post('/two-factor/verify-backup-code', { code: 'canary' });
    expect(refusals()).toEqual([
      [known, 'verify-backup-code', 1],
      [known, 'verify-totp', 1],
    ]);
    await mira.post('/two-factor/verify-totp', { code: '000000' });
    await browser().post('/two-factor/verify-totp', { code: '000000' });
    expect(refusals()).toEqual([
      [{ kind: 'nobody', id: '', name: '' }, 'verify-totp', 1],
      [known, 'verify-backup-code', 1],
      [known, 'verify-totp', 2],
    ]);
  });

  it('may be replaced by a backup code, each once', async () => {
    const { access, browser, backupCodes } = await withApp();
    const [code] = backupCodes;
    const use = async (other: Browser) => {
      await other.signIn(MIRA);
      return (await other.post('/two-factor/verify-backup-code', { code })).status;
    };
    const other = browser();
    expect(await use(other)).toBe(200);
    expect(await access.caller(other.headers())).not.toBeNull();
    expect(await use(browser())).toBe(401);
  });

  it('has other backup codes when they are asked for, and those before no longer work', async () => {
    const { browser, mira, backupCodes } = await withApp();
    const fresh = await json<SetUp>(mira.post('/two-factor/generate-backup-codes', { password: PASSWORD }));
    expect(fresh.backupCodes).toHaveLength(10);
    const other = browser();
    await other.signIn(MIRA);
    const use = async (code = '') => (await other.post('/two-factor/verify-backup-code', { code })).status;
    expect(await use(backupCodes[0])).toBe(401);
    expect(await use(fresh.backupCodes[0])).toBe(200);
  });

  it('is done without again by whoever knows the password', async () => {
    const { access, browser, mira } = await withApp();
    expect((await mira.post('/two-factor/disable', { password: 'wrong' })).status).toBe(400);
    expect((await mira.post('/two-factor/disable', { password: PASSWORD })).status).toBe(200);
    const other = browser();
    await other.signIn(MIRA);
    expect(await access.caller(other.headers())).not.toBeNull();
  });

  it('that is lost is forgotten by an owner', async () => {
    const { access, browser } = await withApp();
    const { id } = await access.userNamed(MIRA);
    await access.dropSecondFactor(id);
    expect((await access.userNamed(MIRA)).secondFactor).toBe(false);
    const other = browser();
    await other.signIn(MIRA);
    expect(await access.caller(other.headers())).not.toBeNull();
  });

  it('is not in the files, nor are its backup codes', async () => {
    const { folder, totpURI, backupCodes } = await withApp();
    const files = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(files).not.toContain(new URL(totpURI).searchParams.get('secret'));
    for (const code of backupCodes) expect(files).not.toContain(code);
  });
});

interface Options {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly rpId: string;
}

async function withPasskey(asksWho = true) {
  const opened = await open();
  const device = createAuthenticator(BASE, asksWho);
  const options = await json<Options>(opened.mira.get('/passkey/generate-register-options'));
  const kept = await opened.mira.post('/passkey/verify-registration', {
    response: device.create(options),
    name: 'Mira’s phone',
  });
  return { ...opened, device, kept };
}

const optionsFor = (other: Browser) => json<Options>(other.get('/passkey/generate-authenticate-options'));

describe('a passkey', () => {
  it('is kept for whoever is signed in, and listed without its key', async () => {
    const { access, kept, mira } = await withPasskey();
    expect(kept.status).toBe(200);
    const list = await json<readonly object[]>(mira.get('/passkey/list-user-passkeys'));
    expect(list).toEqual([expect.objectContaining({ id: expect.any(String), name: 'Mira’s phone' })]);
    expect(list[0]).not.toHaveProperty('publicKey');
    expect((await access.people())[0]?.passkeys).toBe(1);
  });

  it('signs in without a password', async () => {
    const { access, browser, device } = await withPasskey();
    const other = browser();
    const response = device.get(await optionsFor(other));
    expect((await other.post('/passkey/verify-authentication', { response })).status).toBe(200);
    expect((await access.caller(other.headers()))?.name).toBe(MIRA);
  });

  it('signs in for one attempt: what was sent before does not work again', async () => {
    const { access, browser, device } = await withPasskey();
    const other = browser();
    const response = device.get(await optionsFor(other));
    await other.post('/passkey/verify-authentication', { response });
    const thief = browser();
    await optionsFor(thief);
    expect((await thief.post('/passkey/verify-authentication', { response })).status).toBe(400);
    expect(await access.caller(thief.headers())).toBeNull();
  });

  it('of another device signs nobody in', async () => {
    const { access, browser } = await withPasskey();
    const thief = browser();
    const response = createAuthenticator(BASE).get(await optionsFor(thief));
    expect((await thief.post('/passkey/verify-authentication', { response })).status).toBe(401);
    expect(await access.caller(thief.headers())).toBeNull();
  });

  it('that was signed for another page signs nobody in', async () => {
    const { mira } = await open();
    const lured = createAuthenticator('https://evil.example');
    const options = await json<Options>(mira.get('/passkey/generate-register-options'));
    const refused = await mira.post('/passkey/verify-registration', {
      response: lured.create(options),
      name: 'Lured',
    });
    expect(refused.status).toBe(400);
    expect(await json(mira.get('/passkey/list-user-passkeys'))).toEqual([]);
  });

  it('signs nobody in where the device did not ask who holds it', async () => {
    const { access, browser, device } = await withPasskey(false);
    const other = browser();
    const response = device.get(await optionsFor(other));
    const refused = await other.post('/passkey/verify-authentication', { response });
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ rule: 'must be of a device that asked who holds it' });
    expect(await access.caller(other.headers())).toBeNull();
  });

  it('is forgotten by whom it is of, and by nobody else', async () => {
    const { access, browser, mira } = await withPasskey();
    const [{ id } = { id: '' }] = await json<readonly { id: string }[]>(
      mira.get('/passkey/list-user-passkeys'),
    );
    await access.addUser({ email: 'noor@shop.example', password: PASSWORD, role: 'owner' });
    const noor = browser();
    await noor.signIn('noor@shop.example');
    expect((await noor.post('/passkey/delete-passkey', { id })).status).toBe(401);
    expect(await json<readonly object[]>(mira.get('/passkey/list-user-passkeys'))).toHaveLength(1);
    expect((await mira.post('/passkey/delete-passkey', { id })).status).toBe(200);
    expect(await json(mira.get('/passkey/list-user-passkeys'))).toEqual([]);
  });

  it('is for the name localhost where the collector is reached by an address of this machine', async () => {
    const { mira } = await open('http://127.0.0.1:8787');
    const options = await json<Options>(mira.get('/passkey/generate-register-options'));
    expect(options.rp.id).toBe('localhost');
  });

  it('is refused in words of ours where it is no passkey at all', async () => {
    const { browser } = await open();
    const refused = await browser().post('/passkey/verify-authentication', { response: { id: 'canary' } });
    expect(refused.status).toBe(400);
    const text = await refused.text();
    expect(text).toContain('must be a public key credential as JSON');
    expect(text).not.toContain('canary');
  });
});

describe('the cookies on the way', () => {
  it('are for no script, no plain connection and no other site', async () => {
    const { browser, totpURI } = await withApp();
    const other = browser();
    const answers = [
      await other.signIn(MIRA),
      await other.post('/two-factor/verify-totp', { code: totp(totpURI) }),
      await other.get('/passkey/generate-authenticate-options'),
      await other.post('/two-factor/disable', { password: PASSWORD }),
      await other.post('/sign-out'),
    ];
    const cookies = answers
      .flatMap(({ headers }) => headers.getSetCookie())
      .filter((cookie) => !cookie.includes('=; Max-Age=0'));
    expect(cookies.length).toBeGreaterThan(3);
    for (const cookie of cookies)
      expect(cookie).toMatch(/^__Secure-holloway\.[\w-]+=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });
});

describe('somebody who is removed', () => {
  it('leaves neither passkey nor app behind', async () => {
    const { access, file, mira } = await withPasskey();
    await mira.post('/two-factor/enable', { password: PASSWORD });
    await access.addUser({ email: 'owner@shop.example', password: PASSWORD, role: 'owner' });
    await access.removeUser((await access.userNamed(MIRA)).id);
    const database = new Database(file, { readonly: true });
    const left = ['passkey', 'twoFactor', 'session', 'verification'].map((table) =>
      database.prepare(`select count(*) from ${table}`).pluck().get(),
    );
    database.close();
    expect(left).toEqual([0, 0, 0, 0]);
  });
});
