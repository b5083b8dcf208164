import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Answer, openShop, sitemapIndex, urlset } from '../../test/little-shop.ts';
import { isLoopback } from './address.ts';
import { createFetcher } from './fetch.ts';
import { collectPages, SITEMAP_BOUNDS, type SitemapBounds } from './sitemaps.ts';

async function collect(
  pages: (origin: string) => { readonly [path: string]: Answer },
  bounds: Partial<SitemapBounds> = {},
  signal?: AbortSignal,
) {
  const { origin, asked } = await openShop(pages);
  const isOwn = (url: URL): boolean => url.origin === origin;
  const fetcher = createFetcher({ userAgent: 'test', isOwn, mayConnect: isLoopback, timeoutMs: 20_000 });
  onTestFinished(() => fetcher.close());
  const collected = await collectPages(
    { get: fetcher.get, isOwn, ...(signal && { signal }) },
    [new URL('/sitemap.xml', origin)],
    { ...SITEMAP_BOUNDS, ...bounds },
  );
  return { ...collected, paths: [...collected.pages.keys()], asked: asked.map(({ path }) => path) };
}

describe('the sitemaps of a shop', () => {
  it('name pages as they are counted, each once', async () => {
    const found = await collect((origin) => ({
      '/sitemap.xml': urlset(
        `${origin}/`,
        `${origin}/p/heron?colour=ink`,
        `${origin}/p/heron`,
        `${origin}/orders/1234567`,
        `${origin}/t%C3%A9/`,
      ),
    }));
    expect(found).toMatchObject({
      paths: ['/', '/p/heron', '/orders/:id', '/té'],
      addresses: 5,
      elsewhere: 0,
      failures: [],
      isCut: false,
    });
  });

  it('are read from an index, packed or not, each once', async () => {
    const found = await collect((origin) => ({
      '/sitemap.xml': sitemapIndex(
        `${origin}/a.xml`,
        `${origin}/b.xml.gz`,
        `${origin}/a.xml`,
        `${origin}/sitemap.xml`,
      ),
      '/a.xml': urlset(`${origin}/a`),
      '/b.xml.gz': gzipSync(urlset(`${origin}/b`)),
    }));
    expect(found).toMatchObject({ paths: ['/a', '/b'], sitemaps: 3, failures: [] });
    expect(found.asked).toEqual(['/sitemap.xml', '/a.xml', '/b.xml.gz']);
  });

  it('leave out what is not of the shop, and ask nobody else', async () => {
    const found = await collect((origin) => ({
      '/sitemap.xml': sitemapIndex(
        'http://169.254.169.254/a.xml',
        'http://127.0.0.1:1/b.xml',
        `${origin}/c.xml`,
      ),
      '/c.xml': urlset('https://other.example/', 'file:///etc/passwd', 'javascript:alert(1)', `${origin}/c`),
    }));
    expect(found).toMatchObject({
      paths: ['/c'],
      addresses: 4,
      elsewhere: 3,
      failures: [
        { path: '/sitemap.xml', reason: 'elsewhere' },
        { path: '/sitemap.xml', reason: 'elsewhere' },
      ],
    });
  });

  it('go on where one of them is broken, and say which', async () => {
    const found = await collect((origin) => ({
      '/sitemap.xml': sitemapIndex(
        ...['gone', 'page', 'elsewhere', 'bomb', 'torn', 'good'].map((name) => `${origin}/${name}`),
      ),
      '/page': '<html><body>Not found</body></html>',
      '/elsewhere': { status: 302, headers: { Location: 'http://169.254.169.254/' } },
      '/bomb': gzipSync(Buffer.concat([Buffer.from('<urlset>'), Buffer.alloc(51 * 1024 * 1024, ' ')])),
      '/torn': gzipSync(urlset(`${origin}/torn`)).subarray(0, 60),
      '/good': urlset(`${origin}/good`),
    }));
    expect(found.paths).toContain('/good');
    expect(found.failures).toEqual([
      { path: '/gone', reason: 'status' },
      { path: '/page', reason: 'no-sitemap' },
      { path: '/elsewhere', reason: 'elsewhere' },
      { path: '/bomb', reason: 'too-large' },
      { path: '/torn', reason: 'broken' },
    ]);
  });

  it('are followed through an index of indexes, and not further', async () => {
    const found = await collect((origin) => ({
      '/sitemap.xml': sitemapIndex(`${origin}/1`),
      '/1': sitemapIndex(`${origin}/2`),
      '/2': sitemapIndex(`${origin}/3`),
      '/3': urlset(`${origin}/deep`),
    }));
    expect(found).toMatchObject({ paths: [], failures: [{ path: '/3', reason: 'too-deep' }] });
    expect(found.asked).not.toContain('/3');
  });

  it('that have no end come to one: so many pages, so many sitemaps', async () => {
    const endless = await collect(
      (origin) => ({
        '/sitemap.xml': (response) => {
          response.writeHead(200).write('<urlset>');
          let page = 0;
          const more = (): void => {
            while (!response.destroyed && response.write(`<url><loc>${origin}/p/${page++}</loc></url>`));
          };
          response.on('drain', more);
          more();
        },
      }),
      { pages: 1_000 },
    );
    expect(endless).toMatchObject({ isCut: true });
    expect(endless.pages.size).toBe(1_000);

    const many = await collect(
      (origin) => ({ '/sitemap.xml': sitemapIndex(`${origin}/a`, `${origin}/b`, `${origin}/c`) }),
      { sitemaps: 2 },
    );
    expect(many.isCut).toBe(true);
    expect(many.asked).toEqual(['/sitemap.xml']);
  });

  it('are left where they are by whoever is interrupted', async () => {
    const found = await collect(
      (origin) => ({ '/sitemap.xml': urlset(`${origin}/a`) }),
      {},
      AbortSignal.abort(),
    );
    expect(found.asked).toEqual([]);
  });
});
