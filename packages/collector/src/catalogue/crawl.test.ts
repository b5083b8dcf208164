import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Answer, linked, openShop } from '../../test/little-shop.ts';
import { createCatalogue } from '../site/catalogue.ts';
import type { Validators } from '../store/store.ts';
import { isLoopback } from './address.ts';
import { type CrawlDeps, type CrawlPlan, crawl } from './crawl.ts';
import { createFetcher } from './fetch.ts';
import { readRobots } from './robots.ts';

const product = (sku: string, name: string): string => linked({ '@type': 'Product', sku, name });

interface Given extends Partial<Omit<CrawlPlan, 'start'>> {
  readonly start?: readonly string[];
  readonly known?: readonly (readonly [path: string, validators: Validators])[];
  readonly signal?: AbortSignal;
  readonly onWait?: () => void;
}

async function visit(
  pages: (origin: string) => { readonly [path: string]: Answer },
  { start = ['/'], known = [], signal, onWait, ...plan }: Given = {},
) {
  const { origin, asked } = await openShop(pages);
  const isOwn = (url: URL): boolean => url.origin === origin;
  const fetcher = createFetcher({ userAgent: 'test', isOwn, mayConnect: isLoopback, timeoutMs: 20_000 });
  onTestFinished(() => fetcher.close());
  const waits: number[] = [];
  const deps: CrawlDeps = {
    get: fetcher.get,
    isOwn,
    robots: (from) => readRobots(fetcher, from),
    routes: [{ pattern: '/c/*', type: 'category', category: '*' }],
    known: new Map(known.map(([path, validators]) => [origin + path, validators])),
    wait: async (ms) => {
      waits.push(ms);
      onWait?.();
    },
    ...(signal && { signal }),
  };
  const crawled = await crawl(deps, {
    start: start.map((path) => new URL(path, origin)),
    follow: false,
    maxPages: 100,
    delayMs: 1_000,
    ...plan,
  });
  return {
    ...crawled,
    waits,
    asked: asked.map(({ path }) => path).filter((path) => path !== '/robots.txt'),
    headers: asked.filter(({ path }) => path !== '/robots.txt').map(({ headers }) => headers),
    entries: crawled.gathered.entries(createCatalogue([])),
    validators: [...crawled.validators].map(([url, each]) => [url.replace(origin, ''), each]),
  };
}

describe('reading the pages of a shop', () => {
  it('gathers what they say of themselves, one after another', async () => {
    const found = await visit(() => ({ '/a': product('A', 'Heron'), '/b': product('B', 'Ibis') }), {
      start: ['/a', '/b'],
    });
    expect(found).toMatchObject({ read: 2, unchanged: 0, failed: 0, left: 0, waits: [1_000] });
    expect(found.entries).toEqual([
      { kind: 'page', text: '/a', label: 'Heron' },
      { kind: 'product', text: 'A', label: 'Heron' },
      { kind: 'page', text: '/b', label: 'Ibis' },
      { kind: 'product', text: 'B', label: 'Ibis' },
    ]);
  });

  it('follows links within the shop, each page once, without queries', async () => {
    const found = await visit(
      (origin) => ({
        '/': `<a href="/c/tea?sort=price">Tea</a><a href="/c/tea#top">Tea</a><a href="https://other.example/">x</a>
              <a href="http://169.254.169.254/">y</a><a href="mailto:a@b.example">z</a><a href="${origin}/d">d</a>`,
        '/c/tea': '<a href="/">Home</a>',
        '/d': '',
      }),
      { follow: true },
    );
    expect(found.asked).toEqual(['/', '/c/tea', '/d']);
  });

  it('does not follow where it was told which pages there are', async () => {
    const found = await visit(() => ({ '/': '<a href="/d">d</a>', '/d': '' }));
    expect(found.asked).toEqual(['/']);
  });

  it('asks for so many pages, and says how many are left', async () => {
    const found = await visit(() => ({ '/a': '', '/b': '', '/c': '' }), {
      start: ['/a', '/b', '/c'],
      maxPages: 2,
    });
    expect(found).toMatchObject({ read: 2, left: 1, asked: ['/a', '/b'] });
  });

  it('goes on where one cannot be read, and says why', async () => {
    const found = await visit(
      () => ({
        '/error': { status: 500 },
        '/pdf': { headers: { 'Content-Type': 'application/pdf' }, body: 'x' },
        '/away': { status: 302, headers: { Location: 'http://127.0.0.1:1/' } },
        '/large': 'x'.repeat(5 * 1024 * 1024),
        '/good': product('A', 'Heron'),
      }),
      { start: ['/error', '/pdf', '/away', '/large', '/good'] },
    );
    expect(found).toMatchObject({
      read: 1,
      failures: [
        { path: '/error', reason: 'status' },
        { path: '/pdf', reason: 'wrong-type' },
        { path: '/away', reason: 'elsewhere' },
        { path: '/large', reason: 'too-large' },
      ],
    });
  });

  it('describes a page by where it is in the end', async () => {
    const found = await visit(
      () => ({ '/old': { status: 301, headers: { Location: '/new' } }, '/new': product('A', 'Heron') }),
      { start: ['/old'] },
    );
    expect(found.entries[0]).toEqual({ kind: 'page', text: '/new', label: 'Heron' });
  });

  it('reads a page in the characters that it is written in', async () => {
    const body = Buffer.from(product('A', 'Thé'), 'latin1');
    const found = await visit(() => ({
      '/': { headers: { 'Content-Type': 'text/html; charset=ISO-8859-1' }, body },
    }));
    expect(found.entries).toContainEqual({ kind: 'product', text: 'A', label: 'Thé' });
  });

  it('believes of a page what it says itself before what a list says of it', async () => {
    const list = {
      '@type': 'ItemList',
      itemListElement: [
        { position: 1, url: '/a', name: 'Heron, our best' },
        { position: 2, url: '/unread', name: 'Ibis' },
      ],
    };
    const found = await visit(() => ({ '/': linked(list), '/a': product('A', 'Heron') }), {
      start: ['/', '/a'],
    });
    expect(found.entries).toContainEqual({ kind: 'page', text: '/a', label: 'Heron' });
    expect(found.entries).toContainEqual({ kind: 'page', text: '/unread', label: 'Ibis' });
  });

  it('stops where somebody interrupts it', async () => {
    expect((await visit(() => ({ '/': '' }), { signal: AbortSignal.abort() })).asked).toEqual([]);
  });

  it('asks for no page more where that happens between two', async () => {
    const ending = new AbortController();
    const found = await visit(() => ({ '/a': '', '/b': '', '/c': '' }), {
      start: ['/a', '/b', '/c'],
      signal: ending.signal,
      onWait: () => ending.abort(),
    });
    expect(found).toMatchObject({ asked: ['/a'], read: 1, failed: 0, left: 2 });
  });
});

describe('what has not changed', () => {
  const answers = (headers: { readonly [name: string]: string }) => () => ({
    '/': (response: ServerResponse, asked: IncomingHttpHeaders) => {
      const isSame = asked['if-none-match'] === '"1"' || asked['if-modified-since'] !== undefined;
      response.writeHead(isSame ? 304 : 200, { 'Content-Type': 'text/html', ...headers });
      response.end(isSame ? undefined : product('A', 'Heron'));
    },
  });

  it('is told by what the page answered before, which is kept', async () => {
    const headers = { ETag: '"1"', 'Last-Modified': 'Fri, 27 Nov 2026 07:00:00 GMT' };
    const first = await visit(answers(headers));
    expect(first.validators).toEqual([['/', { etag: '"1"', modified: 'Fri, 27 Nov 2026 07:00:00 GMT' }]]);
    const second = await visit(answers(headers), { known: [['/', { etag: '"1"', modified: null }]] });
    expect(second).toMatchObject({ read: 0, unchanged: 1, failed: 0, entries: [], validators: [] });
    expect(second.headers).toMatchObject([{ 'if-none-match': '"1"' }]);
  });

  it('is read all the same where its links are to be followed', async () => {
    const found = await visit(answers({ ETag: '"1"' }), {
      follow: true,
      known: [['/', { etag: '"1"', modified: null }]],
    });
    expect(found).toMatchObject({ read: 1, unchanged: 0 });
  });
});

describe('robots.txt', () => {
  it('keeps us from what it forbids, by our name', async () => {
    const found = await visit(
      () => ({
        '/robots.txt':
          'User-agent: *\nDisallow: /\n\nUser-agent: Holloway\nDisallow: /account\nCrawl-delay: 5\n',
        '/': '',
        '/account/orders': '',
        '/c/tea': '',
      }),
      { start: ['/', '/account/orders', '/c/tea'] },
    );
    expect(found.asked).toEqual(['/', '/c/tea']);
    expect(found.failures).toEqual([{ path: '/account/orders', reason: 'forbidden' }]);
    expect(found.waits).toEqual([5_000]);
  });

  it('keeps us from nothing where there is none', async () => {
    expect((await visit(() => ({ '/': '' }))).read).toBe(1);
  });

  it.each([{ status: 500 }, { status: 302, headers: { Location: 'http://127.0.0.1:1/robots.txt' } }])(
    'keeps us from everything where it cannot be had: $status',
    async (answer) => {
      const found = await visit(() => ({ '/robots.txt': answer, '/': '' }));
      expect(found).toMatchObject({ read: 0, asked: [], failures: [{ reason: 'forbidden' }] });
    },
  );

  it('makes us wait no longer than half a minute', async () => {
    const found = await visit(
      () => ({ '/robots.txt': 'User-agent: *\nCrawl-delay: 86400\n', '/a': '', '/b': '' }),
      { start: ['/a', '/b'] },
    );
    expect(found.waits).toEqual([30_000]);
  });
});
