/** How owners set the weekly digest. Who may ask for it: access-matrix.test. */
import { PERMISSIONS, type Person, type Role, type Sites } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { ACCESS, createTestApp } from '../../test/app.ts';
import { assemble, NOON, type TestCore } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';
import type { Access, Caller, Entry } from '../access/access.ts';
import { WEBHOOK } from '../store/digests.ts';
import type { DigestRoutesDeps } from './digest-routes.ts';

const DIGEST = '/v1/sites/shop/digest';
const HOOK = 'https://hooks.example/canary';

const person = (id: string, role: Role, sites: Sites, status: Person['status'] = 'active'): Person => ({
  ...{ id, name: id, email: `${id}@shop.example`, role, sites, status },
  ...{ secondFactor: false, sessions: 0, passkeys: 0 },
});
const OWNER: Caller = {
  kind: 'person',
  id: 'ona',
  name: 'ona@shop.example',
  grant: { permissions: PERMISSIONS, sites: 'all' },
};

async function open(digest: Partial<DigestRoutesDeps['digest']> = {}) {
  const core: TestCore = await assemble(memoryStore());
  await core.addSite({ slug: 'shop' });
  await core.addSite({ slug: 'local', kind: 'test', k: 1 });
  await core.addSite({ slug: 'old', kind: 'archive' });
  const people = [
    person('elsewhere', 'merchandiser', ['local']),
    person('invited', 'analyst', ['shop'], 'invited'),
    person('mira', 'merchandiser', ['shop']),
    person('ona', 'owner', 'all'),
    person('otto', 'auditor', ['shop']),
  ];
  const log: Entry[] = [];
  let secrets = 0;
  const access: Access = {
    ...ACCESS,
    caller: async () => OWNER,
    people: async () => people,
    record: (entry) => void log.push(entry),
  };
  const { app } = createTestApp(core, undefined, undefined, access, null, {
    newSecret: () => `canary-${++secrets}`,
    ...digest,
  });
  const ask = async (method: string, body?: object, path = DIGEST) => {
    const response = await app.request(path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  return { core, people, ask, logged: () => JSON.stringify(log) };
}

describe('the weekly digest of a site', () => {
  it('is off at first, on Monday at 8, and may go to staff who read the site and signed in before', async () => {
    const { ask } = await open();
    const { status, body, headers } = await ask('GET');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toEqual({
      settings: { on: false, weekday: 1, hour: 8, language: 'en', people: [], webhook: null },
      readers: [
        { id: 'mira', name: 'mira', email: 'mira@shop.example' },
        { id: 'ona', name: 'ona', email: 'ona@shop.example' },
      ],
      mail: false,
      deliveries: [],
    });
  });

  it('keeps what is given, and tells the secret of a webhook once', async () => {
    const { core, ask, logged } = await open();
    const { body: saved } = await ask('PUT', { on: true, hour: 17, people: ['mira'], webhook: HOOK });
    expect(saved.settings).toEqual({
      ...{ on: true, weekday: 1, hour: 17, language: 'en', people: ['mira'], webhook: HOOK },
    });
    expect(saved.secret).toBe('canary-1');
    expect((await core.store.digest(1))?.plan.webhook).toEqual({ address: HOOK, secret: 'canary-1' });
    expect(JSON.stringify((await ask('GET')).body)).not.toContain('canary-1');
    // What is not given stays; the same address keeps its secret, another gets one of its own.
    const { body: later } = await ask('PUT', { language: 'de', webhook: HOOK });
    expect([later.settings.language, later.settings.hour, later.secret]).toEqual(['de', 17, null]);
    expect((await ask('PUT', { newSecret: true })).body.secret).toBe('canary-2');
    expect((await ask('PUT', { webhook: `${HOOK}/other` })).body.secret).toBe('canary-3');
    expect((await ask('PUT', { webhook: null })).body).toMatchObject({
      settings: { webhook: null },
      secret: null,
    });
    // The log of access says that it was changed, and neither address nor secret.
    expect(logged()).toContain('PUT /v1/sites/:site/digest');
    expect(logged()).not.toContain('canary');
  });

  it.each([
    [{ weekday: 0 }, 'weekday', 'must be a whole number from 1 to 7'],
    [{ weekday: 1.5 }, 'weekday', 'must be a whole number from 1 to 7'],
    [{ hour: 24 }, 'hour', 'must be a whole number from 0 to 23'],
    [{ hour: 'canary' }, 'hour', 'must be a whole number from 0 to 23'],
    [{ language: 'canary' }, 'language', 'must be one of en, de, fr, it, es'],
    [{ on: 'canary' }, 'on', 'must be true or false'],
    [
      { webhook: 'http://canary.example/' },
      'webhook',
      'must be an address that begins with https://, without name, password and fragment, of at most 2000 characters',
    ],
    [
      { webhook: 'https://10.0.0.8/canary' },
      'webhook',
      'must not be in a private network: the operator of the collector allows that with HOLLOWAY_WEBHOOK_PRIVATE=1',
    ],
  ])('refuses %o by a rule that does not repeat it', async (change, field, rule) => {
    const { ask, core } = await open();
    const { status, body } = await ask('PUT', change);
    expect([status, body.field, body.rule]).toEqual([400, field, rule]);
    expect(JSON.stringify(body)).not.toContain('canary');
    expect(await core.store.digest(1)).toBeNull();
  });

  it('goes to nobody who may not read the site, or is not known', async () => {
    const { ask } = await open();
    for (const person of ['elsewhere', 'otto', 'invited', 'stranger@evil.example', 'canary']) {
      const { status, body } = await ask('PUT', { people: ['mira', person] });
      expect([status, body.field]).toEqual([400, 'people']);
    }
    expect((await ask('PUT', { people: Array.from({ length: 51 }, () => 'mira') })).status).toBe(400);
  });

  it('goes to a program on this machine where the operator allows it alone, also of a test site', async () => {
    const local = '/v1/sites/local/digest';
    for (const [isPrivateAllowed, status] of [
      [false, 400],
      [true, 200],
    ] as const) {
      const { ask } = await open({ isPrivateAllowed });
      expect((await ask('PUT', { webhook: 'http://localhost:8080/' }, local)).status).toBe(status);
    }
  });

  it('of an archive goes to nobody', async () => {
    const { ask } = await open();
    const { status, body } = await ask('PUT', { on: true }, '/v1/sites/old/digest');
    expect([status, body.field, body.rule]).toEqual([
      400,
      'on',
      'must be false: no week comes to an archive',
    ]);
  });

  it('begins with the next time it is due, and not with one that is over', async () => {
    const { core, ask } = await open();
    // A Monday at noon: 8 is over, 17 is not.
    core.clock.ms = NOON;
    await ask('PUT', { on: true, people: ['mira'], hour: 17 });
    expect((await core.store.digest(1))?.week).toBeNull();
    await ask('PUT', { hour: 8 });
    expect((await core.store.digest(1))?.week).toBe(20_773);
  });

  it('says how the latest went, by person', async () => {
    const { core, ask } = await open();
    await ask('PUT', { on: true, people: ['mira'], webhook: HOOK });
    await core.store.beginDigest(1, 20_780, ['mira', WEBHOOK], NOON);
    const [first, second] = [
      await core.store.claimDelivery(1, 'mira', NOON, NOON + 1),
      await core.store.claimDelivery(1, WEBHOOK, NOON, NOON + 1),
    ];
    if (first === null || second === null) throw new Error('nothing was due');
    await core.store.settleDelivery(1, first, {
      ...({ state: 'sent', next: NOON, fault: null, status: null, sent: NOON } as const),
    });
    await core.store.settleDelivery(1, second, {
      ...({ state: 'waiting', next: NOON + 1, fault: 'status', status: 503, sent: null } as const),
    });
    const { deliveries } = (await ask('GET')).body;
    expect(deliveries).toHaveLength(2);
    expect(deliveries).toContainEqual({
      ...{ person: 'mira', week: '2026-11-23', state: 'sent', attempts: 1, fault: null, status: null },
      sent: '2026-11-23T12:00:00.000Z',
    });
    expect(deliveries).toContainEqual({
      ...{ person: null, week: '2026-11-23', state: 'waiting', attempts: 1, fault: 'status', status: 503 },
      sent: null,
    });
  });

  it('keeps both of two changes that are made at once', async () => {
    const { ask } = await open();
    await Promise.all([
      ask('PUT', { hour: 17 }),
      ask('PUT', { language: 'de' }),
      ask('PUT', { webhook: HOOK }),
    ]);
    expect((await ask('GET')).body.settings).toMatchObject({ hour: 17, language: 'de', webhook: HOOK });
  });

  it('no longer names who lost the site', async () => {
    const { people, ask } = await open();
    await ask('PUT', { people: ['mira', 'ona'] });
    people.splice(2, 1, person('mira', 'merchandiser', []));
    expect((await ask('GET')).body.settings.people).toEqual(['ona']);
    // And what is saved next is without them.
    expect((await ask('PUT', { people: ['ona'] })).status).toBe(200);
  });
});

describe('a digest to see whether it arrives', () => {
  it('goes to whoever asks, as the digest is set', async () => {
    const tried: unknown[] = [];
    const { ask } = await open({
      tryOut: async (site, plan, reader) => {
        tried.push([site.slug, plan.webhook?.address, reader.email]);
        return { mail: 'sent', webhook: 'status', status: 404 };
      },
    });
    await ask('PUT', { people: ['mira'], webhook: HOOK });
    const { status, body } = await ask('POST', undefined, `${DIGEST}/test`);
    expect([status, body]).toEqual([200, { mail: 'sent', webhook: 'status', status: 404 }]);
    expect(tried).toEqual([['shop', HOOK, 'ona@shop.example']]);
  });

  it('goes so often, and no more', async () => {
    const { ask } = await open();
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await ask('POST', undefined, `${DIGEST}/test`)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});
