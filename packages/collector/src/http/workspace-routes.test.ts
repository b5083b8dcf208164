/** What people keep beside the numbers of a site. Who may ask for it: access-matrix.test. */
import { dayNumber } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { BASE, openTestAccess, PASSWORD } from '../../test/access.ts';
import { createTestApp } from '../../test/app.ts';
import { policyOf } from '../../test/consent.ts';
import { assemble, contributionOf, declared, SHOP, TODAY } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';
import type { ArrivingWork } from '../store/workspace.ts';

const STAFF = [
  ['owner', 'owner', 'Ona'],
  ['mira', 'merchandiser', 'Mira'],
  ['anil', 'analyst', 'Anil'],
] as const;

async function open() {
  const { access, browser, clock } = await openTestAccess();
  const core = await assemble(memoryStore());
  const site = await core.addSite({ slug: 'shop' }, declared('page', '/a'));
  await core.addSite({ slug: 'outlet' });
  const { app, reported } = createTestApp(core, undefined, undefined, access);
  const cookies = new Map<string, string>();
  /** Of somebody of the staff, who is let in when they first ask; of nobody else. */
  async function cookieOf(who: string): Promise<string | undefined> {
    const person = STAFF.find(([name]) => name === who);
    if (person === undefined || cookies.has(who)) return cookies.get(who);
    const [, role, name] = person;
    const email = `${who}@shop.example`;
    await access.addUser({ email, password: PASSWORD, role, name, sites: ['shop'] });
    const own = browser();
    await own.signIn(email);
    cookies.set(who, own.cookie());
    return own.cookie();
  }

  /** @param who A person, or a token. */
  async function ask(who: string, method: string, path: string, body?: unknown) {
    const cookie = await cookieOf(who);
    const response = await app.request(`${BASE}${path}`, {
      method,
      headers: {
        ...(cookie === undefined ? { authorization: `Bearer ${who}` } : { cookie, origin: BASE }),
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  }
  const problemOf = async (who: string, method: string, path: string, body?: unknown) => {
    const { status, body: told } = await ask(who, method, path, body);
    return [status, told?.field, told?.rule];
  };
  /** What the log says of somebody's changes, newest first. */
  const logged = () =>
    access
      .readLog({ limit: 100, offset: 0 })
      .filter(({ what }) => !/^GET|sign-in/.test(what))
      .map(({ actor, what, site: of, detail, result, times }) =>
        [actor.name.split('@')[0], what, of, detail, result, times].join(' '),
      );
  /** A site of this name, with all this. */
  const full = async (work: ArrivingWork) => {
    const { sealedThrough, kept } = site;
    const arrival = {
      site: { ...SHOP, slug: 'full' },
      statement: '00000000',
      policy: null,
      sealedThrough,
      kept,
    };
    await core.store.arrive(await core.store.expect(), { ...arrival, work });
    core.registry.forget();
  };
  return { access, core, site, clock, ask, problemOf, logged, full, reported };
}

/** With ids of their own, which are such as actions have. */
const numbered = <T extends object>(count: number, each: T): readonly (T & { readonly id: string })[] =>
  Array.from({ length: count }, (_, i) => ({ ...each, id: `a:${i}` }));

const VIEWS = '/v1/sites/shop/views';
const NOTES = '/v1/sites/shop/annotations';
const ACTIONS = '/v1/sites/shop/actions';
const SHARES = '/v1/sites/shop/shares';
const KETTLES = { name: 'Kettles', address: '#/shop/pages?slice=device%3Aphone' };

describe('views', { timeout: 30_000 }, () => {
  it('are saved by one and seen by all, by name', async () => {
    const { ask } = await open();
    const saved = await ask('mira', 'POST', VIEWS, KETTLES);
    expect([saved.status, saved.body]).toEqual([201, { id: 'id-1', ...KETTLES, by: 'Mira', made: TODAY }]);
    await ask('anil', 'POST', VIEWS, { name: 'All', address: '#/shop/overview' });
    const { body, headers } = await ask('owner', 'GET', VIEWS);
    expect(body.views.map(({ name, by }: { name: string; by: string }) => [name, by])).toEqual([
      ['All', 'Anil'],
      ['Kettles', 'Mira'],
    ]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await ask('owner', 'GET', '/v1/sites/outlet/views')).body).toEqual({ views: [] });
  });

  it('are renamed and removed by whoever may read the site', async () => {
    const { ask } = await open();
    await ask('mira', 'POST', VIEWS, KETTLES);
    expect((await ask('anil', 'PATCH', `${VIEWS}/id-1`, { name: ' Teapots ' })).body).toEqual({
      id: 'id-1',
      ...KETTLES,
      name: 'Teapots',
      by: 'Mira',
      made: TODAY,
    });
    expect((await ask('anil', 'DELETE', `${VIEWS}/id-1`)).status).toBe(204);
    expect((await ask('mira', 'GET', VIEWS)).body).toEqual({ views: [] });
  });

  it('stay when their maker is gone, without a name', async () => {
    const { access, ask } = await open();
    await ask('mira', 'POST', VIEWS, KETTLES);
    await access.removeUser((await access.userNamed('mira@shop.example')).id);
    expect((await ask('anil', 'GET', VIEWS)).body.views).toMatchObject([{ id: 'id-1', by: null }]);
  });

  const NAME = 'must have 1 to 80 characters, all of which can be printed';
  const ADDRESS = 'must begin with #/shop/, and have at most 2000 characters, all of which can be printed';
  it('are refused where they break a rule, which is named', async () => {
    const { problemOf } = await open();
    for (const [body, field, rule] of [
      [{ ...KETTLES, name: '' }, 'name', NAME],
      [{ ...KETTLES, name: '   ' }, 'name', NAME],
      [{ ...KETTLES, name: 'x'.repeat(81) }, 'name', NAME],
      [{ ...KETTLES, name: 'a\u202eb' }, 'name', NAME],
      [{ ...KETTLES, name: 7 }, 'name', 'must be text'],
      [{ name: 'x' }, 'address', 'must be there'],
      [{ ...KETTLES, address: '#/outlet/pages' }, 'address', ADDRESS],
      [{ ...KETTLES, address: '#/shop' }, 'address', ADDRESS],
      [{ ...KETTLES, address: 'https://evil.example/#/shop/' }, 'address', ADDRESS],
      [{ ...KETTLES, address: `#/shop/${'x'.repeat(1_994)}` }, 'address', ADDRESS],
      ['canary', 'body', 'must be a JSON object'],
    ] as const) {
      expect([JSON.stringify(body), await problemOf('mira', 'POST', VIEWS, body)]).toEqual([
        JSON.stringify(body),
        [400, field, rule],
      ]);
    }
  });

  it('are as long as they may be', async () => {
    const { ask } = await open();
    const longest = { name: 'x'.repeat(80), address: `#/shop/${'x'.repeat(1_993)}` };
    expect((await ask('mira', 'POST', VIEWS, longest)).status).toBe(201);
  });

  it('are those that there are', async () => {
    const { ask, problemOf } = await open();
    await ask('mira', 'POST', VIEWS, KETTLES);
    const none = [404, 'view', 'must be the id of one that there is'];
    expect(await problemOf('mira', 'PATCH', `${VIEWS}/none`, { name: 'x' })).toEqual(none);
    expect(await problemOf('mira', 'DELETE', `${VIEWS}/none`)).toEqual(none);
    expect(await problemOf('owner', 'DELETE', '/v1/sites/outlet/views/id-1')).toEqual(none);
  });

  it('are 500 of a site at most', async () => {
    const { full, problemOf } = await open();
    const views = numbered(500, { ...KETTLES, author: null, made: 1 });
    await full({ views, notes: [], actions: [] });
    const more = { ...KETTLES, address: '#/full/pages' };
    expect(await problemOf('owner', 'POST', '/v1/sites/full/views', more)).toEqual([
      409,
      'view',
      'there may be 500 of a site: remove one first',
    ]);
  });
});

describe('annotations', { timeout: 30_000 }, () => {
  it('are written to a day, changed and removed', async () => {
    const { ask } = await open();
    const written = await ask('mira', 'POST', NOTES, { day: '2026-11-20', text: 'New order' });
    const note = { kind: 'note', id: 'id-1', day: '2026-11-20', text: 'New order', by: 'Mira', made: TODAY };
    expect([written.status, written.body]).toEqual([201, note]);
    expect((await ask('anil', 'PATCH', `${NOTES}/id-1`, { text: 'Old order' })).body).toEqual({
      ...note,
      text: 'Old order',
    });
    expect((await ask('anil', 'PATCH', `${NOTES}/id-1`, { day: '2026-11-21' })).body).toEqual({
      ...note,
      text: 'Old order',
      day: '2026-11-21',
    });
    expect((await ask('owner', 'GET', NOTES)).body.annotations).toHaveLength(1);
    expect((await ask('anil', 'DELETE', `${NOTES}/id-1`)).status).toBe(204);
    expect((await ask('owner', 'GET', NOTES)).body).toEqual({ annotations: [] });
  });

  it('are told by days, the first and last included, with what the collector knows itself', async () => {
    const { core, site, ask, clock } = await open();
    await core.publisher.publish(site, policyOf(), '2026-11-10');
    clock.ms = Date.parse('2026-11-12T10:00Z');
    await ask('owner', 'PATCH', '/v1/sites/shop/settings', {
      routes: [{ pattern: '/c/*', type: 'category' }],
      name: 'New',
    });
    await ask('owner', 'PATCH', '/v1/sites/shop/settings', { name: 'Newer' });
    const entries = [
      { kind: 'page', text: '/b' },
      { kind: 'page', text: '/a', label: 'A' },
    ];
    clock.ms = Date.parse('2026-11-13T10:00Z');
    await ask('owner', 'PATCH', '/v1/sites/shop/catalogue?dryRun=1', { entries });
    clock.ms = Date.parse('2026-11-14T10:00Z');
    await ask('owner', 'PATCH', '/v1/sites/shop/catalogue', { entries });
    for (const day of ['2026-11-11', '2026-11-15'])
      await ask('mira', 'POST', NOTES, { day, text: `On ${day}` });
    const told = async (query: string) =>
      (await ask('mira', 'GET', `${NOTES}${query}`)).body.annotations as { kind: string; day: string }[];
    const all = await told('');
    const [published, fromSettings] = await core.store.statements(site.id);
    // Other settings may be other words for visitors.
    expect(all.filter(({ kind, day }) => kind !== 'statement' || day < '2026-11-20')).toEqual([
      { kind: 'statement', day: '2026-11-10', statement: published?.id },
      expect.objectContaining({ kind: 'note', day: '2026-11-11' }),
      { kind: 'settings', day: '2026-11-12', settings: ['routes'] },
      { kind: 'catalogue', day: '2026-11-14', added: 1, changed: 1 },
      expect.objectContaining({ kind: 'note', day: '2026-11-15' }),
    ]);
    expect(all.filter(({ kind }) => kind === 'statement')).toHaveLength(fromSettings === undefined ? 1 : 2);
    const days = (await told('?from=2026-11-11&to=2026-11-14')).map(({ day }) => day);
    expect(days).toEqual(['2026-11-11', '2026-11-12', '2026-11-14']);
  });

  it('say nothing of an earlier site of the same name', async () => {
    const { core, ask, clock } = await open();
    await ask('owner', 'PATCH', '/v1/sites/shop/settings', { k: 7 });
    await ask('owner', 'DELETE', '/v1/sites/shop', { site: 'shop' });
    await core.retainer.clear(false);
    clock.ms += 60_000;
    await core.addSite({ slug: 'shop' });
    expect((await ask('owner', 'GET', NOTES)).body).toEqual({ annotations: [] });
    await ask('owner', 'PATCH', '/v1/sites/shop/settings', { k: 8 });
    expect((await ask('owner', 'GET', NOTES)).body.annotations).toContainEqual({
      kind: 'settings',
      day: '2026-11-27',
      settings: ['k'],
    });
  });

  const TEXT = 'must have 1 to 280 characters, all of which can be printed';
  it('are refused where they break a rule, which is named', async () => {
    const { problemOf } = await open();
    for (const [method, more, body, field, rule] of [
      ['POST', '', { day: '2026-11-20', text: '' }, 'text', TEXT],
      ['POST', '', { day: '2026-11-20', text: 'x'.repeat(281) }, 'text', TEXT],
      ['POST', '', { day: '2026-11-31', text: 'x' }, 'day', 'must be a date such as 2026-11-23'],
      ['POST', '', { text: 'x' }, 'day', 'must be there'],
      ['PATCH', '/id-1', {}, 'body', 'must name day or text'],
      ['PATCH', '/id-1', { day: 'x' }, 'day', 'must be a date such as 2026-11-23'],
      ['GET', '?from=x', undefined, 'from', 'must be a date such as 2026-11-23'],
      ['GET', '?to=x', undefined, 'to', 'must be a date such as 2026-11-23'],
      ['GET', '?from=2026-11-20&to=2026-11-19', undefined, 'from', 'must not be after to'],
    ] as const) {
      expect([JSON.stringify(body), await problemOf('mira', method, `${NOTES}${more}`, body)]).toEqual([
        JSON.stringify(body),
        [400, field, rule],
      ]);
    }
  });

  it('are those that there are', async () => {
    const { problemOf } = await open();
    const none = [404, 'annotation', 'must be the id of one that there is'];
    expect(await problemOf('mira', 'PATCH', `${NOTES}/none`, { text: 'x' })).toEqual(none);
    expect(await problemOf('mira', 'DELETE', `${NOTES}/none`)).toEqual(none);
  });

  it('are 5,000 of a site at most', async () => {
    const { full, problemOf } = await open();
    const notes = numbered(5_000, { day: 1, text: 'x', author: null, made: 1 });
    await full({ views: [], notes, actions: [] });
    const more = { day: '2026-11-20', text: 'x' };
    expect(await problemOf('owner', 'POST', '/v1/sites/full/annotations', more)).toEqual([
      409,
      'annotation',
      'there may be 5000 of a site: remove one first',
    ]);
  });
});

describe('actions', { timeout: 30_000 }, () => {
  const put = (id: string) => `${ACTIONS}/${encodeURIComponent(id)}`;

  it('stand as somebody said last, with what was said before', async () => {
    const { ask } = await open();
    const id = 'move-up:/c/kettles|best sellers?a=1#50%2F/ü';
    await ask('mira', 'PUT', put(id), { state: 'planned', reason: 'After the sale' });
    const { status, body } = await ask('anil', 'PUT', put(id), { state: 'done', day: '2026-11-20' });
    const done = { state: 'done', reason: null, day: '2026-11-20', by: 'Anil', changed: TODAY };
    const planned = { state: 'planned', reason: 'After the sale', day: null, by: 'Mira', changed: TODAY };
    const action = { id, ...done, history: [done, planned] };
    expect([status, body]).toEqual([200, action]);
    expect((await ask('owner', 'GET', ACTIONS)).body).toEqual({ actions: [action] });
  });

  it('that are done are done today, where no day is given', async () => {
    const { ask } = await open();
    expect((await ask('mira', 'PUT', put('move:a'), { state: 'done' })).body.day).toBe(TODAY);
    expect((await ask('mira', 'PUT', put('move:a'), { state: 'open' })).body.day).toBeNull();
  });

  it('keep their last 20 changes', async () => {
    const { ask } = await open();
    for (let i = 0; i < 22; i++)
      await ask('mira', 'PUT', put('move:a'), { state: 'planned', reason: `No. ${i}` });
    const { history } = (await ask('mira', 'GET', ACTIONS)).body.actions[0];
    expect([history.length, history[0].reason, history[19].reason]).toEqual([20, 'No. 21', 'No. 2']);
  });

  it('are refused where they break a rule, which is named', async () => {
    const { problemOf } = await open();
    for (const [id, body, field, rule] of [
      ['move:a', { state: 'gone' }, 'state', 'must be one of open, planned, done, dismissed'],
      ['move:a', {}, 'state', 'must be there'],
      ['move:a', { state: 'dismissed' }, 'reason', 'must be there where an action is dismissed'],
      [
        'move:a',
        { state: 'dismissed', reason: 'x'.repeat(281) },
        'reason',
        'must have 1 to 280 characters, all of which can be printed',
      ],
      ['move:a', { state: 'planned', day: TODAY }, 'day', 'must be there only where an action is done'],
      ['move:a', { state: 'done', day: '2026-11-24' }, 'day', 'must not be after today'],
    ] as const) {
      expect([JSON.stringify(body), await problemOf('mira', 'PUT', put(id), body)]).toEqual([
        JSON.stringify(body),
        [400, field, rule],
      ]);
    }
  });

  it('are none that the advice could not have made', async () => {
    const { problemOf } = await open();
    const ids = [
      'move',
      'move:',
      'Move:a',
      '7:a',
      ':a',
      `move:${'x'.repeat(401)}`,
      'move:a\u0000',
      'move:a\nb',
    ];
    for (const id of ids) {
      expect([id, await problemOf('mira', 'PUT', put(id), { state: 'open' })]).toEqual([
        id,
        [
          400,
          'action',
          'must be lower-case letters and hyphens, a colon, and 1 to 400 characters, percent-encoded',
        ],
      ]);
    }
  });

  it('are called as long as they may be', async () => {
    const { ask } = await open();
    expect((await ask('mira', 'PUT', put(`a-b:${'ü'.repeat(400)}`), { state: 'open' })).status).toBe(200);
  });

  it('are 5,000 of a site at most, of which each may still change', async () => {
    const { full, ask, problemOf } = await open();
    const step = { state: 'open', reason: null, day: null, author: null, changed: 1 } as const;
    const actions = numbered(5_000, { history: [step] as const });
    await full({ views: [], notes: [], actions });
    const path = '/v1/sites/full/actions';
    expect(await problemOf('owner', 'PUT', `${path}/b:1`, { state: 'open' })).toEqual([
      409,
      'action',
      'there may be 5000 of a site',
    ]);
    expect((await ask('owner', 'PUT', `${path}/a:1`, { state: 'done' })).status).toBe(200);
  });
});

describe('links to views', { timeout: 30_000 }, () => {
  async function shared(more: object = {}) {
    const opened = await open();
    await opened.ask('mira', 'POST', VIEWS, KETTLES);
    const made = await opened.ask('mira', 'POST', SHARES, { view: 'id-1', expiresIn: 30, ...more });
    return { ...opened, made, token: made.body.token as string, id: made.body.share.id as string };
  }

  it('are made of a view, with the token in that answer alone', async () => {
    const { ask, made, token, id } = await shared({ name: 'For the agency' });
    const share = {
      id,
      name: 'For the agency',
      by: 'Mira',
      own: true,
      view: KETTLES,
      days: null,
      expires: expect.any(String),
      lastUsed: null,
    };
    expect([made.status, made.body]).toEqual([201, { share, token, url: `${BASE}/#/shared/${token}` }]);
    const { body, headers } = await ask('anil', 'GET', SHARES);
    expect(body).toEqual({ shares: [{ ...share, own: false }] });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('tell what they show, as it was when they were made', async () => {
    const { ask, made, token } = await shared();
    await ask('anil', 'PATCH', `${VIEWS}/id-1`, { name: 'Another' });
    await ask('anil', 'DELETE', `${VIEWS}/id-1`);
    const { status, body } = await ask(token, 'GET', '/v1/shared');
    expect([status, body]).toEqual([
      200,
      {
        site: expect.objectContaining({ id: 'shop', name: 'Shop', lastDay: TODAY }),
        view: KETTLES,
        name: 'Kettles',
        days: null,
        expires: made.body.share.expires,
      },
    ]);
  });

  it('read the reports of their site, and of no other', async () => {
    const { ask, token } = await shared();
    expect((await ask(token, 'GET', '/v1/sites/shop/reports/pages')).status).toBe(200);
    expect((await ask(token, 'GET', '/v1/sites/outlet/reports/pages')).status).toBe(403);
    expect((await ask(token, 'GET', '/v1/sites/none/reports/pages')).status).toBe(403);
  });

  describe('of some days', () => {
    const days = { from: '2026-11-10', to: '2026-11-20' };
    const report = '/v1/sites/shop/reports/overview';

    it('show those, and by default all of them', async () => {
      const { ask, token } = await shared({ days });
      const { body } = await ask(token, 'GET', report);
      expect([body.from, body.to]).toEqual([days.from, days.to]);
      const inside = await ask(token, 'GET', `${report}?from=2026-11-11&to=2026-11-20`);
      expect([inside.status, inside.body.from]).toEqual([200, '2026-11-11']);
    });

    it.each([
      ['?from=2026-11-09', 'from', 'must not be before the days that the link shows'],
      ['?to=2026-11-21', 'to', 'must not be after the days that the link shows'],
      [
        '?from=2026-11-01&to=2026-11-30&format=csv',
        'from',
        'must not be before the days that the link shows',
      ],
    ])('refuse %s', async (query, field, rule) => {
      const { problemOf, token } = await shared({ days });
      expect(await problemOf(token, 'GET', `${report}${query}`)).toEqual([403, field, rule]);
      expect(await problemOf(token, 'GET', `/v1/sites/shop/reports/consent${query}`)).toEqual([
        403,
        field,
        rule,
      ]);
    });

    it('show no month that is kept as a whole but with all its days', async () => {
      const { core, site, problemOf, token } = await shared({ days });
      await core.store.keep(site.id, {
        from: dayNumber('2026-11-01'),
        monthsThrough: dayNumber('2026-11-30'),
        otherFrom: 0,
      });
      core.registry.forget();
      expect((await problemOf(token, 'GET', report))[0]).toBe(403);
    });

    it('tell nothing of the days outside', async () => {
      const { core, site, ask, token } = await shared({ days });
      const batches = [1, 2, 3].map(() => contributionOf(site, [['visit', [], 1, 2]], { day: '2026-11-02' }));
      await core.commit(...batches);
      const { site: told } = (await ask(token, 'GET', '/v1/shared')).body;
      expect([told.firstDay, told.lastDay]).toEqual([days.from, days.to]);
    });

    it('are those of the address, where it names both, and none is asked for', async () => {
      const { ask } = await open();
      const address = '#/shop/pages?from=2026-11-01&to=2026-11-07';
      await ask('mira', 'POST', VIEWS, { name: 'A week', address });
      const daysOf = async (more: object) =>
        (await ask('mira', 'POST', SHARES, { view: 'id-1', expiresIn: 1, ...more })).body.share.days;
      expect(await daysOf({})).toEqual({ from: '2026-11-01', to: '2026-11-07' });
      expect(await daysOf({ days: null })).toBeNull();
      expect(await daysOf({ days })).toEqual(days);
    });
  });

  it('are revoked by their maker and by owners, and by nobody else', async () => {
    const { ask, problemOf, token, id } = await shared();
    const second = await ask('mira', 'POST', SHARES, { view: 'id-1', expiresIn: 1 });
    expect(await problemOf('anil', 'DELETE', `${SHARES}/${id}`)).toEqual([
      403,
      'share',
      'must be one’s own; owners may revoke any',
    ]);
    expect((await ask(token, 'GET', '/v1/shared')).status).toBe(200);
    expect((await ask('mira', 'DELETE', `${SHARES}/${id}`)).status).toBe(204);
    expect((await ask(token, 'GET', '/v1/shared')).status).toBe(401);
    expect((await ask('owner', 'DELETE', `${SHARES}/${second.body.share.id}`)).status).toBe(204);
    const none = [404, 'share', 'must be the id of one that there is'];
    expect(await problemOf('mira', 'DELETE', `${SHARES}/${id}`)).toEqual(none);
  });

  it('go with their site', async () => {
    const { ask, token } = await shared();
    const erased = await ask('owner', 'DELETE', '/v1/sites/shop', { site: 'shop' });
    expect([erased.status, erased.body.shares]).toEqual([202, 1]);
    expect((await ask(token, 'GET', '/v1/shared')).status).toBe(401);
  });

  it('are refused where they break a rule, which is named', async () => {
    const { ask, problemOf } = await open();
    await ask('mira', 'POST', VIEWS, KETTLES);
    for (const [body, field, rule] of [
      [{ view: 'none', expiresIn: 1 }, 'view', 'must be the id of a view of the site'],
      [{ view: 'id-1', expiresIn: 91 }, 'expiresIn', 'must be a whole number of days from 1 to 90'],
      [{ view: 'id-1', expiresIn: 'x' }, 'expiresIn', 'must be a whole number of days from 1 to 90'],
      [{ view: 'id-1' }, 'expiresIn', 'must be there'],
      [
        { view: 'id-1', expiresIn: 1, name: '' },
        'name',
        'must have 1 to 64 characters, all of which can be printed',
      ],
      [
        { view: 'id-1', expiresIn: 1, days: { from: '2026-11-02', to: '2026-11-01' } },
        'days',
        'must be { from, to }, dates in this order, or null',
      ],
      [
        { view: 'id-1', expiresIn: 1, days: { from: '2026-11-02' } },
        'days',
        'must be { from, to }, dates in this order, or null',
      ],
    ] as const) {
      expect([JSON.stringify(body), await problemOf('mira', 'POST', SHARES, body)]).toEqual([
        JSON.stringify(body),
        [400, field, rule],
      ]);
    }
  });

  it('are made of a view of their own site', async () => {
    const { ask, problemOf } = await open();
    await ask('owner', 'POST', '/v1/sites/outlet/views', { name: 'x', address: '#/outlet/pages' });
    expect((await problemOf('mira', 'POST', SHARES, { view: 'id-1', expiresIn: 1 }))[1]).toBe('view');
  });

  it('are named by the view, cut where that is longer than a link may be called', async () => {
    const { ask } = await open();
    await ask('mira', 'POST', VIEWS, { ...KETTLES, name: `${'x'.repeat(63)}😀 and more` });
    const { body } = await ask('mira', 'POST', SHARES, { view: 'id-1', expiresIn: 1 });
    expect(body.share.name).toBe('x'.repeat(63));
  });
});

describe('whoever changes something of it', { timeout: 30_000 }, () => {
  it('is in the log of access, with what it was about, and nothing that was written', async () => {
    const { ask, logged } = await open();
    await ask('mira', 'POST', VIEWS, KETTLES);
    await ask('mira', 'PATCH', `${VIEWS}/id-1`, { name: 'canary' });
    await ask('mira', 'DELETE', `${VIEWS}/canary`);
    await ask('mira', 'POST', NOTES, { day: '2026-11-20', text: 'canary' });
    await ask('mira', 'PUT', `${ACTIONS}/move:canary`, { state: 'dismissed', reason: 'canary' });
    const { body } = await ask('mira', 'POST', SHARES, { view: 'id-1', expiresIn: 1, name: 'canary' });
    await ask('mira', 'DELETE', `${SHARES}/${body.share.id}`);
    expect(logged().sort()).toEqual([
      `mira DELETE /v1/sites/:site/shares/:share shop ${body.share.id} granted 1`,
      'mira DELETE /v1/sites/:site/views/:view shop  refused 1',
      'mira PATCH /v1/sites/:site/views/:view shop id-1 granted 1',
      'mira POST /v1/sites/:site/annotations shop id-2 granted 1',
      `mira POST /v1/sites/:site/shares shop ${body.share.id} granted 1`,
      'mira POST /v1/sites/:site/views shop id-1 granted 1',
      'mira PUT /v1/sites/:site/actions/:action shop dismissed granted 1',
    ]);
  });

  it('by a link is there under the name of the link', async () => {
    const { access, ask } = await open();
    await ask('mira', 'POST', VIEWS, KETTLES);
    const { body } = await ask('mira', 'POST', SHARES, { view: 'id-1', expiresIn: 1, name: 'Agency' });
    await ask(body.token, 'GET', '/v1/shared');
    await ask(body.token, 'GET', '/v1/sites/shop/reports/pages');
    await ask(body.token, 'GET', VIEWS);
    const entries = access
      .readLog({ limit: 100, offset: 0, actor: body.share.id })
      .map(({ actor, what, site, result }) => [actor.kind, actor.name, what, site, result].join(' '));
    expect(entries.sort()).toEqual([
      'share Agency GET /v1/shared shop granted',
      'share Agency GET /v1/sites/:site/reports/:report shop granted',
      'share Agency GET /v1/sites/:site/views shop refused',
    ]);
  });

  it('waits after sixty changes at once, while others go on', async () => {
    const { ask, core, reported } = await open();
    for (let i = 0; i < 60; i++) await ask('mira', 'POST', VIEWS, KETTLES);
    const refused = await ask('mira', 'POST', VIEWS, KETTLES);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await ask('mira', 'PUT', `${ACTIONS}/a:b`, { state: 'open' })).status).toBe(429);
    expect((await ask('anil', 'POST', VIEWS, KETTLES)).status).toBe(201);
    core.clock.ms += 1_000;
    expect((await ask('mira', 'POST', VIEWS, KETTLES)).status).toBe(201);
    expect(reported).toEqual([]);
  });
});
