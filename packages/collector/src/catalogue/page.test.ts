import { describe, expect, it } from 'vitest';
import { crumbs, linked } from '../../test/little-shop.ts';
import { describeAddress, placeEntries, readPage } from './page.ts';

const ORIGIN = 'https://shop.example';
const TRAIL = crumbs(
  ['Home', `${ORIGIN}/`],
  ['Kettles & pots', `${ORIGIN}/c/kettles`],
  ['Gooseneck', `${ORIGIN}/c/kettles/gooseneck`],
);
const ROUTES = [
  { pattern: '/p/:slug', type: 'product' },
  { pattern: '/c/*', type: 'category', category: '*' },
];

const read = (path: string, html: string) => readPage(html, new URL(path, ORIGIN), ROUTES);

describe('a page of a product', () => {
  it('declares itself, its product and its categories, with the names that it publishes', () => {
    const { entries } = read(
      '/p/heron?colour=ink',
      linked({ '@type': 'Product', sku: 'KE-101', name: 'Heron', review: { author: 'canary' } }, TRAIL),
    );
    expect(entries).toEqual([
      { kind: 'page', text: '/p/heron', label: 'Heron', category: 'kettles/gooseneck' },
      { kind: 'category', text: 'kettles/gooseneck' },
      { kind: 'category', text: 'kettles', label: 'Kettles & pots' },
      { kind: 'category', text: 'kettles/gooseneck', label: 'Gooseneck' },
      { kind: 'product', text: 'KE-101', label: 'Heron', category: 'kettles/gooseneck' },
    ]);
  });

  it('is what the store declares of it, before its JSON-LD', () => {
    const html = `<html><head><meta name="holloway" content="type=product; category=tea; item=T-1">${linked({ '@type': 'Product', sku: 'KE-101', name: 'Heron' })}</head></html>`;
    expect(read('/x', html).entries).toEqual([
      { kind: 'page', text: '/x', label: 'Heron', category: 'tea' },
      { kind: 'category', text: 'tea' },
      { kind: 'product', text: 'T-1', label: 'Heron', category: 'tea' },
    ]);
  });

  it('may say of itself in attributes of its body, which come before everything', () => {
    const html = `<html data-holloway-type="product"><body data-holloway-item="T-2" data-holloway-type="cart"><meta name="holloway" content="type=page; category=tea"></body></html>`;
    expect(read('/x', html).page).toMatchObject({ type: 'product', item: 'T-2', category: null });
  });

  it('whose product has no number is called by its path, as browsers call it', () => {
    expect(read('/p/heron', '<h1>Heron</h1>').entries).toEqual([
      { kind: 'page', text: '/p/heron' },
      { kind: 'product', text: '/p/heron' },
    ]);
  });
});

describe('a page of a list', () => {
  const list = {
    '@type': 'ItemList',
    itemListElement: [
      { position: 1, item: { '@type': 'Product', name: 'Heron', sku: 'KE-101', url: '/p/heron' } },
      { position: 2, url: '/p/ibis', name: 'Ibis' },
      {
        position: 3,
        item: { '@type': 'Product', name: 'Elsewhere', sku: 'X', url: 'https://other.example/' },
      },
    ],
  };

  it('declares its category, and tells of the products that it lists', () => {
    const { entries, hearsay } = read('/c/kettles/gooseneck', linked(list, TRAIL));
    expect(entries).toEqual([
      { kind: 'page', text: '/c/kettles/gooseneck', label: 'Gooseneck', category: 'kettles/gooseneck' },
      { kind: 'category', text: 'kettles/gooseneck', label: 'Gooseneck' },
      { kind: 'category', text: 'kettles', label: 'Kettles & pots' },
      { kind: 'category', text: 'kettles/gooseneck', label: 'Gooseneck' },
    ]);
    expect(hearsay).toEqual([
      { kind: 'product', text: 'KE-101', label: 'Heron' },
      { kind: 'page', text: '/p/heron', label: 'Heron' },
      { kind: 'product', text: '/p/ibis', label: 'Ibis' },
      { kind: 'page', text: '/p/ibis', label: 'Ibis' },
    ]);
  });
});

describe('a page', () => {
  it('has no name of its title, its headings or its links', () => {
    const html = '<title>canary</title><h1>canary</h1><a href="/a">canary</a>';
    expect(JSON.stringify(read('/about', html).entries)).not.toContain('canary');
  });

  it('tells where its links lead', () => {
    const html = '<a href="/a#b">A</a><a href="https://other.example/">B</a><a href="http://">C</a><a>D</a>';
    expect(read('/x/', html).links.map(({ href }) => href)).toEqual([
      'https://shop.example/a#b',
      'https://other.example/',
    ]);
  });

  it.each([
    { what: 'JSON that is none', html: '<script type="application/ld+json">{"@type":</script>' },
    {
      what: 'a list of nothing',
      html: linked({ '@type': 'BreadcrumbList', itemListElement: [null, 5, {}] }),
    },
    { what: 'markup without end', html: '<div>'.repeat(50_000) },
    { what: 'no markup', html: '' },
    { what: 'a name that no term can have', html: linked({ '@type': 'CollectionPage', name: 'a\u0007b' }) },
  ])('with $what is counted all the same', ({ html }) => {
    expect(read('/about', html).entries).toEqual([{ kind: 'page', text: '/about' }]);
  });
});

describe('an address alone', () => {
  it('is a page in the category of its route', () => {
    const page = describeAddress(new URL('/c/kettles/gooseneck', ORIGIN), ROUTES);
    expect(placeEntries(page)).toEqual([
      { kind: 'page', text: '/c/kettles/gooseneck', category: 'kettles/gooseneck' },
      { kind: 'category', text: 'kettles/gooseneck' },
    ]);
  });
});
