/** Against a provider that is really asked, over HTTP. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BASE, type Browser, openTestAccess, PASSWORD } from '../../test/access.ts';
import { CLIENT, type Provider, startProvider } from '../../test/oidc-provider.ts';

const MIRA = { email: 'mira@shop.example', role: 'merchandiser', sites: ['kettles'] } as const;
const CLAIMS = { sub: 'mira at work', email: MIRA.email, email_verified: true, name: 'Mira' };

async function open() {
  const provider = await startProvider();
  provider.claims = CLAIMS;
  const singleSignOn = { ...CLIENT, issuer: provider.issuer, name: 'Example GmbH' };
  const opened = await openTestAccess({ singleSignOn });
  await opened.access.addUser({ email: 'owner@shop.example', password: PASSWORD, role: 'owner' });
  return { ...opened, provider };
}

/** Where the provider is asked. */
async function begin(browser: Browser): Promise<string> {
  const begun = await browser.post('/sign-in/social', { callbackURL: 'https://evil.example/' });
  return ((await begun.json()) as { url: string }).url;
}

const pathOf = (url: string): string => url.slice(`${BASE}/api/auth`.length);

async function signIn(browser: Browser, provider: Provider): Promise<string | null> {
  const response = await browser.get(pathOf(provider.visit(await begin(browser))));
  expect(response.status).toBe(302);
  return response.headers.get('location');
}

const LET_IN = '/';
const NOT_LET_IN = '/#/sign-in?refused';

describe('single sign-on', () => {
  it('asks the provider with state, nonce and proof of the code, and comes back to one address', async () => {
    const { browser, provider } = await open();
    const url = new URL(await begin(browser()));
    expect(url.origin + url.pathname).toBe(`${provider.issuer}/authorize`);
    const asked = Object.fromEntries(url.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      client_id: 'holloway',
      scope: 'openid email profile',
      redirect_uri: `${BASE}/api/auth/callback/oidc`,
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{32,}$/);
  });

  it('lets in whoever was invited, in the role of the invitation', async () => {
    const { access, browser, provider } = await open();
    await access.invite(MIRA);
    const mira = browser();
    expect(await signIn(mira, provider)).toBe(LET_IN);
    expect(await access.caller(mira.headers())).toMatchObject({
      name: MIRA.email,
      grant: { permissions: ['read'], sites: ['kettles'] },
    });
    expect((await access.people()).find(({ email }) => email === MIRA.email)?.status).toBe('active');
    expect(await signIn(browser(), provider)).toBe(LET_IN);
  });

  it('lets nobody in who was not, and makes no account', async () => {
    const { access, browser, provider } = await open();
    const stranger = browser();
    expect(await signIn(stranger, provider)).toBe(NOT_LET_IN);
    expect(await access.caller(stranger.headers())).toBeNull();
    expect(await access.listUsers()).toHaveLength(1);
  });

  it('lets nobody in any more who was removed', async () => {
    const { access, browser, provider } = await open();
    const { user } = await access.invite(MIRA);
    await signIn(browser(), provider);
    await access.removeUser(user.id);
    expect(await signIn(browser(), provider)).toBe(NOT_LET_IN);
  });

  it.each([
    ['an address that the provider has not verified', { email_verified: false }],
    ['an address of which the provider does not say so', { email_verified: undefined }],
    ['no address', { email: undefined }],
    ['a token for another program', { aud: 'another' }],
    ['a token of another provider', { iss: 'https://evil.example' }],
    ['a token of another attempt', { nonce: 'another' }],
  ])('lets nobody in with %s', async (_, claims) => {
    const { access, browser, provider } = await open();
    await access.invite(MIRA);
    provider.claims = { ...CLAIMS, ...claims };
    const mira = browser();
    expect(await signIn(mira, provider)).toBe(NOT_LET_IN);
    expect(await access.caller(mira.headers())).toBeNull();
  });

  it('lets nobody in with a token that the provider did not sign', async () => {
    const { access, browser, provider } = await open();
    await access.invite(MIRA);
    provider.forged = true;
    expect(await signIn(browser(), provider)).toBe(NOT_LET_IN);
  });

  it('goes on only in the browser in which it began, so that nobody is signed in as somebody else', async () => {
    const { access, browser, provider } = await open();
    await access.invite(MIRA);
    const back = pathOf(provider.visit(await begin(browser())));
    const lured = browser();
    const response = await lured.get(back);
    expect(response.headers.get('location')).toBe(NOT_LET_IN);
    expect(await access.caller(lured.headers())).toBeNull();
  });

  it('repeats nothing of what the address says that one comes back to', async () => {
    const { browser } = await open();
    const response = await browser().get('/callback/oidc?error=canary&error_description=canary&state=canary');
    expect(response.headers.get('location')).toBe(NOT_LET_IN);
    expect(JSON.stringify([...response.headers])).not.toContain('canary');
  });

  it('sets a cookie for the way there that links may bring back, and the session’s that they may not', async () => {
    const { access, browser, provider } = await open();
    await access.invite(MIRA);
    const mira = browser();
    const begun = await mira.post('/sign-in/social');
    expect(begun.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Secure-holloway\.oauth_state=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    const { url } = (await begun.json()) as { url: string };
    const done = await mira.get(pathOf(provider.visit(url)));
    expect(done.headers.getSetCookie()).toContainEqual(
      expect.stringMatching(/^__Secure-holloway\.session_token=.+; HttpOnly; Secure; SameSite=Strict$/),
    );
  });

  it('keeps nothing that the provider gave but who it was', async () => {
    const { access, browser, folder, provider } = await open();
    await access.invite(MIRA);
    await signIn(browser(), provider);
    const files = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(files).toContain('mira at work');
    expect(files).not.toContain('canary of access');
    expect(files).not.toContain('eyJ');
  });

  it('is written down, also where nobody was let in', async () => {
    const { access, browser, provider } = await open();
    await signIn(browser(), provider);
    const { user } = await access.invite(MIRA);
    await signIn(browser(), provider);
    const entries = access.readLog({ limit: 10, offset: 0 });
    const what = 'GET /api/auth/callback/oidc';
    expect(entries.map(({ actor, result, what: done }) => [done, actor.id, result])).toEqual([
      [what, '', 'refused'],
      [what, user.id, 'granted'],
    ]);
  });

  it('is not there where none is set up, and says so', async () => {
    const { access, browser } = await openTestAccess();
    expect(access.singleSignOn).toBeNull();
    const refused = await browser().post('/sign-in/social');
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({ rule: 'there is no single sign-on here' });
  });

  it('of a provider that does not answer leaves passwords working', async () => {
    const singleSignOn = { ...CLIENT, issuer: 'http://127.0.0.1:9', name: 'Example GmbH' };
    const { access, browser } = await openTestAccess({ singleSignOn });
    await access.addUser({ ...MIRA, password: PASSWORD });
    expect((await browser().post('/sign-in/social')).status).toBe(404);
    expect((await browser().signIn(MIRA.email)).status).toBe(200);
  });
});
