/** Reading the store's pages by HTTP, as the dashboard has it done: a real little shop, and a real reader. */
import type { ServerResponse } from 'node:http';
import type { CatalogueReading } from '@holloway/protocol';
import { describe, expect, it, vi } from 'vitest';
import { createTestApp } from '../../test/app.ts';
import { assemble } from '../../test/core.ts';
import { type Answer, crumbs, linked, openShop, urlset } from '../../test/little-shop.ts';
import { temporaryStore } from '../../test/temporary.ts';
import { StoreUnavailableError } from '../store/store.ts';

const READING = '/v1/sites/shop/catalogue/reading';

const PAGES = (origin: string): { readonly [path: string]: Answer } => ({
  '/robots.txt': `User-agent: *\nDisallow: /account\nSitemap: ${origin}/map.xml`,
  '/map.xml': urlset(`${origin}/p/heron`, `${origin}/account`, 'https://elsewhere.example/'),
  '/p/heron': linked(
    { '@type': 'Product', sku: 'KE-101', name: 'Heron' },
    crumbs(['Kettles', `${origin}/c/kettles`], ['Heron', `${origin}/p/heron`]),
  ),
});

async function open(pages: Parameters<typeof openShop>[0] = PAGES, kind: 'test' | 'live' = 'test') {
  const shop = await openShop(pages);
  const core = await assemble(temporaryStore());
  const { app, reported } = createTestApp(core);
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await app.request(path, {
      method,
      headers: { authorization: 'Bearer owner' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
  };
  const origins = kind === 'live' ? ['https://shop.example'] : [shop.origin];
  const added = await ask('POST', '/v1/sites', { id: 'shop', origins, kind });
  expect(added.status).toBe(201);
  const look = async (): Promise<CatalogueReading> => (await ask('GET', READING)).body as CatalogueReading;
  const found = () =>
    vi.waitFor(async () => {
      const reading = await look();
      expect(reading.state).toBe('found');
      return reading;
    });
  /** Texts of pages, categories and products. */
  const declared = async (): Promise<string[]> => {
    const catalogue = await core.registry.catalogue(1);
    const kinds = ['page', 'category', 'product'] as const;
    const texts = kinds.flatMap((each) => catalogue.entries(each).map(({ text }) => text));
    // The collector's own, such as (entry), are there from the start.
    return texts.filter((text) => !text.startsWith('(')).sort();
  };
  return { ...shop, core, ask, look, found, declared, reported };
}

/** Pages that are asked for and never answered, until they are let go. */
function heldShop() {
  const held: ServerResponse[] = [];
  const pages = (origin: string): { readonly [path: string]: Answer } => ({
    '/sitemap.xml': urlset(`${origin}/slow`),
    '/slow': (response) => void held.push(response),
  });
  return { pages, held };
}

describe('a reading of the pages of a store', () => {
  it('tells what it found, what is new and what was skipped, and declares nothing by itself', async () => {
    const { ask, found, declared, asked } = await open();
    expect(await ask('POST', READING, {})).toMatchObject({ status: 200, body: { state: 'running' } });
    expect(await found()).toEqual({
      state: 'found',
      sitemaps: 1,
      pages: 2,
      read: 1,
      unchanged: 0,
      failed: 1,
      left: 0,
      elsewhere: 1,
      isCut: false,
      skipped: [{ reason: 'forbidden', n: 1, paths: ['/account'] }],
      found: { page: 1, category: 1, product: 1 },
      added: { page: 1, category: 1, product: 1 },
      changed: 0,
      examples: expect.arrayContaining([
        { kind: 'product', text: 'KE-101', label: 'Heron', category: 'kettles' },
      ]),
    });
    expect(asked.map(({ path }) => path)).toEqual(['/robots.txt', '/map.xml', '/p/heron']);
    expect(await declared()).toEqual([]);
  });

  it('is declared once it is taken over, and forgotten then', async () => {
    const { ask, found, look, declared } = await open();
    await ask('POST', READING, {});
    await found();
    expect(await ask('POST', `${READING}/take`)).toEqual({
      status: 200,
      body: { added: { page: 1, category: 1, product: 1 }, changed: 0 },
    });
    expect(await declared()).toEqual(['/p/heron', 'KE-101', 'kettles']);
    expect(await look()).toEqual({ state: 'none' });
    expect((await ask('POST', `${READING}/take`)).status).toBe(404);
  });

  it('is taken over by one of two who do so at once, and waits on where it could not be', async () => {
    const { ask, found, look, core } = await open();
    await ask('POST', READING, {});
    await found();
    vi.spyOn(core.store, 'declare').mockRejectedValueOnce(new StoreUnavailableError('the disk is full'));
    expect((await ask('POST', `${READING}/take`)).status).toBe(503);
    expect(await look()).toMatchObject({ state: 'found' });
    const took = await Promise.all([ask('POST', `${READING}/take`), ask('POST', `${READING}/take`)]);
    expect(took.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await look()).toEqual({ state: 'none' });
  });

  it('is the only one of its site, and ends at once where it is dropped', async () => {
    const { pages, held } = heldShop();
    const { ask, look, reported } = await open(pages);
    await ask('POST', READING, {});
    await vi.waitFor(() => expect(held).toHaveLength(1));
    expect(await look()).toMatchObject({ state: 'running', sitemaps: 1, pages: 1, left: 1 });
    expect(await ask('POST', READING, {})).toMatchObject({ status: 409, body: { field: 'reading' } });
    expect((await ask('POST', `${READING}/take`)).status).toBe(404);
    expect((await ask('DELETE', READING)).status).toBe(204);
    expect(await look()).toEqual({ state: 'none' });
    expect((await ask('DELETE', READING)).status).toBe(404);
    // The page is not waited for any more.
    await vi.waitFor(() => expect(held[0]?.destroyed).toBe(true));
    expect(reported).toEqual([]);
  });

  it.each([
    ['its site is erased', 'DELETE', '/v1/sites/shop', { site: 'shop' }],
    ['other origins are its own', 'PATCH', '/v1/sites/shop/settings', { origins: ['http://127.0.0.1:9'] }],
  ])('ends where %s, and what was read is forgotten', async (_, method, path, body) => {
    const { pages, held } = heldShop();
    const { ask, core, look, reported } = await open(pages);
    const site = await core.site('shop');
    await ask('POST', READING, {});
    await vi.waitFor(() => expect(held).toHaveLength(1));
    expect((await ask(method, path, body)).status).toBeLessThan(300);
    await vi.waitFor(() => expect(held[0]?.destroyed).toBe(true));
    if ((await core.registry.site('shop'))?.id === site.id) expect(await look()).toEqual({ state: 'none' });
    expect(reported).toEqual([]);
  });

  it('goes on where something else of its site is changed', async () => {
    const { pages, held } = heldShop();
    const { ask, look } = await open(pages);
    await ask('POST', READING, {});
    await vi.waitFor(() => expect(held).toHaveLength(1));
    await ask('PATCH', '/v1/sites/shop/settings', { name: 'Garden & Tea' });
    expect(await look()).toMatchObject({ state: 'running' });
    await ask('DELETE', READING);
  });

  it('asks for no page more once another process has erased its site', async () => {
    const held: ServerResponse[] = [];
    const { ask, core, asked, look } = await open((origin) => ({
      '/sitemap.xml': urlset(`${origin}/slow`, `${origin}/next`),
      '/slow': (response) => void held.push(response),
    }));
    const site = await core.site('shop');
    await ask('POST', READING, {});
    await vi.waitFor(() => expect(held).toHaveLength(1));
    await core.store.eraseSite(site.id);
    core.registry.forget();
    const again = await core.addSite({ slug: 'shop' });
    expect([again.id > site.id, await look()]).toEqual([true, { state: 'none' }]);
    const socket = held[0]?.socket;
    held[0]?.writeHead(200, { 'Content-Type': 'text/html' }).end('');
    // The reader lets go of the shop when it is through with it.
    await vi.waitFor(() => expect(socket?.destroyed).toBe(true));
    expect(asked.map(({ path }) => path)).not.toContain('/next');
  });

  it('keeps the name that a file gave to what no page says a name of', async () => {
    const { ask, found, core } = await open((origin) => ({
      '/sitemap.xml': urlset(`${origin}/p/heron`),
      '/p/heron': '',
    }));
    const entries = [{ kind: 'page', text: '/p/heron', label: 'Our heron' }];
    await ask('PATCH', '/v1/sites/shop/catalogue', { entries });
    await ask('POST', READING, {});
    expect(await found()).toMatchObject({ added: {}, changed: 0 });
    await ask('POST', `${READING}/take`);
    expect((await core.registry.catalogue(1)).label('page', '/p/heron')).toBe('Our heron');
  });

  it('asks nobody but the shop, at no address of a private network', async () => {
    const { ask, found, asked, origin } = await open(PAGES, 'live');
    for (const sitemap of [`${origin}/map.xml`, 'http://169.254.169.254/latest/meta-data/']) {
      await ask('POST', READING, { sitemap });
      expect(await found()).toMatchObject({ read: 0, skipped: [{ reason: 'elsewhere', n: 1 }] });
      await ask('DELETE', READING);
    }
    expect(asked).toEqual([]);
  });

  it.each([{ sitemap: 'canary' }, { sitemap: 'file:///etc/passwd' }, { sitemap: 7 }, { canary: 1 }])(
    'is refused where it is asked for by %j, and says no value',
    async (body) => {
      const { ask, look } = await open();
      const refused = await ask('POST', READING, body);
      expect(refused).toMatchObject({ status: 400, body: { field: 'sitemap' } });
      expect(JSON.stringify(refused.body)).not.toContain('canary');
      expect(await look()).toEqual({ state: 'none' });
    },
  );

  it('declares nothing where there would be too many names, and waits for more room', async () => {
    const product = (sku: string): string => linked({ '@type': 'Product', sku, name: sku });
    const { ask, found, look, declared } = await open((origin) => ({
      '/sitemap.xml': urlset(`${origin}/a`, `${origin}/b`),
      '/a': product('A'),
      '/b': product('B'),
    }));
    await ask('PATCH', '/v1/sites/shop/settings', { ceilings: { product: 1 } });
    await ask('POST', READING, {});
    await found();
    expect(await ask('POST', `${READING}/take`)).toMatchObject({
      status: 409,
      body: {
        field: 'ceilings.product',
        rule: 'there would be 2 names of this kind, and there may be 1',
      },
    });
    expect(await declared()).toEqual([]);
    expect(await look()).toMatchObject({ state: 'found' });
  });
});
