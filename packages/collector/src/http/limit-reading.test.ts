import { PERMISSIONS } from '@holloway/protocol';
import { Hono, type MiddlewareHandler } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Sender } from '../ingest/anonymise.ts';
import { createLimiter } from '../ingest/limit.ts';
import { setCaller } from './caller.ts';
import { limitReading, type ReadingLimits } from './limit-reading.ts';
import { mount, type Route } from './route.ts';

const SENDER: Sender = {
  origin: null,
  contentType: null,
  network: 'a network',
  gpc: false,
  bot: false,
  slices: {},
  model: null,
};

/** `/published` for everybody; `/report?ms=` for the key of the query, whose answer takes so long. */
function open({ busy = false } = {}) {
  const clock = { ms: 0, now: () => clock.ms };
  const state = { busy, underWay: 0, mostUnderWay: 0 };
  /** What comes in during an answer to `&meanwhile`. */
  const meanwhile: (() => void)[] = [];
  const limits = limitReading({
    anonymise: () => SENDER,
    limitNetwork: createLimiter({ perSecond: 1, burst: 2 }),
    isBusy: () => state.busy,
    clock,
    stopwatch: clock,
  });
  const app = new Hono();
  app.get('/published', limits.everyone, (c) => c.text('for everybody'));
  app.get(
    '/report',
    async (c, next) => {
      const grant = { permissions: [], sites: 'all' } as const;
      setCaller(c, { kind: 'key', id: c.req.query('key') ?? '1', name: 'a key', grant });
      await next();
    },
    limits.staff,
    async (c) => {
      state.underWay += 1;
      state.mostUnderWay = Math.max(state.mostUnderWay, state.underWay);
      clock.ms += Number(c.req.query('ms'));
      if (c.req.query('meanwhile') !== undefined) for (const work of meanwhile) setImmediate(work);
      await Promise.resolve();
      state.underWay -= 1;
      if (c.req.query('fails') !== undefined) throw new Error('it fails');
      return c.text('a report');
    },
  );
  app.onError(() => new Response(null, { status: 500 }));
  const ask = async (path: string) => {
    const response = await app.request(path);
    return { status: response.status, retryAfter: response.headers.get('Retry-After') };
  };
  return { ask, clock, state, meanwhile };
}

const ANSWERED = { status: 200, retryAfter: null };

describe('what everybody may read', () => {
  it('is answered 429 with Retry-After to a network that asks too often, for as long as it does', async () => {
    const { ask, clock } = open();
    expect([await ask('/published'), await ask('/published')]).toEqual([ANSWERED, ANSWERED]);
    expect(await ask('/published')).toEqual({ status: 429, retryAfter: '5' });
    clock.ms += 1_000;
    expect(await ask('/published')).toEqual(ANSWERED);
  });
});

describe('what staff and keys read', () => {
  it('may take twenty seconds together, and then a fifth of the time', async () => {
    const { ask, clock } = open();
    // Ten make twenty seconds; of those a fifth came back while they passed, and of what came back again.
    for (let i = 0; i < 13; i++) expect(await ask('/report?ms=2000')).toEqual(ANSWERED);
    expect(await ask('/report?ms=2000')).toEqual({ status: 429, retryAfter: '7' });
    clock.ms += 7_000;
    expect(await ask('/report?ms=2000')).toEqual(ANSWERED);
    expect((await ask('/report?ms=2000')).status).toBe(429);
  });

  it('by one key takes nothing of the time of another', async () => {
    const { ask } = open();
    await ask('/report?ms=60000');
    expect((await ask('/report?ms=1')).status).toBe(429);
    expect(await ask('/report?ms=1&key=2')).toEqual(ANSWERED);
  });

  it('costs its time where it fails too', async () => {
    const { ask } = open();
    expect((await ask('/report?ms=60000&fails')).status).toBe(500);
    expect((await ask('/report?ms=1')).status).toBe(429);
  });

  it('is answered one after the other', async () => {
    const { ask, state } = open();
    await Promise.all(Array.from({ length: 20 }, (_, i) => ask(`/report?ms=1&key=${i}`)));
    expect(state.mostUnderWay).toBe(1);
  });

  it('is refused where a hundred wait already, and is answered again afterwards', async () => {
    const { ask } = open();
    const answers = await Promise.all(Array.from({ length: 150 }, (_, i) => ask(`/report?ms=1&key=${i}`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(100);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(50);
    expect(await ask('/report?ms=1')).toEqual(ANSWERED);
  });

  it('leaves room for other work between two answers', async () => {
    const { ask, meanwhile } = open();
    const order: string[] = [];
    const first = ask('/report?ms=1&meanwhile').then(() => order.push('a report'));
    const second = ask('/report?ms=1').then(() => order.push('another report'));
    meanwhile.push(() => order.push('a batch'));
    await Promise.all([first, second]);
    expect(order).toEqual(['a report', 'a batch', 'another report']);
  });
});

describe('a route', () => {
  const refuse: MiddlewareHandler = async () => new Response(null, { status: 429 });
  const caller = {
    kind: 'key',
    id: '1',
    name: 'a key',
    grant: { permissions: PERMISSIONS, sites: 'all' },
  } as const;
  const about = (method: 'get' | 'post', path: string) =>
    ({ method, path, area: 'operation', summary: 'Something.', answers: [] }) as const;
  const answer = () => new Response('answered');
  const ROUTES: readonly Route[] = [
    { ...about('get', '/published'), rule: { for: 'everyone' }, answer },
    { ...about('get', '/for-pages'), rule: { for: 'visitors' }, answer },
    { ...about('get', '/theirs'), rule: { for: 'known' }, answer },
    { ...about('get', '/figures'), rule: { for: 'collector', permission: 'metrics' }, answer },
    { ...about('post', '/theirs'), rule: { for: 'known' }, answer },
    { ...about('post', '/counts'), rule: { for: 'visitors' }, answer },
    { ...about('post', '/v1/overlay'), rule: { for: 'visitors' }, answer },
    { ...about('get', '/healthz'), rule: { for: 'everyone' }, answer },
    { ...about('get', '/readyz'), rule: { for: 'everyone' }, answer },
  ];
  const pass: MiddlewareHandler = async (_, next) => next();

  const statuses = async (readingLimits: ReadingLimits, isKnown = true) => {
    const app = new Hono();
    mount(app, ROUTES, {
      access: {
        caller: async () => (isKnown ? caller : null),
        fromDashboard: () => true,
        record: () => undefined,
      },
      registry: { site: async () => undefined },
      metrics: { observe: () => undefined },
      clock: { now: () => 0 },
      readingLimits,
    });
    const asked = ROUTES.map(async ({ method, path }) => [
      `${method} ${path}`,
      (await app.request(path, { method })).status,
    ]);
    return Object.fromEntries(await Promise.all(asked));
  };

  it('that everybody may read is limited by network, but for what watches over the process', async () => {
    expect(await statuses({ everyone: refuse, staff: pass })).toEqual({
      'get /published': 429,
      'get /for-pages': 429,
      'get /theirs': 200,
      'get /figures': 200,
      'post /theirs': 200,
      'post /counts': 200,
      'post /v1/overlay': 429,
      'get /healthz': 200,
      'get /readyz': 200,
    });
  });

  it('that staff and keys read is limited by time, once it is known who asks', async () => {
    const limited = { everyone: pass, staff: refuse };
    expect(await statuses(limited)).toMatchObject({
      'get /theirs': 429,
      'get /figures': 429,
      'post /theirs': 200,
    });
    expect(await statuses(limited, false)).toMatchObject({ 'get /theirs': 401, 'get /figures': 401 });
  });
});
