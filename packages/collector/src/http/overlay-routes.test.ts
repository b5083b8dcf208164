/** The numbers of a page for the page itself. Who may make a code: access-matrix.test. How codes work: overlay-codes.test. */
import type { Increment, OverlayAnswer, OverlayCode } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { BASE, openTestAccess, PASSWORD } from '../../test/access.ts';
import { createTestApp } from '../../test/app.ts';
import { assemble, contributionOf, declared } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';
import { problem } from '../problem.ts';
import { callerOf } from './caller.ts';
import type { ReadingLimits } from './limit-reading.ts';

const SHOP = 'https://shop.example';
const MIRA = 'mira@shop.example';
const SEEN: readonly Increment[] = [
  ['page.view', ['/c/tea'], 1, 2],
  ['zone.exposed', ['/c/tea', 'grid', 'l'], 1, 2],
  ['slot.exposed', ['/c/tea', 'grid/1', 'T-1', 'l'], 1, 2, 1],
];
const CLICKED: readonly Increment[] = [
  ...SEEN,
  ['zone.clicked', ['/c/tea', 'grid', 'l'], 1, 2, 1],
  ['slot.clicked', ['/c/tea', 'grid/1', 'T-1', 'l'], 1, 2, 1],
];

async function open(readingLimits?: ReadingLimits) {
  const { access, browser, clock } = await openTestAccess();
  const core = await assemble(memoryStore());
  core.clock.ms = clock.ms;
  const site = await core.addSite({ slug: 'shop', origins: [SHOP] }, [
    ...declared('page', '/c/tea'),
    ...declared('product', 'T-1'),
    { kind: 'zone', text: 'grid', label: 'Product list' },
    ...declared('slot', 'grid/1'),
  ]);
  await core.addSite({ slug: 'teapots', origins: ['https://teapots.example'] });
  const { app, reported } = createTestApp(core, undefined, undefined, access, null, {}, readingLimits);
  await access.addUser({ email: MIRA, password: PASSWORD, role: 'merchandiser', sites: ['shop', 'teapots'] });
  const mira = browser();
  await mira.signIn(MIRA);

  const make = async (body: object = {}, of = 'shop') =>
    app.request(`${BASE}/v1/sites/${of}/overlay`, {
      method: 'POST',
      headers: { cookie: mira.cookie(), origin: BASE, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const code = async (body?: object): Promise<string> =>
    ((await (await make(body)).json()) as OverlayCode).code;
  const exchange = (body: unknown, origin: string | null = SHOP) =>
    app.request(`${BASE}/v1/overlay`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', ...(origin === null ? {} : { origin }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const ask = (asked: string, origin?: string | null) =>
    exchange({ site: 'shop', code: asked, page: '/c/tea' }, origin);
  const answer = async (asked: string): Promise<OverlayAnswer> =>
    (await (await ask(asked)).json()) as OverlayAnswer;
  return { access, clock, core, site, make, code, exchange, ask, answer, mira, reported };
}

describe('a code', () => {
  it('is made for whoever is signed in and may read the site, and never kept by a browser', async () => {
    const { make, core } = await open();
    const made = await make({ from: '2026-11-01', to: '2026-11-20', language: 'de' });
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const expires = new Date(core.clock.ms + 120_000).toISOString();
    expect(await made.json()).toEqual({ code: expect.stringMatching(/^[\w-]{43}$/), expires });
  });

  it.each([
    [{ from: 'yesterday' }, 'from', 'must be a date such as 2026-11-23'],
    [{ language: 'pt' }, 'language', 'must be one of en, de, fr, it, es'],
  ])('is not made for %o', async (body, field, rule) => {
    const { make } = await open();
    const refused = await make(body);
    expect([refused.status, await refused.json()]).toEqual([400, expect.objectContaining({ field, rule })]);
  });

  it('is refused to somebody who makes them without end', async () => {
    const { make } = await open();
    const statuses = new Set<number>();
    for (let i = 0; i < 61; i++) statuses.add((await make()).status);
    expect([...statuses]).toEqual([201, 429]);
  });
});

describe('a page that has a code', () => {
  it('is told its numbers, by size of window, and the code for the next', async () => {
    const { core, site, code, answer } = await open();
    const visits = [CLICKED, CLICKED, CLICKED, SEEN, SEEN, SEEN];
    await core.commit(
      ...visits.map((seen) => contributionOf(site, seen, { day: '2026-11-27', slices: { viewport: 'l' } })),
    );
    const told = await answer(await code({ from: '2026-11-20', language: 'fr' }));
    expect(told).toMatchObject({
      site: { id: 'shop', name: 'Shop', kind: 'live', currency: 'EUR', routes: [] },
      ...{ k: 3, page: '/c/tea', name: '/c/tea', language: 'fr' },
      ...{ from: '2026-11-20', to: '2026-11-27' },
      next: { code: expect.stringMatching(/^[\w-]{43}$/) },
    });
    const [zone, slot, ...more] = told.windows.l;
    expect([zone?.element, zone?.name, slot?.element, slot?.name, more]).toEqual([
      'grid',
      'Product list',
      'grid/1',
      'Product list 1',
      [],
    ]);
    expect(zone?.figures.attractiveness).toMatchObject({ value: 0.5, missing: expect.any(Number) });
    expect(slot?.figures.clickRate?.low).toBeCloseTo(0.188, 3);
    expect(slot?.figures.orderRate).toEqual({ value: null, low: null, high: null, missing: null });
    expect(told.windows.s).toEqual([]);
    expect(told.windows.all).toEqual(told.windows.l);
  });

  it('is told once of what all pages share, also where it claims to be all of them', async () => {
    const { core, site, code, answer, exchange } = await open();
    const shared = CLICKED.map(
      ([fact, [, ...names], ...counts]) => [fact, ['(any)', ...names], ...counts] as unknown as Increment,
    );
    await core.commit(
      ...Array.from({ length: 6 }, () =>
        contributionOf(site, [...CLICKED, ...shared], { day: '2026-11-27', slices: { viewport: 'l' } }),
      ),
    );
    const boxesIn = ({ windows }: OverlayAnswer) => windows.l.filter(({ page }) => page === '(any)');
    const expected = boxesIn(await answer(await code()));
    const claimed = await exchange({ site: 'shop', code: await code(), page: '(any)' });
    expect(expected.map(({ element }) => element)).toContain('grid/1');
    expect(boxesIn((await claimed.json()) as OverlayAnswer)).toEqual(expected);
  });

  it('is told nothing of what fewer than k browsers did', async () => {
    const { core, site, code, answer } = await open();
    await core.commit(...[CLICKED, CLICKED].map((seen) => contributionOf(site, seen, { day: '2026-11-27' })));
    const { windows } = await answer(await code());
    expect(windows).toEqual({ all: [], s: [], m: [], l: [] });
  });

  it('may read it where it is a page of the site, and no cache takes it for another', async () => {
    const { ask, code } = await open();
    const { status, headers } = await ask(await code());
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe(SHOP);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect([headers.get('vary'), headers.get('cache-control')]).toEqual(['Origin', 'no-store']);
  });

  it.each(['https://evil.example', 'null', null])(
    'from %s is refused, and the code is not used',
    async (origin) => {
      const { ask, code } = await open();
      const one = await code();
      const refused = await ask(one, origin);
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      expect(await refused.json()).toMatchObject({ type: 'urn:holloway:origin-not-registered' });
      expect((await ask(one)).status).toBe(200);
    },
  );

  it('is refused in the same words whether the code was used, is too old, never was, or is of another site', async () => {
    const { ask, code, core, make, access, mira } = await open();
    const used = await code();
    await ask(used);
    const old = await code();
    core.clock.ms += 120_000;
    const { code: others } = (await (await make({}, 'teapots')).json()) as OverlayCode;
    const signedOut = await code();
    const [session] = await access.sessions((await access.caller(mira.headers()))?.id ?? '');
    await access.endSession((await access.userNamed(MIRA)).id, session?.id ?? '');
    const answers = await Promise.all(
      [used, old, 'x'.repeat(43), '', others, signedOut].map(async (each) => {
        const refused = await ask(each);
        return [refused.status, refused.headers.get('access-control-allow-origin'), await refused.text()];
      }),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]).toEqual([403, SHOP, expect.stringContaining('"field":"code"')]);
  });

  it('takes of the time that its merchandiser may take, and is refused where that is used up', async () => {
    const asking: string[] = [];
    const { ask, code } = await open({
      everyone: async (_, next) => next(),
      staff: async (c) => {
        asking.push(callerOf(c).name);
        return problem('rate_limited', { retryAfterSeconds: 1 });
      },
    });
    const refused = await ask(await code());
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([429, SHOP]);
    expect(asking).toEqual([MIRA]);
  });

  it('is told nothing more once whoever began may not read the site any more', async () => {
    const { ask, answer, access, code } = await open();
    const { next } = await answer(await code());
    await access.changeUser((await access.userNamed(MIRA)).id, { sites: ['teapots'] });
    expect((await ask(next?.code ?? '')).status).toBe(403);
  });

  it.each([
    ['not json', 'body', 'must be there'],
    [{ site: 'shop', page: '/', code: 7 }, 'code', 'must be text'],
  ])('and sends %o is told what is wrong with it', async (body, field, rule) => {
    const { exchange } = await open();
    const refused = await exchange(body);
    expect([refused.status, await refused.json()]).toEqual([400, expect.objectContaining({ field, rule })]);
  });

  it('is written down as what its merchandiser looked at, without page and code', async () => {
    const { access, ask, code } = await open();
    await ask(await code());
    const written = access.readLog({ limit: 9, offset: 0 }).filter(({ what }) => what.includes('overlay'));
    expect(
      written.map(({ actor, what, site, detail, result }) => [actor.name, what, site, detail, result]),
    ).toEqual([
      [MIRA, 'POST /v1/overlay', 'shop', 'layout', 'granted'],
      [MIRA, 'POST /v1/sites/:site/overlay', 'shop', '', 'granted'],
    ]);
  });
});
