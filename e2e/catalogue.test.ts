/**
 * The catalogue that is read off the storefront's own pages, beside the one that the storefront knows of itself: what the
 * command line calls a page, a category or a product is what browsers call it.
 */
import { writeFile } from 'node:fs/promises';
import { type RunningStorefront, serveStorefront, storefrontCatalogue } from '@holloway/example-storefront';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Collector, createCollector } from './support/collector.ts';

let collector: Collector;
let shop: RunningStorefront;

beforeAll(async () => {
  collector = await createCollector();
  shop = await serveStorefront({
    port: 0,
    host: '127.0.0.1',
    site: 'shop',
    // Nobody opens the pages in a browser: the script of the collector is never asked for.
    collectorUrl: 'http://127.0.0.1:9',
  });
  await collector.holloway('site', 'add', 'shop', '--kind', 'test', '--origin', shop.url);
});

afterAll(async () => {
  await shop?.close();
  await collector?.remove();
});

it('calls the pages of a shop as its browsers call them', async () => {
  const said = await collector.holloway('catalogue', 'crawl', 'shop', '--delay', '0');
  expect(said).toContain('196 pages read, 0 unchanged.');
  // Pages for one visitor alone are in no sitemap; a search has no category; `collections` alone is no page.
  const unlisted = new Set([
    'page /search',
    'page /cart',
    'page /checkout',
    'page /order/:id',
    'category collections',
  ]);
  const own = storefrontCatalogue().filter(
    ({ kind, text }) => ['page', 'category', 'product'].includes(kind) && !unlisted.has(`${kind} ${text}`),
  );
  expect(said).toContain(`Declared ${own.length} entries of shop`);

  const rows = own.map(({ kind, text }) => `${kind},"${text}"`);
  const file = `${collector.data}/own.csv`;
  await writeFile(file, ['kind,text', ...rows].join('\n'));
  expect(await collector.holloway('catalogue', 'import', 'shop', file, '--dry-run')).toContain(
    'no new names',
  );
});

it('finds nothing new in the sitemap after that', async () => {
  const said = await collector.holloway('catalogue', 'sitemap', 'shop', '--dry-run');
  expect(said).toContain('1 sitemaps with 196 addresses, which are counted as 196 pages.');
  expect(said).toContain('no new names; 0 changed.');
});

it('says of an address what the page says of itself', async () => {
  const path = storefrontCatalogue().find(
    ({ kind, text }) => kind === 'page' && text.startsWith('/p/'),
  )?.text;
  const told = await collector.holloway(
    'site',
    'preview',
    'shop',
    `${path}?mail=anna@home.example`,
    '--fetch',
  );
  expect(told).toMatch(/^type +product$/m);
  expect(told).toMatch(/declared: named at once/);
  expect(told).not.toContain('anna');
});
