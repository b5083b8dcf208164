/**
 * Who may ask what: every role and every kind of key against every route that the description for machines has. A new
 * route fails here until its row says who may ask it.
 */
import { KEY_PERMISSIONS, ROLES } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { BASE, type Browser, openTestAccess, PASSWORD } from '../../test/access.ts';
import { createTestApp } from '../../test/app.ts';
import { assemble } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';

/** Nobody, the roles, the keys, a link; all have the site `shop` alone, but owners, who have every site. */
const LINK = 'a link to a view';
const WHO = ['nobody', ...ROLES, ...KEY_PERMISSIONS.map((permission) => `key to ${permission}`), LINK];

/** `+` let on, `x` forbidden, `-` asked who it is. */
const EXPECTED: { readonly [route: string]: string } = {
  // nobody | owner analyst merchandiser auditor | read import metrics | a link to a view
  'GET /healthz': '+ ++++ +++ +',
  'GET /readyz': '+ ++++ +++ +',
  'GET /metrics': '- +xxx xx+ x',
  'GET /openapi.json': '+ ++++ +++ +',
  'GET /docs': '+ ++++ +++ +',
  // What pages and visitors ask for.
  'POST /v1/collect': '+ ++++ +++ +',
  'POST /v1/overlay': '+ ++++ +++ +',
  'GET /v1/sites/{site}/config.json': '+ ++++ +++ +',
  'GET /v1/sites/{site}/statements': '+ ++++ +++ +',
  'GET /v1/sites/{site}/statements/{id}': '+ ++++ +++ +',
  'GET /v1/sites/{site}/statements/{id}/{language}': '+ ++++ +++ +',
  'GET /v1/sites/{site}/consent.json': '+ ++++ +++ +',
  'GET /v1/keys.json': '+ ++++ +++ +',
  'GET /.well-known/gpc.json': '+ ++++ +++ +',
  'GET /holloway.js': '+ ++++ +++ +',
  'GET /holloway/{file}': '+ ++++ +++ +',
  'GET /{file}': '+ ++++ +++ +',
  // Signing in and out.
  'POST /api/auth/sign-in/email': '+ ++++ +++ +',
  'POST /api/auth/two-factor/verify-totp': '+ ++++ +++ +',
  'POST /api/auth/two-factor/verify-backup-code': '+ ++++ +++ +',
  'GET /api/auth/passkey/generate-authenticate-options': '+ ++++ +++ +',
  'POST /api/auth/passkey/verify-authentication': '+ ++++ +++ +',
  'POST /api/auth/sign-in/social': '+ ++++ +++ +',
  'GET /api/auth/callback/oidc': '+ ++++ +++ +',
  'POST /api/auth/reset-password': '+ ++++ +++ +',
  'GET /api/auth/get-session': '+ ++++ +++ +',
  'POST /api/auth/sign-out': '+ ++++ +++ +',
  'GET /v1/sign-in': '+ ++++ +++ +',
  'POST /v1/setup': '+ ++++ +++ +',
  // One's own account.
  'POST /api/auth/change-password': '- ++++ xxx x',
  'POST /api/auth/two-factor/enable': '- ++++ xxx x',
  'POST /api/auth/two-factor/disable': '- ++++ xxx x',
  'POST /api/auth/two-factor/generate-backup-codes': '- ++++ xxx x',
  'GET /api/auth/passkey/generate-register-options': '- ++++ xxx x',
  'POST /api/auth/passkey/verify-registration': '- ++++ xxx x',
  'GET /api/auth/passkey/list-user-passkeys': '- ++++ xxx x',
  'POST /api/auth/passkey/delete-passkey': '- ++++ xxx x',
  'GET /v1/account': '- ++++ xxx x',
  'PATCH /v1/account': '- ++++ xxx x',
  'GET /v1/account/sessions': '- ++++ xxx x',
  'DELETE /v1/account/sessions': '- ++++ xxx x',
  'DELETE /v1/account/sessions/{session}': '- ++++ xxx x',
  'GET /v1/account/log': '- ++++ xxx x',
  // People, keys, and who asked for what.
  'GET /v1/people': '- +xxx xxx x',
  'POST /v1/people': '- +xxx xxx x',
  'PATCH /v1/people/{person}': '- +xxx xxx x',
  'DELETE /v1/people/{person}': '- +xxx xxx x',
  'POST /v1/people/{person}/link': '- +xxx xxx x',
  'DELETE /v1/people/{person}/sessions': '- +xxx xxx x',
  'DELETE /v1/people/{person}/second-factor': '- +xxx xxx x',
  'GET /v1/keys': '- +xxx xxx x',
  'POST /v1/keys': '- +xxx xxx x',
  'DELETE /v1/keys/{key}': '- +xxx xxx x',
  'GET /v1/access-log': '- ++x+ xxx x',
  // Sites. No session imports, so that no other page can make a browser do it.
  'GET /v1/sites': '- ++++ +++ x',
  'POST /v1/sites': '- +xxx xxx x',
  'GET /v1/sites/{site}/settings': '- ++x+ xxx x',
  'PATCH /v1/sites/{site}/settings': '- +xxx xxx x',
  'GET /v1/sites/{site}/digest': '- +xxx xxx x',
  'PUT /v1/sites/{site}/digest': '- +xxx xxx x',
  'POST /v1/sites/{site}/digest/test': '- +xxx xxx x',
  'GET /v1/sites/{site}/catalogue': '- ++x+ xxx x',
  'PATCH /v1/sites/{site}/catalogue': '- +xxx xxx x',
  'POST /v1/sites/{site}/catalogue/reading': '- +xxx xxx x',
  'GET /v1/sites/{site}/catalogue/reading': '- +xxx xxx x',
  'POST /v1/sites/{site}/catalogue/reading/take': '- +xxx xxx x',
  'DELETE /v1/sites/{site}/catalogue/reading': '- +xxx xxx x',
  'GET /v1/sites/{site}/preview': '- ++x+ xxx x',
  'GET /v1/sites/{site}/slices': '- +++x +xx x',
  'GET /v1/sites/{site}/reports/consent': '- ++++ +xx +',
  'GET /v1/sites/{site}/reports/{report}': '- +++x +xx +',
  'GET /v1/sites/{site}/advice': '- +++x +xx +',
  'GET /v1/sites/{site}/overlay': '- +++x xxx x',
  'POST /v1/sites/{site}/overlay': '- +++x xxx x',
  'GET /v1/sites/{site}/record': '- ++x+ xxx x',
  'GET /v1/sites/{site}/audit': '- ++x+ xxx x',
  'GET /v1/sites/{site}/transparency': '+ ++++ +++ +',
  'GET /v1/sites/{site}/export': '- +xxx xxx x',
  'DELETE /v1/sites/{site}': '- +xxx xxx x',
  'POST /v1/sites/{site}/import': '- xxxx x+x x',
  // What people keep beside the numbers: no key writes any of it, and a link shows its own view alone.
  'GET /v1/sites/{site}/views': '- +++x +xx x',
  'POST /v1/sites/{site}/views': '- +++x xxx x',
  'PATCH /v1/sites/{site}/views/{view}': '- +++x xxx x',
  'DELETE /v1/sites/{site}/views/{view}': '- +++x xxx x',
  'GET /v1/sites/{site}/annotations': '- +++x +xx x',
  'POST /v1/sites/{site}/annotations': '- +++x xxx x',
  'PATCH /v1/sites/{site}/annotations/{annotation}': '- +++x xxx x',
  'DELETE /v1/sites/{site}/annotations/{annotation}': '- +++x xxx x',
  'GET /v1/sites/{site}/actions': '- +++x +xx x',
  'PUT /v1/sites/{site}/actions/{action}': '- +++x xxx x',
  'GET /v1/sites/{site}/shares': '- ++++ xxx x',
  'POST /v1/sites/{site}/shares': '- +++x xxx x',
  'DELETE /v1/sites/{site}/shares/{share}': '- +++x xxx x',
  'GET /v1/shared': '- xxxx xxx +',
};

interface Asking {
  readonly cookie?: string;
  readonly authorization?: string;
  readonly origin?: string;
}

async function open() {
  const { access, browser } = await openTestAccess();
  const core = await assemble(memoryStore());
  await core.addSite({ slug: 'shop' });
  await core.addSite({ slug: 'teapots' });
  const { app, reported } = createTestApp(core, undefined, undefined, access);

  const people = new Map<string, Browser>();
  for (const role of ROLES) {
    await access.addUser({ email: `${role}@shop.example`, password: PASSWORD, role, sites: ['shop'] });
    people.set(role, browser());
  }
  const keys = new Map<string, string>();
  for (const permission of KEY_PERMISSIONS) {
    const key = await access.addKey({ name: permission, permissions: [permission], sites: ['shop'] });
    keys.set(`key to ${permission}`, key);
  }
  // Made by an owner, who may do everything.
  const { token } = await access.addShare({
    name: 'link',
    site: 'shop',
    author: (await access.userNamed('owner@shop.example')).id,
    view: { name: 'All', address: '#/shop/overview' },
    days: null,
    expiresIn: 1,
  });
  keys.set(LINK, token);

  /** As somebody would show who they are; whoever was signed out signs in again. */
  async function credentialsOf(who: string): Promise<Asking> {
    const key = keys.get(who);
    if (key !== undefined) return { authorization: `Bearer ${key}` };
    const person = people.get(who);
    if (person === undefined) return {};
    if ((await access.caller(person.headers())) === null) await person.signIn(`${who}@shop.example`);
    return { cookie: person.cookie() };
  }

  const ask = (route: string, site: string, asking: Asking): Promise<Response> => {
    const [method = '', template = ''] = route.split(' ');
    const path = template.replace('{site}', site).replace(/\{\w+\}/g, 'canary');
    return Promise.resolve(app.request(`${BASE}${path}`, { method, headers: { ...asking } }));
  };

  const description = (await (await app.request('/openapi.json')).json()) as {
    paths: { [template: string]: { [method: string]: { 'x-holloway-rule': { for: string } } } };
  };
  const routes = Object.entries(description.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${template}`,
      rule: operation['x-holloway-rule'].for,
    })),
  );
  return { ask, credentialsOf, reported, routes };
}

/** What the rule of the route said. Handlers name the field that they refuse. */
async function verdictOf(response: Response): Promise<string> {
  if (response.status !== 401 && response.status !== 403) return '+';
  const { type, field } = (await response.json()) as { type: string; field?: string };
  if (field !== undefined) return '+';
  return { 'urn:holloway:unauthenticated': '-', 'urn:holloway:forbidden': 'x' }[type] ?? '+';
}

/** Readable in a table. */
const grouped = (verdicts: readonly string[]): string =>
  [verdicts.slice(0, 1), verdicts.slice(1, 5), verdicts.slice(5, 8), verdicts.slice(8)]
    .map((each) => each.join(''))
    .join(' ');

describe('everything that can be asked', { timeout: 60_000 }, () => {
  it('is answered to those whom the table names, and to nobody else', async () => {
    const { ask, credentialsOf, reported, routes } = await open();
    const found: Record<string, string> = {};
    for (const { route } of routes) {
      const verdicts: string[] = [];
      for (const who of WHO) {
        const asking = { ...(await credentialsOf(who)), origin: BASE };
        verdicts.push(await verdictOf(await ask(route, 'shop', asking)));
      }
      found[route] = grouped(verdicts);
    }
    expect(found).toEqual(EXPECTED);
    expect(reported).toEqual([]);
  });

  it('of a site is refused to everybody who does not have the site', async () => {
    const { ask, credentialsOf, routes } = await open();
    const ofSites = routes.filter(({ rule }) => rule === 'site');
    expect(ofSites.length).toBeGreaterThan(4);
    for (const { route } of ofSites) {
      for (const who of WHO.filter((each) => each !== 'nobody' && each !== 'owner')) {
        const response = await ask(route, 'teapots', { ...(await credentialsOf(who)), origin: BASE });
        expect([route, who, await verdictOf(response)]).toEqual([route, who, 'x']);
      }
    }
  });

  it.each([undefined, 'null', 'https://evil.example', `${BASE}.evil.example`])(
    'and changes something is refused to a session from a page of %s',
    async (origin) => {
      const { ask, credentialsOf, routes } = await open();
      const owner = await credentialsOf('owner');
      const changing = routes.filter(({ route, rule }) => {
        const isSignOut = route === 'POST /api/auth/sign-out';
        return !route.startsWith('GET') && (isSignOut || (rule !== 'everyone' && rule !== 'visitors'));
      });
      expect(changing.length).toBeGreaterThan(15);
      for (const { route } of changing) {
        const response = await ask(route, 'shop', { ...owner, ...(origin === undefined ? {} : { origin }) });
        expect([route, response.status, await response.json()]).toEqual([
          route,
          403,
          expect.objectContaining({ field: 'Origin', rule: 'must be that of the dashboard' }),
        ]);
      }
    },
  );

  it('of staff can be read by no other page, whoever is signed in', async () => {
    const { ask, credentialsOf, routes } = await open();
    const owner = await credentialsOf('owner');
    const published =
      /^(GET|POST) \/(v1\/(collect|sites\/\{site\}\/(config|statements|consent)|keys\.json)|\.well-known|holloway)/;
    for (const { route } of routes.filter(({ route }) => !published.test(route))) {
      const response = await ask(route, 'shop', { ...owner, origin: 'https://evil.example' });
      const allowed = [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));
      expect([route, allowed]).toEqual([route, []]);
    }
  });
});
