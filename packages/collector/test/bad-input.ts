/**
 * What is sent that should not be, and what becomes of it: the rows of docs/bad-input.md, each with what shows that it is
 * so. The test beside it runs them and holds the page to them.
 */
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { MAX_BODY_BYTES, normalisePath } from '@holloway/protocol';
import { serve } from '@hono/node-server';
import { longestSending } from '../src/http/limit-body.ts';
import { serverOptions } from '../src/http/limit-connections.ts';
import { createAnonymiser } from '../src/ingest/anonymise.ts';
import { openCountries } from '../src/ingest/country.ts';
import { forwardedAddress } from '../src/ingest/network.ts';
import { createTestApp, type TestApp } from './app.ts';
import { held } from './cells.ts';
import { assemble, batchOf, declared, type TestCore, TODAY } from './core.ts';
import { temporaryStore } from './temporary.ts';

/** In what is sent, and never in an answer. */
const CANARY = 'canary-6f1d';

interface Answered {
  readonly status: number;
  readonly field?: string | undefined;
  readonly rule?: string | undefined;
}

export interface BadInput {
  /** Of a row of the page. */
  readonly input: string;
  readonly answer: string;
  /** What is seen, and what should be. */
  readonly tried: () => Promise<{ readonly seen: unknown; readonly expected: unknown }>;
}

/** Of everybody here. */
const ADDRESS = '198.51.100.7';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';

interface Shop extends TestApp {
  readonly core: TestCore;
  send(body: BodyInit, headers?: Record<string, string>): Promise<Response>;
  /** Views by page, and those under `(other)`. */
  views(): Promise<Record<string, number>>;
}

async function openShop(): Promise<Shop> {
  const core = await assemble(temporaryStore());
  const site = await core.addSite({}, declared('page', '/a'));
  const app = createTestApp(core);
  return {
    ...app,
    core,
    send: async (body, headers = {}) =>
      app.app.request(
        '/v1/collect',
        {
          method: 'POST',
          headers: {
            'content-type': 'text/plain',
            origin: 'https://shop.example',
            'user-agent': FIREFOX,
            ...headers,
          },
          body,
        },
        { incoming: { socket: { remoteAddress: ADDRESS } } },
      ),
    views: async () =>
      Object.fromEntries(
        (await held(core, site, 'page.view')).intake.map(({ dimensions, n }) => [dimensions, n]),
      ),
  };
}

async function answerOf(response: Response): Promise<Answered> {
  const text = await response.text();
  if (text.includes(CANARY)) throw new Error('the answer repeats what was sent');
  if (response.status < 400) return { status: response.status };
  const { field, rule } = JSON.parse(text) as { field?: string; rule?: string };
  return { status: response.status, field, rule };
}

type Batch = Record<string, unknown>;
const view = (page: unknown, n: unknown = 1): unknown[] => ['page.view', [page], n, 1];
const batch = (change: Batch = {}): Batch => ({ ...batchOf([['page.view', ['/a'], 1, 1]]), ...change });

/** @param change Of a batch that would be counted. */
const refused =
  (
    change: Batch | string | Uint8Array<ArrayBuffer>,
    expected: Partial<Answered>,
    headers = {},
  ): BadInput['tried'] =>
  async () => {
    const shop = await openShop();
    const isRaw = typeof change === 'string' || change instanceof Uint8Array;
    const seen = await answerOf(await shop.send(isRaw ? change : JSON.stringify(batch(change)), headers));
    return {
      seen: [seen, await shop.views()],
      expected: [{ status: 400, field: undefined, ...expected }, {}],
    };
  };

const PRINTABLE = 'must be a text of 1 to 200 printable characters';
const ofName = (name: unknown) =>
  refused({ increments: [view(name)] }, { field: 'increments[0][1][0]', rule: PRINTABLE });
const ofCount = (n: unknown) =>
  refused(
    { increments: [view('/a', n)] },
    { field: 'increments[0][2]', rule: 'must be an integer from 0 to 20' },
  );

/** Sent once, and counted by whatever it says. */
const counted =
  (change: Batch, expected: Record<string, number>, headers = {}): BadInput['tried'] =>
  async () => {
    const shop = await openShop();
    const { status } = await shop.send(JSON.stringify(batch(change)), headers);
    return { seen: [status, await shop.views()], expected: [204, expected] };
  };

/** Of a report, by somebody who may read all. */
const asked =
  (query: string, expected: Partial<Answered>): BadInput['tried'] =>
  async () => {
    const { get } = await openShop();
    const { rule, ...seen } = await answerOf(await get(`/v1/sites/shop/reports/pages?${query}`));
    return { seen: expected.rule === undefined ? seen : { ...seen, rule }, expected };
  };

const HIDDEN = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';

/** Of all that is answered to these bytes, until the connection is closed. */
async function statusesOf({ app }: Pick<TestApp, 'app'>, bytes: string): Promise<number[]> {
  const given = { fetch: app.fetch, port: 0, hostname: '127.0.0.1', serverOptions: serverOptions(false) };
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>(
    (resolve) => {
      const started = serve(given, (info: AddressInfo) => resolve({ server: started, port: info.port }));
    },
  );
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    heard += text;
  });
  socket.on('error', () => undefined); // closed by the other side: what some of it is about
  socket.end(Buffer.from(bytes, 'latin1'));
  await once(socket, 'close');
  server.close();
  if (heard.includes(CANARY)) throw new Error('the answer repeats what was sent');
  return [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

const said =
  (bytes: string, status: number): BadInput['tried'] =>
  async () => ({ seen: await statusesOf(await openShop(), bytes), expected: [status] });

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** What the page says, in its order. */
export const SECTIONS: readonly { readonly title: string; readonly rows: readonly BadInput[] }[] = [
  {
    title: 'What a browser sends',
    rows: [
      { input: 'a NUL byte in a name', answer: '400, names the field', tried: ofName(`/${CANARY}\u0000`) },
      {
        input: 'half a character (a lone surrogate)',
        answer: '400, names the field',
        tried: ofName(`/${CANARY}\ud800`),
      },
      {
        input: 'a sign that turns the direction of reading',
        answer: '400, names the field',
        tried: ofName(`/${CANARY}\u202e`),
      },
      {
        input: 'a name of more than 200 characters',
        answer: '400, names the field',
        tried: ofName(`/${CANARY}${'a'.repeat(200)}`),
      },
      { input: 'an empty name', answer: '400, names the field', tried: ofName('') },
      {
        input: 'a number, a list or nothing where a name should be',
        answer: '400, names the field',
        tried: ofName([CANARY]),
      },
      {
        input: 'letters that look like others (`sһop` with a Cyrillic h)',
        answer:
          'another name: 400 for the id of a site; a page is counted under `(other)` until *k* browsers bring it',
        tried: counted({ increments: [view('/\u0430')] }, { '(other)': 1 }),
      },
      {
        input: 'text, a fraction or a negative number where a count should be',
        answer: '400, names the field',
        tried: ofCount(-0.5),
      },
      {
        input: 'a count beyond what a visit can have',
        answer: '400, names the field',
        tried: ofCount(2 ** 53),
      },
      {
        input: 'a number beyond all (`1e309`)',
        answer: '400, names the field',
        tried: refused(JSON.stringify(batch()).replace('],1,1]', '],1e309,1]'), {
          field: 'increments[0][2]',
          rule: 'must be an integer from 0 to 20',
        }),
      },
      {
        input: 'the same cell twice in a batch',
        answer: '400: it would count one browser as two',
        tried: refused(
          { increments: [view('/a'), view('/a')] },
          { field: 'increments[1]', rule: 'must be of another cell than those before it' },
        ),
      },
      {
        input: 'more than 200 increments',
        answer: '400, names the field',
        tried: refused(
          { increments: Array.from({ length: 201 }, (_, i) => view(`/${i}`)) },
          { field: 'increments', rule: 'must be an array of 1 to 200' },
        ),
      },
      {
        input: 'a field that there is not, such as a time or an id of a visitor',
        answer: '400; the field is not named, for it is a value too',
        tried: refused(
          { [CANARY]: Date.now() },
          {
            rule: 'may have the fields v, site, day, batch, statement, basis, slices, model, increments only',
          },
        ),
      },
      {
        input: '`__proto__` or `constructor` as a field',
        answer: '400; nothing inherits from it',
        tried: refused(JSON.stringify(batch()).replace('{', '{"__proto__":{"admin":true},'), {
          rule: 'may have the fields v, site, day, batch, statement, basis, slices, model, increments only',
        }),
      },
      {
        input: '`__proto__` as a name',
        answer: 'a name like any other',
        tried: counted({ increments: [view('__proto__')] }, { '(other)': 1 }),
      },
      {
        input: 'a slice that only the collector may tell, such as the country',
        answer: '400, names the field',
        tried: refused(
          { slices: { country: 'IT' } },
          { field: 'slices', rule: 'may have viewport, source, visitor only' },
        ),
      },
      {
        input: 'brackets nested 8,000 deep',
        answer: '400',
        tried: refused(nested(8_000), { rule: 'must be a JSON object' }),
      },
      {
        input: 'what is no JSON, or ends in the middle',
        answer: '400',
        tried: refused(`{"${CANARY}":`, { rule: 'must be a JSON object' }),
      },
      {
        input: 'UTF-16, or bytes that are no UTF-8',
        answer: '400',
        tried: refused(new Uint8Array(Buffer.from(JSON.stringify(batch()), 'utf16le')), {
          rule: 'must be a JSON object',
        }),
      },
      {
        input: 'the same field twice',
        answer: 'the last one counts, as in every reader of JSON',
        tried: async () => {
          const shop = await openShop();
          const { status } = await shop.send(JSON.stringify(batch()).replace('{', '{"site":"nowhere",'));
          return { seen: [status, await shop.views()], expected: [204, { '/a': 1 }] };
        },
      },
      {
        input: 'a field of 10 MB',
        answer: '413 by its declared length, before it is read',
        tried: refused(
          '{}',
          { status: 413, rule: 'must be at most 16384 bytes' },
          { 'content-length': String(10 * 1024 * 1024) },
        ),
      },
      {
        input: 'a body of 16 KiB and a byte, of whatever declared length',
        answer: '413',
        tried: refused(CANARY.padEnd(MAX_BODY_BYTES + 1), {
          status: 413,
          rule: 'must be at most 16384 bytes',
        }),
      },
      {
        input: 'a body that comes more slowly than 20 KB a second',
        answer: 'waited for ten seconds more, then cut off',
        tried: async () => ({ seen: Math.round(longestSending(MAX_BODY_BYTES)), expected: 10_819 }),
      },
      {
        input: 'another content type than text',
        answer: '415',
        tried: refused(
          {},
          { status: 415, field: 'Content-Type', rule: 'must be text/plain' },
          { 'content-type': 'application/json' },
        ),
      },
      {
        input: 'no `Origin`, `null`, or one that begins like that of the shop',
        answer: '403',
        tried: refused(
          {},
          { status: 403, field: 'Origin', rule: undefined },
          { origin: `https://shop.example.${CANARY}.example` },
        ),
      },
      {
        input: 'a site that there is not',
        answer: '404',
        tried: refused({ site: 'nowhere' }, { status: 404, rule: undefined }),
      },
      {
        input: 'the same batch a thousand times',
        answer: '204 each time, counted once',
        tried: async () => {
          const shop = await openShop();
          const same = JSON.stringify(batch());
          const statuses = new Set<number>();
          for (let i = 0; i < 1_000; i++) statuses.add((await shop.send(same)).status);
          return { seen: [[...statuses], await shop.views()], expected: [[204], { '/a': 1 }] };
        },
      },
      {
        input: 'a day long past, or in the future',
        answer: 'counted on the day it arrives',
        tried: async () => {
          const shop = await openShop();
          for (const day of ['1970-01-01', '2026-11-20', '9999-12-31'])
            await shop.send(JSON.stringify(batch({ day })));
          const days = await shop.core.store.openDays(1);
          return {
            seen: days.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
            expected: [TODAY],
          };
        },
      },
      {
        input: 'a day that is none (`2026-02-30`)',
        answer: '400, names the field',
        tried: refused({ day: '2026-02-30' }, { field: 'day', rule: 'must be a date such as 2026-11-23' }),
      },
    ],
  },
  {
    title: 'What stands around it',
    rows: [
      {
        input: 'a forged `X-Forwarded-For`, without a proxy',
        answer: 'not read',
        tried: async () => {
          const anonymise = createAnonymiser({
            trustProxy: false,
            lookUpCountry: () => null,
            secret: new Uint8Array(32),
          });
          const networks = ['203.0.113.9', CANARY, ''].map(
            (forged) =>
              anonymise({ headers: new Headers({ 'x-forwarded-for': forged }), remoteAddress: ADDRESS })
                .network,
          );
          return { seen: new Set(networks).size, expected: 1 };
        },
      },
      {
        input: 'a forged `X-Forwarded-For`, before what a proxy adds',
        answer: 'the last address alone is read, which the proxy saw',
        tried: async () => ({
          seen: forwardedAddress(new Headers({ 'x-forwarded-for': `${CANARY}, 203.0.113.9, 198.51.100.7` })),
          expected: '198.51.100.7',
        }),
      },
      {
        input: 'no country database, or one that is damaged',
        answer: 'told once at the start; every country is `ZZ`',
        tried: async () => {
          const told: string[] = [];
          const lookUp = openCountries({ warn: (message) => told.push(message), file: '/nowhere.mmdb' });
          return { seen: [lookUp('198.51.100.7'), told.length], expected: [null, 1] };
        },
      },
      {
        input: 'no `User-Agent`, or that of a bot',
        answer: '204, not counted',
        tried: counted({}, {}, { 'user-agent': 'curl/8.0' }),
      },
      {
        input: 'a `User-Agent` of 10 KB',
        answer: 'read up to 512 characters',
        tried: counted({}, { '/a': 1 }, { 'user-agent': `${FIREFOX}${CANARY.repeat(1_000)}` }),
      },
      {
        input: 'a model of a device that somebody made up',
        answer: 'like every name: `(other)` until *k* browsers bring it',
        tried: async () => {
          const shop = await openShop();
          await shop.send(JSON.stringify(batch({ model: CANARY, increments: [['visit', [], 1, 2]] })));
          const names = (await shop.core.store.terms(1)).map(({ text }) => text);
          return { seen: names.includes(CANARY), expected: false };
        },
      },
    ],
  },
  {
    title: 'What points at somebody',
    rows: [
      {
        input: 'an e-mail address in the path of a page',
        answer: '`:id` stands in its place before anything leaves the browser, however it is encoded',
        tried: async () => ({
          seen: ['/u/jane@shop.example/cart', '/u/jane%2540shop.example/cart'].map(normalisePath),
          expected: ['/u/:id/cart', '/u/:id/cart'],
        }),
      },
      {
        input: 'a token, a long number or a UUID in the path',
        answer: '`:id` stands in its place',
        tried: async () => ({
          seen: [
            '/reset/eyJhbGciOiJIUzI1NiJ9aB3',
            '/order/20261127',
            '/s/123e4567-e89b-12d3-a456-426614174000',
          ].map(normalisePath),
          expected: ['/reset/:id', '/order/:id', '/s/:id'],
        }),
      },
      {
        input: 'anything in the query or the fragment',
        answer: 'never sent',
        tried: async () => ({ seen: normalisePath(`/a?token=${CANARY}#${CANARY}`), expected: '/a' }),
      },
      {
        input: 'an e-mail address that somebody sends all the same',
        answer: 'held in memory, never written, until *k* networks send the very same',
        tried: async () => {
          const shop = await openShop();
          for (let i = 0; i < 20; i++)
            await shop.send(JSON.stringify(batch({ increments: [view(`/${CANARY}@shop.example`)] })));
          const names = (await shop.core.store.terms(1)).map(({ text }) => text);
          return {
            seen: [names.some((name) => name.includes(CANARY)), await shop.views()],
            expected: [false, { '(other)': 20 }],
          };
        },
      },
    ],
  },
  {
    title: 'What comes in floods',
    rows: [
      {
        input: 'strings that somebody made up, by the hundred thousand',
        answer:
          '204; counted under `(other)`. One network may bring 1,000 a day, and 5,000 of a site are held; what is sent again by others comes through',
        tried: async () => {
          const shop = await openShop();
          for (let i = 0; i < 100; i++) {
            const increments = Array.from({ length: 200 }, (_, j) => view(`/${CANARY}/${i}/${j}`));
            await shop.send(JSON.stringify(batch({ increments })));
          }
          return {
            seen: [
              await shop.views(),
              (await shop.core.store.terms(1)).some(({ text }) => text.includes(CANARY)),
            ],
            expected: [{ '(other)': 20_000 }, false],
          };
        },
      },
      {
        input: 'names that *k* networks bring, without end',
        answer: 'a ceiling for each kind of name and site; beyond it `(other)`',
        tried: async () => {
          const core = await assemble(temporaryStore());
          await core.addSite({ k: 1, kind: 'test', ceilings: { page: 5 } }, declared('page', '/a'));
          const { app } = createTestApp(core);
          for (let i = 0; i < 20; i++) {
            await app.request('/v1/collect', {
              method: 'POST',
              headers: { 'content-type': 'text/plain', origin: 'http://localhost', 'user-agent': FIREFOX },
              body: JSON.stringify(batch({ increments: [view(`/${i}`)] })),
            });
          }
          const pages = (await core.store.terms(1)).filter(({ kind }) => kind === 'page');
          return { seen: pages.length, expected: 5 };
        },
      },
      {
        input: 'combinations of known names, without end',
        answer: 'a ceiling for each site and day (`HOLLOWAY_CELLS_PER_DAY`); beyond it `(other)`',
        tried: async () => {
          const core = await assemble(temporaryStore({ cellsADay: 10 }));
          const pages = Array.from({ length: 20 }, (_, i) => `/${i}`);
          const site = await core.addSite({}, declared('page', ...pages));
          const { app } = createTestApp(core);
          for (const page of pages) {
            await app.request('/v1/collect', {
              method: 'POST',
              headers: {
                'content-type': 'text/plain',
                origin: 'https://shop.example',
                'user-agent': FIREFOX,
              },
              body: JSON.stringify(batch({ increments: [view(page)] })),
            });
          }
          const { intake } = await held(core, site, 'page.view');
          const other = intake.filter(({ dimensions }) => dimensions === '(other)').map(({ n }) => n);
          return { seen: [intake.length < 11, intake.length + (other[0] ?? 0) - 1], expected: [true, 20] };
        },
      },
    ],
  },
  {
    title: 'What staff and programs ask',
    rows: [
      {
        input: 'a date that is none, or a range of a thousand years',
        answer: '400, names the parameter',
        tried: asked(`from=${CANARY}`, {
          status: 400,
          field: 'from',
          rule: 'must be a date such as 2026-11-23',
        }),
      },
      {
        input: 'a slice that there is not, or two',
        answer: '400, names the parameter',
        tried: asked(`slice=${CANARY}`, { status: 400, field: 'slice' }),
      },
      {
        input: 'bytes in an address that are no UTF-8, or no byte at all (`%zz`)',
        answer: 'read as they stand: 400 or 404',
        tried: asked('from=%ff%fe%zz', {
          status: 400,
          field: 'from',
          rule: 'must be a date such as 2026-11-23',
        }),
      },
      {
        input: 'a way out of the folder of the files (`..%2f`)',
        answer: '404: files are known by name from the start',
        tried: async () => {
          const { get } = await openShop();
          return { seen: (await get(`/..%2f..%2f${CANARY}`)).status, expected: 404 };
        },
      },
      {
        input: 'history of a day that is to come',
        answer: '400, names the batch',
        tried: async () => {
          const shop = await openShop();
          const response = await shop.app.request('/v1/sites/shop/import', {
            method: 'POST',
            headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
            body: JSON.stringify({ batches: [batch({ day: '2026-11-24' })] }),
          });
          return {
            seen: await answerOf(response),
            expected: { status: 400, field: 'batches[0].day', rule: 'must not be after today' },
          };
        },
      },
    ],
  },
  {
    title: 'What a connection says',
    rows: [
      {
        input: 'a head of more than 16 KiB',
        answer: '431',
        tried: said(`GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${CANARY.repeat(2_000)}\r\n\r\n`, 431),
      },
      {
        input: 'two lengths, or a length and chunks: a request that hides another',
        answer: '400 and closed; what hides is not answered',
        tried: said(
          `POST /v1/collect HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`,
          400,
        ),
      },
      {
        input: 'a NUL byte in a header',
        answer: '400 and closed',
        tried: said(`GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${CANARY}\0\r\n\r\n${HIDDEN}`, 400),
      },
      {
        input: 'another protocol (TLS, HTTP/2, mail)',
        answer: '400 and closed',
        tried: said(`EHLO ${CANARY}\r\n`, 400),
      },
      {
        input: 'a body that breaks off',
        answer: 'nothing is counted, nothing is logged',
        tried: async () => {
          const shop = await openShop();
          const statuses = await statusesOf(
            shop,
            'POST /v1/collect HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 99\r\n\r\n{"v"',
          );
          return {
            seen: [statuses.filter((status) => status !== 400), shop.reported, await shop.views()],
            expected: [[], [], {}],
          };
        },
      },
    ],
  },
];
