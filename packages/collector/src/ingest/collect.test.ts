import type { SiteKind } from '@holloway/protocol';
import { type BrowserSlices, MAX_BODY_BYTES } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { byDimensions, held } from '../../test/cells.ts';
import { assemble, batchOf, declared, NOON } from '../../test/core.ts';
import { temporaryStore } from '../../test/temporary.ts';
import { type SitePolicy, StoreUnavailableError } from '../store/store.ts';
import type { Sender } from './anonymise.ts';
import { createCollect, mayEmbed } from './collect.ts';
import type { Contribution } from './expand.ts';
import { createLimiter } from './limit.ts';

const ORIGIN = 'https://shop.example';
const SENDER: Sender = {
  origin: ORIGIN,
  contentType: 'text/plain;charset=UTF-8',
  network: 'a network',
  gpc: false,
  bot: false,
  slices: { country: 'DE', device: 'phone' },
  model: null,
};

interface Given {
  readonly kind?: SiteKind;
  readonly origins?: readonly string[];
  readonly perNetwork?: number;
  readonly perSite?: number;
  readonly failing?: Error;
  readonly policy?: SitePolicy | null;
}

async function open(given: Given = {}) {
  const { kind = 'live', origins = [ORIGIN], perNetwork = 0, perSite = 0, failing, policy = null } = given;
  const core = await assemble(temporaryStore());
  const site = await core.addSite({ kind, origins, k: kind === 'test' ? 1 : 3 }, declared('page', '/a'));
  const drops: string[] = [];
  const added: Contribution[] = [];
  /** For the test to set: how many wait to be written, and how long each does. */
  const waiting = { batches: 0, ms: 0 };
  const collect = createCollect({
    ...core,
    registry: {
      ...core.registry,
      async site(slug) {
        const known = await core.registry.site(slug);
        return known && { ...known, policy };
      },
    },
    committer: {
      ...core.committer,
      async add(contribution) {
        if (failing !== undefined) throw failing;
        added.push(contribution);
        core.clock.ms += waiting.ms;
        const outcome = core.committer.add(contribution);
        await core.committer.drain();
        return outcome;
      },
      backlog: () => waiting.batches,
    },
    limitNetwork: createLimiter({ perSecond: perNetwork, burst: perNetwork }),
    limitSite: createLimiter({ perSecond: perSite, burst: perSite }),
    countDrop: (reason) => drops.push(reason),
  });
  const views = async () => byDimensions((await held(core, site, 'page.view')).intake);
  return { core, collect, drops, added, views, waiting };
}

const body = (given: Parameters<typeof batchOf>[1] & { readonly slices?: BrowserSlices } = {}): string =>
  JSON.stringify(batchOf([['page.view', ['/a'], 1, 2]], given));

const problemOf = async (response: Response) => {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  return (await response.json()) as { status: number; type: string; field?: string; rule?: string };
};

describe('a batch that is counted', () => {
  it('is answered 204, without a word', async () => {
    const { collect, views } = await open();
    const response = await collect(SENDER, body());
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(response.headers.get('Set-Cookie')).toBeNull();
    expect(await views()).toEqual({ '/a': 1 });
  });

  it('is answered 204 the second time too, and counted once', async () => {
    const { collect, views } = await open();
    const same = body();
    expect((await collect(SENDER, same)).status).toBe(204);
    expect((await collect(SENDER, same)).status).toBe(204);
    expect(await views()).toEqual({ '/a': 1 });
  });

  it('is answered 204 whether or not its strings are known', async () => {
    const { collect, views } = await open();
    const known = await collect(SENDER, body());
    const unknown = await collect(SENDER, JSON.stringify(batchOf([['page.view', ['/rare'], 1, 2]])));
    expect([unknown.status, [...unknown.headers]]).toEqual([known.status, [...known.headers]]);
    expect(await views()).toEqual({ '(other)': 1, '/a': 1 });
  });

  it('gets the slices that only the collector knows, and its network as its supporter', async () => {
    const { collect, added } = await open();
    await collect(SENDER, body({ slices: { viewport: 's' } }));
    expect(added).toMatchObject([
      { supporter: 'a network', batch: { slices: { viewport: 's', country: 'DE', device: 'phone' } } },
    ]);
  });

  it.each([
    ['the browser tells', 'SM-S918B', null, 'Samsung Galaxy S23 Ultra'],
    ['the browser tells rather than the User-Agent', 'SM-S918B', 'Pixel 8', 'Samsung Galaxy S23 Ultra'],
    ['the User-Agent tells', undefined, 'SM-S911U', 'Samsung Galaxy S23'],
    ['the User-Agent tells, where the browser says K', 'K', 'Pixel 8', 'Google Pixel 8'],
    ['nobody has a name for', 'SM-Z999B', null, 'SM-Z999B'],
    ['is withheld', undefined, null, undefined],
    ['is K, which is none', 'K', null, undefined],
  ])('gets the name of the model that %s', async (_, told, fromUserAgent, model) => {
    const { collect, added } = await open();
    const sender = { ...SENDER, model: fromUserAgent };
    expect((await collect(sender, body(told === undefined ? {} : { model: told }))).status).toBe(204);
    expect(added.map(({ batch }) => batch.model)).toEqual([model]);
  });

  it('is that of a tablet where the page knows that its Mac is an iPad', async () => {
    const { collect, added } = await open();
    const sender: Sender = { ...SENDER, slices: { country: 'DE', device: 'desktop', os: 'macOS' } };
    await collect(sender, body({ model: 'iPad' }));
    expect(added).toMatchObject([
      { batch: { model: 'iPad', slices: { country: 'DE', device: 'tablet', os: 'iPadOS' } } },
    ]);
  });

  it('counts on the day that it claims, while that is open', async () => {
    const { collect, core, added } = await open();
    await collect(SENDER, body({ day: '2026-11-22' }));
    await core.sealer.sealThrough('shop', NOON / 86_400_000 - 1.5);
    await collect(SENDER, body({ day: '2026-11-22' }));
    expect(added.map(({ day }) => new Date(day * 86_400_000).toISOString().slice(0, 10))).toEqual([
      '2026-11-22',
      '2026-11-23',
    ]);
  });
});

describe('a batch that is dropped', () => {
  it.each<{ why: string; sender: Partial<Sender>; basis: 'chosen' | 'default'; drop: string[] }>([
    { why: 'of a bot', sender: { bot: true }, basis: 'chosen', drop: ['bot'] },
    { why: 'that objects by GPC before any choice', sender: { gpc: true }, basis: 'default', drop: ['gpc'] },
    { why: 'with GPC, of a visitor who then agreed', sender: { gpc: true }, basis: 'chosen', drop: [] },
    { why: 'without GPC, where no choice is needed', sender: {}, basis: 'default', drop: [] },
  ])('or not, $why: $drop', async ({ sender, basis, drop }) => {
    const { collect, drops, views } = await open();
    const counted = await (await open()).collect(SENDER, body());
    const response = await collect({ ...SENDER, ...sender }, body({ basis }));
    // From outside nobody can tell.
    expect([response.status, [...response.headers]]).toEqual([counted.status, [...counted.headers]]);
    expect(drops).toEqual(drop);
    expect(await views()).toEqual(drop.length === 0 ? { '/a': 1 } : {});
  });

  it('because its site is an archive, whose time stands still', async () => {
    const { collect, drops, views } = await open({ kind: 'archive' });
    expect((await collect(SENDER, body())).status).toBe(204);
    expect(drops).toEqual(['archive']);
    expect(await views()).toEqual({});
  });
});

describe('a refusal', () => {
  const choice = (chosen: string) =>
    JSON.stringify(batchOf([['consent.choice', ['00000000', 'banner', chosen], 1, 2]]));
  const counting = { languages: ['en'], preferences: [], position: 'bar' } as const;

  it.each([
    { says: 'has no policy', policy: null, drop: ['refusal'] },
    { says: 'does not count refusals', policy: { ...counting, countsRefusals: false }, drop: ['refusal'] },
    { says: 'says that it counts them', policy: { ...counting, countsRefusals: true }, drop: [] },
  ])('of a site that $says: $drop is dropped', async ({ policy, drop }) => {
    const { collect, drops, added } = await open({ policy });
    const counted = await (await open()).collect(SENDER, body());
    const response = await collect(SENDER, choice('rejected'));
    // From outside nobody can tell.
    expect([response.status, [...response.headers]]).toEqual([counted.status, [...counted.headers]]);
    expect(drops).toEqual(drop);
    expect(added).toHaveLength(drop.length === 0 ? 1 : 0);
  });

  it('is told from agreeing, which is counted on every site', async () => {
    const { collect, drops, added } = await open();
    for (const chosen of ['accepted', 'chosen']) await collect(SENDER, choice(chosen));
    expect([drops, added.length]).toEqual([[], 2]);
  });
});

describe('a request that is refused', () => {
  it.each([
    { contentType: null },
    { contentType: '' },
    { contentType: 'application/json' },
    { contentType: 'text/plainer' },
    { contentType: 'multipart/form-data; boundary=text/plain' },
  ])('for its content type $contentType is answered 415', async ({ contentType }) => {
    const { collect } = await open();
    const response = await collect({ ...SENDER, contentType }, body());
    expect(response.status).toBe(415);
    expect(await problemOf(response)).toMatchObject({ field: 'Content-Type', rule: 'must be text/plain' });
  });

  it.each(['text/plain', 'TEXT/PLAIN; charset=utf-8', 'text/plain ;charset=utf-8'])(
    'is not one with the content type %s',
    async (contentType) => {
      const { collect } = await open();
      expect((await collect({ ...SENDER, contentType }, body())).status).toBe(204);
    },
  );

  it('for its size is answered 413 from the first byte above 16 KiB', async () => {
    const { collect } = await open();
    const padded = (bytes: number): string => {
      const text = body();
      return `${' '.repeat(bytes - text.length)}${text}`;
    };
    expect((await collect(SENDER, padded(MAX_BODY_BYTES))).status).toBe(204);
    const response = await collect(SENDER, padded(MAX_BODY_BYTES + 1));
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({ rule: 'must be at most 16384 bytes' });
  });

  it('counts bytes, not characters', async () => {
    const { collect } = await open();
    expect((await collect(SENDER, '€'.repeat(6_000))).status).toBe(413);
  });

  const CANARY = 'canary-5b1e07';
  it.each([
    { what: 'no JSON', text: `{${CANARY}`, field: undefined, rule: 'must be a JSON object' },
    { what: 'an empty body', text: '', field: undefined, rule: 'must be a JSON object' },
    { what: 'an array', text: `["${CANARY}"]`, field: undefined, rule: 'must be a JSON object' },
    {
      what: 'a site of another shape',
      text: body({ site: `${CANARY}!` }),
      field: 'site',
      rule: /must be 1 to/,
    },
    {
      what: 'a nonce of another shape',
      text: body({ batch: CANARY }),
      field: 'batch',
      rule: /64 random bits/,
    },
    { what: 'a day that is none', text: body({ day: CANARY }), field: 'day', rule: /must be a date/ },
    {
      what: 'a slice that only the collector may add',
      text: body({ slices: { country: 'DE' } }),
      field: 'slices',
      rule: /may have viewport, source, visitor only/,
    },
    {
      what: 'a field that the wire does not have',
      text: body().replace('{', `{"${CANARY}":1,`),
      field: undefined,
      rule: /may have the fields/,
    },
    {
      what: 'an unknown fact',
      text: body().replace('page.view', CANARY),
      field: 'increments[0][0]',
      rule: 'must be a fact of the catalogue',
    },
  ])('for $what is answered 400 with field and rule, never the value', async ({ text, field, rule }) => {
    const { collect, views } = await open();
    const response = await collect(SENDER, text);
    expect(response.status).toBe(400);
    const answer = await response.clone().text();
    expect(answer).not.toContain(CANARY);
    const problem = await problemOf(response);
    expect(problem.field).toBe(field);
    expect(problem.rule).toMatch(rule);
    expect(await views()).toEqual({});
  });

  it('for a site that is not there is answered 404', async () => {
    const { collect } = await open();
    const response = await collect(SENDER, body({ site: 'nowhere' }));
    expect(response.status).toBe(404);
    expect(await problemOf(response)).toMatchObject({ type: 'urn:holloway:unknown-site' });
  });

  it.each([
    null,
    'null',
    'https://evil.example',
    `${ORIGIN}.evil.example`,
    'http://shop.example',
    `${ORIGIN}/`,
  ])('for its origin %s is answered 403', async (origin) => {
    const { collect, views } = await open();
    const response = await collect({ ...SENDER, origin }, body());
    expect(response.status).toBe(403);
    expect(await problemOf(response)).toMatchObject({ field: 'Origin' });
    expect(await views()).toEqual({});
  });

  it('for the rate of its network is answered 429 with Retry-After; other networks go on', async () => {
    const { collect, core } = await open({ perNetwork: 2 });
    const send = (network = 'a network') => collect({ ...SENDER, network }, body());
    expect([(await send()).status, (await send()).status]).toEqual([204, 204]);
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('5');
    expect((await send('another network')).status).toBe(204);
    core.clock.ms += 1_000;
    expect((await send()).status).toBe(204);
  });

  it('for the rate of its network counts as one for every fifty increments', async () => {
    const { collect, views } = await open({ perNetwork: 5 });
    const long = (length: number) =>
      JSON.stringify(batchOf(Array.from({ length }, (_, i) => ['page.scroll', [`/${i}`, 1], 1])));
    const status = async (text: string) => (await collect(SENDER, text)).status;
    expect(await status(long(200))).toBe(204);
    expect(await status(long(50))).toBe(204);
    expect(await status(body())).toBe(429);
    expect(await views()).toEqual({});
  });

  it('for the rate of its site is answered 429 with Retry-After', async () => {
    const { collect } = await open({ perSite: 1 });
    const send = (network: string) => collect({ ...SENDER, network }, body());
    expect((await send('one')).status).toBe(204);
    const refused = await send('two');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('5');
  });

  it('because nothing can be committed is answered 503 with Retry-After', async () => {
    const { collect } = await open({ failing: new StoreUnavailableError('disk full') });
    const response = await collect(SENDER, body());
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('10');
    expect(await problemOf(response)).toMatchObject({ title: 'Nothing was counted; send it again' });
  });

  it('because two thousand batches wait to be written is answered 503 with Retry-After, unread', async () => {
    const { collect, waiting, views } = await open();
    waiting.batches = 2_000;
    const response = await collect(SENDER, 'no batch');
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '10']);
    waiting.batches = 1_999;
    expect((await collect(SENDER, body())).status).toBe(204);
    expect(await views()).toEqual({ '/a': 1 });
  });

  it('because batches wait for too long is answered 503 until they do not', async () => {
    const { collect, waiting } = await open();
    const status = async () => (await collect(SENDER, body())).status;
    waiting.ms = 1_500;
    expect(await status()).toBe(204);
    waiting.batches = 100;
    expect(await status()).toBe(503);
    Object.assign(waiting, { batches: 99, ms: 200 });
    expect(await status()).toBe(204);
    waiting.batches = 100;
    expect(await status()).toBe(204);
  });

  it('because of a bug of ours is left to the one handler of those', async () => {
    const bug = new TypeError('a bug');
    const { collect } = await open({ failing: bug });
    await expect(collect(SENDER, body())).rejects.toBe(bug);
  });
});

describe('who may embed a site', () => {
  const test = { kind: 'test', origins: [] };
  const live = { kind: 'live', origins: [ORIGIN] };

  it.each([
    ...['http://localhost', 'http://localhost:8788', 'https://127.0.0.1:3000', 'http://[::1]:8788'].map(
      (origin) => ({ origin, site: test, may: true }),
    ),
    ...['http://localhost.evil.example', 'http://evil.example/localhost', 'file://localhost', null].map(
      (origin) => ({ origin, site: test, may: false }),
    ),
    { origin: 'http://localhost:8788', site: live, may: false },
    { origin: ORIGIN, site: live, may: true },
    { origin: null, site: live, may: false },
  ])('$origin on $site: $may', ({ origin, site, may }) => {
    expect(mayEmbed(origin, site)).toBe(may);
  });
});
