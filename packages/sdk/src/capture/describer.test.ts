// @vitest-environment happy-dom
import type { Route } from '@holloway/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDescriber } from './describer.ts';

const ORIGIN = 'https://shop.example';
const SWAN = { '@type': 'Product', sku: 'KE-101', category: 'kettles' };
const PUFFIN = { '@type': 'Product', sku: 'CO-201', category: 'coffee' };

function publish(thing: object): void {
  document.head.innerHTML = `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
}

beforeEach(() => {
  document.head.innerHTML = '';
});

const first = (path: string) => {
  const describer = createDescriber(document, []);
  return { describer, page: describer.describe(ORIGIN + path) };
};

describe('a page of a document', () => {
  it('is what it publishes of itself, if it is the first', () => {
    publish(SWAN);
    expect(first('/p/swan').page).toMatchObject({ type: 'product', category: 'kettles', item: 'KE-101' });
  });

  it('is not what the page before has published, and is not there while that still stands', () => {
    publish(SWAN);
    const { describer } = first('/p/swan');
    expect(describer.isThere(`${ORIGIN}/about`)).toBe(false);
    expect(describer.describe(`${ORIGIN}/about`)).toEqual({
      path: '/about',
      type: 'page',
      category: null,
      item: undefined,
      search: undefined,
    });
  });

  it('is there once it publishes something of its own', () => {
    publish(SWAN);
    const { describer } = first('/p/swan');
    publish(PUFFIN);
    expect(describer.isThere(`${ORIGIN}/p/puffin`)).toBe(true);
    expect(describer.describe(`${ORIGIN}/p/puffin`)).toMatchObject({ category: 'coffee', item: 'CO-201' });
  });

  it('is there once the store declares it, and still not what the page before has published', () => {
    publish(SWAN);
    const { describer } = first('/p/swan');
    document.head.insertAdjacentHTML('beforeend', '<meta name="holloway" content="type=product">');
    expect(describer.isThere(`${ORIGIN}/p/puffin`)).toBe(true);
    expect(describer.describe(`${ORIGIN}/p/puffin`)).toMatchObject({ type: 'product', item: undefined });
  });

  it('seen again is what it was', () => {
    publish(SWAN);
    const { describer, page } = first('/p/swan');
    expect(describer.isThere(`${ORIGIN}/p/swan?colour=ink`)).toBe(true);
    expect(describer.describe(`${ORIGIN}/p/swan?colour=ink`)).toEqual(page);
  });
});

describe('a search page', () => {
  const ROUTES: Route[] = [{ pattern: '/search', type: 'search' }];
  const LIST = {
    '@type': 'ItemList',
    itemListElement: [{ '@type': 'ListItem', position: 1, url: '/p/swan' }],
  };
  const at = (query: string) => `${ORIGIN}/search?q=${query}`;

  function searched() {
    const describer = createDescriber(document, ROUTES);
    publish(LIST);
    describer.describe(at('tea'));
    return describer;
  }

  it.each([
    { query: 'tea', isAnother: false },
    { query: 'tea&page=2', isAnother: false },
    { query: '', isAnother: false },
    { query: 'teapot', isAnother: true },
  ])('of tea is asked for something else at ?q=$query: $isAnother', ({ query, isAnother }) => {
    const describer = searched();
    expect(describer.isAskedAnew(at(query))).toBe(isAnother);
    expect(describer.isAskedAnew(at(query))).toBe(isAnother);
  });

  it('that was asked for nothing yet is, with the first search', () => {
    const describer = createDescriber(document, ROUTES);
    describer.describe(`${ORIGIN}/search`);
    expect(describer.isAskedAnew(at('tea'))).toBe(true);
  });

  it('alone is asked for anything', () => {
    const describer = createDescriber(document, ROUTES);
    describer.describe(`${ORIGIN}/c/kettles?q=tea`);
    expect(describer.isAskedAnew(`${ORIGIN}/c/kettles?q=teapot`)).toBe(false);
  });

  it('with other results is there once they come, and has none of those before', () => {
    const describer = searched();
    expect(describer.isThere(at('unicorn'))).toBe(false);
    expect(describer.describe(at('unicorn')).search).toEqual({ term: 'unicorn', isEmpty: null });
    expect(describer.published()).toEqual([]);
    publish({ '@type': 'ItemList', itemListElement: [] });
    expect(describer.published()).toEqual([{ '@type': 'ItemList', itemListElement: [] }]);
  });

  it('has as many results as it publishes, though they are those of the search before', () => {
    const describer = searched();
    publish(LIST);
    expect(describer.describe(at('teapot')).search).toEqual({ term: 'teapot', isEmpty: false });
    expect(describer.describe(at('teapot')).search).toEqual({ term: 'teapot', isEmpty: false });
  });

  it('has none of what the page before it listed, whatever else it publishes', () => {
    const describer = createDescriber(document, ROUTES);
    publish(LIST);
    describer.describe(`${ORIGIN}/c/kettles`);
    document.head.insertAdjacentHTML(
      'beforeend',
      '<script type="application/ld+json">{"@type":"WebSite"}</script>',
    );
    expect(describer.describe(at('unicorn')).search).toEqual({ term: 'unicorn', isEmpty: null });
    expect(describer.published()).toEqual([{ '@type': 'WebSite' }]);
  });
});
