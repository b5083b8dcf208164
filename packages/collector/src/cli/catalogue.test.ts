/** `holloway catalogue ...` on a real little shop; what files it refuses is in commands.test.ts. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, crumbs, linked, openShop, urlset } from '../../test/little-shop.ts';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { catalogueCrawl, catalogueImport, catalogueSitemap } from './catalogue.ts';
import { siteAdd, siteSet } from './site.ts';
import { CommandError, type Terminal } from './terminal.ts';

async function withShop(pages: (origin: string) => { readonly [path: string]: Answer } = () => ({})) {
  const { origin, asked } = await openShop(pages);
  const folder = temporaryFolder();
  const [lines, steps]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    out: (line) => void lines.push(line),
    progress: (line) => void steps.push(line),
  };
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const routes = file('routes.json', JSON.stringify([{ pattern: '/c/*', type: 'category', category: '*' }]));
  await siteAdd(folder, 'shop', { origin: [origin], kind: 'test', routes }, terminal);
  lines.length = 0;
  return {
    folder,
    terminal,
    origin,
    steps,
    file,
    said: () => lines.splice(0),
    asked: () => asked.splice(0).map(({ path }) => path),
    async catalogue() {
      const store = openStore(join(folder, 'holloway.sqlite'));
      return (await store.catalogue(1)).filter(
        ({ kind, text }) => !text.startsWith('(') && kind !== 'currency' && kind !== 'statement',
      );
    },
  };
}

const refused = async (work: () => Promise<void>): Promise<string> => {
  const error = await Promise.resolve()
    .then(work)
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  if (error instanceof CommandError) return error.message;
  throw new Error('the command was not refused', { cause: error });
};

const SHOP = (origin: string) => ({
  '/robots.txt': `User-agent: *\nDisallow: /account\nSitemap: ${origin}/map.xml\n`,
  '/map.xml': urlset(
    `${origin}/c/kettles`,
    `${origin}/p/heron?colour=ink`,
    `${origin}/account`,
    'https://other.example/',
  ),
  '/c/kettles': '',
  '/p/heron': {
    headers: { 'Content-Type': 'text/html', ETag: '"1"' },
    body: linked(
      { '@type': 'Product', sku: 'KE-101', name: 'Heron' },
      crumbs(['Home', `${origin}/`], ['Kettles & pots', `${origin}/c/kettles`]),
    ),
  },
});

describe('catalogue import', () => {
  it('says what a file would add, and adds nothing', async () => {
    const { folder, terminal, file, said, catalogue } = await withShop();
    const csv = file('a.csv', 'kind,text,label\npage,/p/heron,Heron\nproduct,KE-101,Heron\n');
    await catalogueImport(folder, 'shop', csv, { dryRun: true }, terminal);
    expect(said()).toEqual([
      'Would declare 2 entries of shop; new names: page 1, product 1; 0 changed.',
      '  page: /p/heron',
      '  product: KE-101',
    ]);
    expect(await catalogue()).toEqual([]);
  });

  it('refuses more names than there may be, with the count, and says how to let them be', async () => {
    const { folder, terminal, file, catalogue } = await withShop();
    await siteSet(folder, 'shop', { origin: [], ceiling: ['product=1'] }, terminal);
    const csv = file('a.csv', 'kind,text\nproduct,KE-101\nproduct,KE-102\n');
    expect(await refused(() => catalogueImport(folder, 'shop', csv, {}, terminal))).toBe(
      'there would be 2 names of kind product, and there may be 1; nothing was declared. ' +
        'holloway site set shop --ceiling product=2 lets them be',
    );
    expect(await catalogue()).toEqual([]);
  });

  it('refuses pages that are not as they are counted', async () => {
    const { folder, terminal, file } = await withShop();
    const csv = file('a.csv', 'kind,text\npage,https://shop.example/canary\n');
    const message = await refused(() => catalogueImport(folder, 'shop', csv, {}, terminal));
    expect(message).toMatch(/^record 1: text of a page must be its path as it is counted/);
    expect(message).not.toContain('canary');
  });
});

describe('catalogue sitemap', () => {
  it('declares the pages of the sitemap that robots.txt names, and asks for none of them', async () => {
    const { folder, terminal, said, asked, catalogue } = await withShop(SHOP);
    await catalogueSitemap(folder, 'shop', [], {}, terminal);
    expect(said()).toEqual([
      '1 sitemaps with 4 addresses, which are counted as 3 pages.',
      "1 are no addresses of the site's own origins, and are left out.",
      'Declared 4 entries of shop; new names: page 3, category 1; 0 changed.',
    ]);
    expect(asked()).toEqual(['/robots.txt', '/map.xml']);
    expect(await catalogue()).toEqual([
      { kind: 'category', text: 'kettles' },
      { kind: 'page', text: '/c/kettles', category: 'kettles' },
      { kind: 'page', text: '/p/heron' },
      { kind: 'page', text: '/account' },
    ]);
  });

  it('takes the usual place where robots.txt names none, and another where it is told', async () => {
    const shop = await withShop((origin) => ({
      '/sitemap.xml': urlset(`${origin}/usual`),
      '/other.xml': urlset(`${origin}/other`),
    }));
    await catalogueSitemap(shop.folder, 'shop', [], {}, shop.terminal);
    await catalogueSitemap(shop.folder, 'shop', [`${shop.origin}/other.xml`], {}, shop.terminal);
    expect((await shop.catalogue()).map(({ text }) => text)).toEqual(['/usual', '/other']);
  });

  it('takes no name away that a file has given', async () => {
    const shop = await withShop(SHOP);
    const csv = shop.file('a.csv', 'kind,text,label,category\npage,/p/heron,Our heron,kettles\n');
    await catalogueImport(shop.folder, 'shop', csv, {}, shop.terminal);
    await catalogueSitemap(shop.folder, 'shop', [], {}, shop.terminal);
    expect(shop.said().at(-1)).toBe('Declared 4 entries of shop; new names: page 2, category 1; 0 changed.');
    expect(await shop.catalogue()).toContainEqual({
      kind: 'page',
      text: '/p/heron',
      label: 'Our heron',
      category: 'kettles',
    });
  });

  it('says what could not be read, and declares what could', async () => {
    const { folder, terminal, said } = await withShop(() => ({ '/sitemap.xml': '<html></html>' }));
    await catalogueSitemap(folder, 'shop', [], {}, terminal);
    expect(said()).toEqual([
      '0 sitemaps with 0 addresses, which are counted as 0 pages.',
      '1 sitemaps could not be read:',
      '  is no sitemap: /sitemap.xml',
      'Declared 0 entries of shop; no new names; 0 changed.',
    ]);
  });

  it('asks nobody else, whatever it is told', async () => {
    const { folder, terminal, said, asked } = await withShop();
    await catalogueSitemap(folder, 'shop', ['http://169.254.169.254/latest/meta-data/'], {}, terminal);
    expect(said()[2]).toBe('  leads to an origin that is not registered for the site: /latest/meta-data');
    expect(asked()).toEqual([]);
    expect(await refused(() => catalogueSitemap(folder, 'shop', ['canary'], {}, terminal))).toMatch(
      /^an address must be a whole one/,
    );
  });
});

describe('catalogue crawl', () => {
  const FAST = { delay: '0' };

  it('reads the pages of the sitemap, and declares what they say of themselves', async () => {
    const { folder, terminal, said, asked, steps, catalogue } = await withShop(SHOP);
    await catalogueCrawl(folder, 'shop', [], FAST, terminal);
    expect(said()).toEqual([
      '1 sitemaps with 4 addresses, which are counted as 3 pages.',
      "1 are no addresses of the site's own origins, and are left out.",
      '2 pages read, 0 unchanged.',
      '1 pages were not read:',
      '  must not be read, by robots.txt: /account',
      'Declared 4 entries of shop; new names: page 2, category 1, product 1; 0 changed.',
    ]);
    expect(asked()).toEqual(['/robots.txt', '/map.xml', '/c/kettles', '/p/heron']);
    expect(steps).toContain('1 pages read, 0 unchanged, 0 not read, 2 left');
    expect(await catalogue()).toEqual([
      { kind: 'category', text: 'kettles', label: 'Kettles & pots' },
      { kind: 'page', text: '/c/kettles', category: 'kettles' },
      { kind: 'page', text: '/p/heron', label: 'Heron', category: 'kettles' },
      { kind: 'product', text: 'KE-101', label: 'Heron', category: 'kettles' },
    ]);
  });

  it('is not sent again what has not changed, unless it asks for it', async () => {
    const { folder, terminal, said } = await withShop((origin) => ({
      ...SHOP(origin),
      '/p/heron': (response, { 'if-none-match': known }) => {
        response.writeHead(known === '"1"' ? 304 : 200, { 'Content-Type': 'text/html', ETag: '"1"' }).end();
      },
    }));
    const read = async (options = {}): Promise<string | undefined> => {
      await catalogueCrawl(folder, 'shop', [], { ...FAST, ...options }, terminal);
      return said().find((line) => line.includes('unchanged'));
    };
    expect(await read({ dryRun: true })).toBe('2 pages read, 0 unchanged.');
    expect(await read()).toBe('2 pages read, 0 unchanged.');
    expect(await read()).toBe('1 pages read, 1 unchanged.');
    expect(await read({ again: true })).toBe('2 pages read, 0 unchanged.');
  });

  it('follows the links of the pages that it is given', async () => {
    const { folder, terminal, origin, asked, said } = await withShop(() => ({
      '/': '<a href="/a">a</a>',
      '/a': '<a href="/b">b</a>',
      '/b': '',
    }));
    await catalogueCrawl(folder, 'shop', [`${origin}/`], { ...FAST, pages: '2' }, terminal);
    expect(asked()).toEqual(['/robots.txt', '/', '/a']);
    expect(said()[0]).toBe('2 pages read, 0 unchanged, 1 left for another time (--pages).');
  });

  it.each([
    { options: { pages: '0' }, says: 'pages must be a number from 1 to 50000' },
    { options: { pages: 'canary' }, says: 'pages must be a number from 1 to 50000' },
    { options: { delay: '-1' }, says: 'delay must be a number from 0 to 60' },
    { options: { delay: '' }, says: 'delay must be a number from 0 to 60' },
    { options: { sitemap: ['http://127.0.0.1/'] }, says: 'sitemap goes without start pages' },
  ])('refuses $options', async ({ options, says }) => {
    const { folder, terminal, origin } = await withShop();
    expect(await refused(() => catalogueCrawl(folder, 'shop', [`${origin}/`], options, terminal))).toBe(says);
  });
});
