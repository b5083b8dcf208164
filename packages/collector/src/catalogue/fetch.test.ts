import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openShop } from '../../test/little-shop.ts';
import { isLoopback, isPublic } from './address.ts';
import { createFetcher, FetchError, type FetcherDeps } from './fetch.ts';

const MAX = { maxBytes: 100_000 };

function fetcherOf(origins: readonly string[], given: Partial<FetcherDeps> = {}) {
  const fetcher = createFetcher({
    userAgent: 'Holloway/test',
    isOwn: ({ origin }) => origins.includes(origin),
    mayConnect: isLoopback,
    timeoutMs: 20_000,
    ...given,
  });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** The body as text, or why there is none. */
async function read(
  origins: readonly string[],
  address: string,
  given: Partial<FetcherDeps> = {},
): Promise<string> {
  const parts: Buffer[] = [];
  try {
    await fetcherOf(origins, given).get(new URL(address), MAX, (part) => parts.push(part) > 0);
    return Buffer.concat(parts).toString();
  } catch (error) {
    if (error instanceof FetchError) return error.code;
    throw error;
  }
}

describe('asking for a page', () => {
  it('reads it, and says who asks', async () => {
    const { origin, asked } = await openShop(() => ({ '/': 'hello' }));
    expect(await read([origin], `${origin}/`)).toBe('hello');
    expect(asked).toMatchObject([{ headers: { 'user-agent': 'Holloway/test', 'accept-encoding': 'gzip' } }]);
    expect(asked[0]?.headers).not.toHaveProperty('cookie');
  });

  it.each([
    { how: 'by its encoding', headers: { 'Content-Encoding': 'gzip' }, body: gzipSync('hello') },
    { how: 'as a file', headers: { 'Content-Type': 'application/gzip' }, body: gzipSync('hello') },
    { how: 'both', headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(gzipSync('hello')) },
  ])('unpacks what is packed $how', async ({ headers, body }) => {
    const { origin } = await openShop(() => ({ '/': { headers, body } }));
    expect(await read([origin], `${origin}/`)).toBe('hello');
  });

  it('follows redirects within the shop', async () => {
    const { origin } = await openShop(() => ({
      '/': { status: 301, headers: { Location: '/a' } },
      '/a': { status: 308, headers: { Location: '/b?c' } },
      '/b?c': 'hello',
    }));
    expect(await read([origin], `${origin}/`)).toBe('hello');
  });

  it.each([
    { what: 'what is not there', answer: { status: 404 }, says: 'status' },
    { what: 'an error', answer: { status: 500 }, says: 'status' },
    { what: 'what leads to itself', answer: { status: 302, headers: { Location: '/' } }, says: 'redirects' },
    {
      what: 'what leads to another port of the machine',
      answer: { status: 302, headers: { Location: 'http://127.0.0.1:1/' } },
      says: 'elsewhere',
    },
    {
      what: 'what leads to the credentials of the machine',
      answer: { status: 302, headers: { Location: 'http://169.254.169.254/latest/meta-data/' } },
      says: 'elsewhere',
    },
    {
      what: 'what leads to a file',
      answer: { status: 302, headers: { Location: 'file:///etc/passwd' } },
      says: 'elsewhere',
    },
    {
      what: 'a page that is longer than is wanted',
      answer: 'x'.repeat(100_001),
      says: 'too-large',
    },
    {
      what: 'a body that ends before it is whole',
      answer: { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync('hello').subarray(0, 12) },
      says: 'broken',
    },
    {
      what: 'a body that is packed in another way than it says',
      answer: { headers: { 'Content-Encoding': 'gzip' }, body: 'hello' },
      says: 'broken',
    },
  ])('gives $what up', async ({ answer, says }) => {
    const { origin } = await openShop(() => ({ '/': answer }));
    expect(await read([origin], `${origin}/`)).toBe(says);
  });

  it('gives a body up that has no end', async () => {
    const { origin } = await openShop(() => ({
      '/': (response) => {
        response.writeHead(200);
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(16_384)));
        };
        response.on('drain', more);
        more();
      },
    }));
    expect(await read([origin], `${origin}/`)).toBe('too-large');
  });

  it('gives a gigabyte up that comes as a megabyte, before it is there', async () => {
    const { origin } = await openShop(() => ({
      '/': (response) => {
        response.writeHead(200, { 'Content-Encoding': 'gzip' });
        const gzip = createGzip();
        gzip.pipe(response);
        const zeros = Buffer.alloc(1024 * 1024);
        let left = 1024;
        const more = (): void => {
          while (left > 0 && !response.destroyed) {
            left -= 1;
            if (!gzip.write(zeros)) return void gzip.once('drain', more);
          }
          gzip.end();
        };
        more();
      },
    }));
    const before = process.memoryUsage().rss;
    expect(await read([origin], `${origin}/`)).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('gives up who never answers', async () => {
    const { origin } = await openShop(() => ({ '/': () => undefined }));
    expect(await read([origin], `${origin}/`, { timeoutMs: 100 })).toBe('too-slow');
  });

  it('gives up who sends a byte now and then', async () => {
    const { origin } = await openShop(() => ({
      '/': (response) => {
        const dripping = setInterval(() => response.write('x'), 10);
        response.once('close', () => clearInterval(dripping));
      },
    }));
    expect(await read([origin], `${origin}/`, { timeoutMs: 200 })).toBe('too-slow');
  });
});

describe('where a page is', () => {
  it('is refused before anything is asked where it is not one of the shop', async () => {
    const { origin, asked } = await openShop(() => ({ '/': 'hello' }));
    expect(await read(['https://shop.example'], `${origin}/`)).toBe('elsewhere');
    expect(asked).toEqual([]);
  });

  it('is refused where its name leads to an address that is not public', async () => {
    const { origin, asked } = await openShop(() => ({ '/': 'hello' }));
    const { port } = new URL(origin);
    const named = `http://shop.example:${port}`;
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    expect(await read([named], `${named}/`, { mayConnect: isPublic, resolve })).toBe('not-allowed');
    expect(asked).toEqual([]);
    // The same name, the same answer, where loopback is allowed: the rule it is that refuses.
    expect(await read([named], `${named}/`, { resolve })).toBe('hello');
  });

  it('is asked of the resolver once, so that a second answer leads nowhere else', async () => {
    const { origin } = await openShop(() => ({ '/': 'hello' }));
    const named = `http://shop.example:${new URL(origin).port}`;
    const answers = [[{ address: '127.0.0.1', family: 4 }], [{ address: '169.254.169.254', family: 4 }]];
    const resolve = async () => answers.shift() ?? [];
    expect(await read([named], `${named}/`, { resolve })).toBe('hello');
    expect(answers).toHaveLength(1);
  });

  it('is one of the addresses that are allowed, where there are several', async () => {
    const { origin } = await openShop(() => ({ '/': 'hello' }));
    const named = `http://shop.example:${new URL(origin).port}`;
    const resolve = async () => [
      { address: '10.0.0.1', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    expect(await read([named], `${named}/`, { resolve })).toBe('hello');
  });

  it.each(['http://127.0.0.1:1', 'http://[::1]:1', 'http://169.254.169.254', 'http://[::ffff:7f00:1]:1'])(
    'is refused where it is written as the address %s',
    async (origin) => {
      expect(await read([origin], `${origin}/`, { mayConnect: isPublic })).toBe('not-allowed');
    },
  );

  it('is told where nobody is there', async () => {
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await read(['http://nobody.example'], 'http://nobody.example/', { resolve })).toBe('unreachable');
  });
});
