// @vitest-environment happy-dom
import type { Route } from '@holloway/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { describePage } from './page.ts';

const ORIGIN = 'https://shop.example';
const describeAt = (path: string, routes: Route[] = []) => describePage(document, ORIGIN + path, routes);

function linkedData(...values: unknown[]): void {
  for (const value of values) {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = typeof value === 'string' ? value : JSON.stringify(value);
    document.head.append(script);
  }
}

const breadcrumbs = (...crumbs: (readonly [name: string, item?: string | undefined])[]) => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(([name, item], i) => ({ '@type': 'ListItem', position: i + 1, name, item })),
});

beforeEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
  for (const element of [document.documentElement, document.body]) {
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
});

describe('a page that says nothing of itself', () => {
  it.each([
    { path: '/', page: { path: '/', type: 'home', category: null } },
    { path: '/about', page: { path: '/about', type: 'page', category: null } },
    { path: '/orders/1234567?token=x#top', page: { path: '/orders/:id', type: 'page', category: null } },
  ])('is told by its path $path', ({ path, page }) => {
    expect(describeAt(path)).toEqual(page);
  });
});

describe('a page described in words made for us', () => {
  it('is described by attributes of <html> or <body>', () => {
    document.body.setAttribute('data-holloway-type', 'category');
    document.documentElement.setAttribute('data-holloway-category', '/kettles/gooseneck/');
    expect(describeAt('/x')).toEqual({ path: '/x', type: 'category', category: 'kettles/gooseneck' });
  });

  it('is described by a <meta>', () => {
    const meta = document.createElement('meta');
    meta.name = 'holloway';
    meta.content = 'type=product; category=kettles/gooseneck; item=KE-101';
    document.head.append(meta);
    expect(describeAt('/x')).toEqual({
      path: '/x',
      type: 'product',
      category: 'kettles/gooseneck',
      item: 'KE-101',
    });
  });

  it('is not described by a type that does not exist', () => {
    document.body.setAttribute('data-holloway-type', 'blog');
    expect(describeAt('/x').type).toBe('page');
  });

  it('outweighs what the JSON-LD sees in it, category included', () => {
    document.body.setAttribute('data-holloway-type', 'cart');
    linkedData({ '@type': 'Product', category: 'Kettles' });
    expect(describeAt('/cart')).toEqual({ path: '/cart', type: 'cart', category: null });
  });
});

describe('a page with JSON-LD', () => {
  it('is a product in the category of its breadcrumbs, without home and itself', () => {
    linkedData(
      { '@type': 'Product', sku: 'KE-101' },
      breadcrumbs(
        ['Home', '/'],
        ['Kettles', '/c/kettles'],
        ['Gooseneck', '/c/kettles/gooseneck'],
        ['Swan 1', '/p/swan-1'],
      ),
    );
    expect(describeAt('/p/swan-1')).toEqual({
      path: '/p/swan-1',
      type: 'product',
      category: 'kettles/gooseneck',
      item: 'KE-101',
    });
  });

  it.each([
    { sku: undefined, productID: 'P7', item: 'P7' },
    { sku: undefined, productID: undefined, item: undefined },
    { sku: 'x'.repeat(300), productID: 'P7', item: undefined },
  ])('calls the product $item by its own numbers alone', ({ sku, productID, item }) => {
    linkedData({ '@type': 'Product', sku, productID });
    expect(describeAt('/p/swan-1').item).toBe(item);
  });

  it.each([
    { crumb: ['Swan 1'] as const, says: 'has no address' },
    { crumb: ['Swan 1', 'https://shop.example/p/swan-1'] as const, says: 'has the address of the page' },
  ])('leaves the product out where its crumb $says', ({ crumb }) => {
    linkedData({ '@type': 'Product' }, breadcrumbs(['Kettles', '/c/kettles'], crumb));
    expect(describeAt('/p/swan-1').category).toBe('kettles');
  });

  it('is a product in the category that the product names, where there are no breadcrumbs', () => {
    linkedData({ '@type': ['Product'], category: 'Kitchen > Tea & Coffee' });
    expect(describeAt('/p/x').category).toBe('kitchen/tea-coffee');
  });

  it('is in the category above, where its own is longer than the wire carries', () => {
    const [top, low] = ['t'.repeat(120), 'l'.repeat(120)];
    linkedData({ '@type': 'Product', category: `${top}/${low}` });
    expect(describeAt('/p/ke-101')).toMatchObject({ category: top });
    linkedData(
      { '@type': 'Product' },
      breadcrumbs([top, `/c/${top}`], [low, `/c/${top}/${low}`], ['Swan', '/p/ke-101']),
    );
    expect(describeAt('/p/ke-101')).toMatchObject({ category: top });
  });

  it('is a category where a list has breadcrumbs', () => {
    linkedData(breadcrumbs(['Home', '/'], ['Kettles', '/c/kettles.html']), { '@type': 'ItemList' });
    expect(describeAt('/c/kettles.html')).toMatchObject({ type: 'category', category: 'kettles' });
  });

  it.each([
    { says: 'a list alone', nodes: [{ '@type': 'ItemList' }] },
    { says: 'breadcrumbs alone', nodes: [breadcrumbs(['Home', '/'], ['Imprint', '/imprint'])] },
  ])('is no category for $says', ({ nodes }) => {
    linkedData(...nodes);
    expect(describeAt('/imprint')).toMatchObject({ type: 'page', category: null });
  });

  it.each([
    { says: 'are numbers', items: ['/list/123456', '/list/a'] },
    { says: 'differ in their query alone', items: ['/list?c=1', '/list?c=2'] },
    { says: 'are not there', items: [undefined, undefined] },
  ])('takes names for addresses that $says', ({ items }) => {
    linkedData(
      { '@type': 'ItemList' },
      breadcrumbs(['Home', '/'], ['Küche', items[0]], ['Tee & Kaffee', items[1]]),
    );
    expect(describeAt('/list').category).toBe('kuche/tee-kaffee');
  });

  it('is read in any order, from @graph, mainEntity and items that are nodes', () => {
    linkedData({
      '@graph': [
        { '@type': 'WebPage', mainEntity: { '@type': 'https://schema.org/Product' } },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { position: 2, item: { '@id': '/c/kettles/gooseneck', name: 'Gooseneck' } },
            { position: 1, item: { '@id': '/c/kettles', name: 'Kettles' } },
          ],
        },
      ],
    });
    expect(describeAt('/p/x')).toMatchObject({ type: 'product', category: 'kettles/gooseneck' });
  });

  it.each(['{', 'null', '[]', '7', '{"@type":"Product","category":7}', '{"@type":"BreadcrumbList"}'])(
    'is no worse for %s',
    (text) => {
      linkedData(text);
      expect(describeAt('/x').category).toBeNull();
    },
  );
});

describe('a page behind a #', () => {
  it.each([
    { path: '/#/c/kettles', counted: '/c/kettles' },
    { path: '/shop/#!/p/swan-1?from=mail', counted: '/shop/p/swan-1' },
    { path: '/about#team', counted: '/about' },
  ])('$path is $counted', ({ path, counted }) => {
    expect(describeAt(path).path).toBe(counted);
  });
});

describe('a page that a route fits', () => {
  const routes: Route[] = [
    { pattern: '/cart', type: 'cart' },
    { pattern: '/c/:top/:sub', type: 'category', category: ':top/:sub' },
    { pattern: '/c/*', type: 'category', category: '*' },
    { pattern: '/p/:name', type: 'product' },
    { pattern: '/a.b/:slug.html', type: 'product' },
  ];

  it.each([
    { path: '/cart', type: 'cart', category: null },
    { path: '/c/kettles/gooseneck', type: 'category', category: 'kettles/gooseneck' },
    { path: '/c/kettles', type: 'category', category: 'kettles' },
    { path: '/p/swan-1', type: 'product', category: null },
    { path: '/p/swan-1/reviews', type: 'page', category: null },
    { path: '/carts', type: 'page', category: null },
    { path: '/a.b/swan.html', type: 'product', category: null },
    { path: '/aXb/swan.html', type: 'page', category: null },
    { path: '/a.b/swanXhtml', type: 'page', category: null },
  ])('$path is a $type in $category', ({ path, type, category }) => {
    expect(describeAt(path, routes)).toEqual({ path, type, category });
  });

  it('is described by it only as far as nothing better is known', () => {
    linkedData({ '@type': 'Product', category: 'Kettles' });
    expect(describeAt('/p/swan-1', routes)).toMatchObject({ type: 'product', category: 'kettles' });
  });
});
