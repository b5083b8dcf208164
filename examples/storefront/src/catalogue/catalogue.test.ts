import { describe, expect, it } from 'vitest';
import { productArt } from '../art/product-art.ts';
import { CATEGORIES, findCategory, LEAF_CATEGORIES, PAIRS, TOP_CATEGORIES } from './categories.ts';
import { COLLECTIONS } from './collections.ts';
import { arrange, NO_FILTER, productsIn, readFilter, search, writeFilter } from './listing.ts';
import { findProduct, PRODUCTS, productOf, relatedTo } from './products.ts';

describe('the catalogue', () => {
  it('has nine upper categories with twenty shelves below them', () => {
    expect(TOP_CATEGORIES).toHaveLength(9);
    expect(LEAF_CATEGORIES).toHaveLength(20);
  });

  it('has 138 products in six colour collections', () => {
    expect(PRODUCTS).toHaveLength(138);
    expect(new Set(PRODUCTS.map(({ collection }) => collection.id)).size).toBe(COLLECTIONS.length);
  });

  it('gives every product an article number, an address and a name of its own', () => {
    for (const key of ['sku', 'path', 'name'] as const) {
      expect(new Set(PRODUCTS.map((product) => product[key])).size).toBe(PRODUCTS.length);
    }
  });

  it('leaves no shelf empty', () => {
    expect(CATEGORIES.filter(({ path }) => productsIn(path).length < 6)).toEqual([]);
  });

  it('pairs shelves that exist', () => {
    expect([...PAIRS].flat().filter((path) => findCategory(path) === undefined)).toEqual([]);
  });

  it('draws every product differently', () => {
    expect(new Set(PRODUCTS.map(productArt)).size).toBe(PRODUCTS.length);
  });

  it('knows no product by a number that it did not give', () => {
    expect(findProduct('KG-999')).toBeUndefined();
    expect(() => productOf('KG-999')).toThrow('KG-999');
  });

  it('relates a product to other models of its upper category, each once', () => {
    expect(relatedTo(productOf('KG-101')).map(({ name }) => name)).toEqual([
      'Curlew gooseneck kettle in Chalk',
      'Bittern electric kettle in Sage',
      'Plover electric kettle in Ink',
      'Dipper electric kettle in Butter',
    ]);
  });
});

describe('a list', () => {
  const kettles = productsIn('kettles');

  it('keeps what is of one of the colours and of the style and of the price', () => {
    const filter = readFilter(new URLSearchParams('colour=ink&colour=clay&style=modern&price=60-150'));
    expect(arrange(kettles, filter).map(({ sku }) => sku)).toEqual(['KE-202', 'KG-203']);
  });

  it('sorts by price both ways', () => {
    const prices = (sort: string) =>
      arrange(kettles, readFilter(new URLSearchParams({ sort }))).map(({ price }) => price);
    expect(prices('cheap')[0]).toBe(5400);
    expect(prices('dear')[0]).toBe(11900);
    expect(prices('cheap').toReversed()).toEqual(prices('dear'));
  });

  it('passes over what it does not know in a query', () => {
    expect(readFilter(new URLSearchParams('colour=mauve&style=gothic&price=free&sort=random'))).toEqual(
      NO_FILTER,
    );
  });

  it('writes a filter as it reads it', () => {
    const query = '?colour=sage&style=retro&price=to-60&sort=name';
    expect(writeFilter(readFilter(new URLSearchParams(query)))).toBe(query);
    expect(writeFilter(NO_FILTER)).toBe('');
  });
});

describe('the search', () => {
  it('finds products that contain every word', () => {
    expect(search('puffin butter').map(({ name }) => name)).toEqual(['Puffin milk frother in Butter']);
  });

  it('shows at most 24', () => {
    expect(search('kettle').length).toBe(24);
  });

  it('finds nothing for nothing, and nothing for nonsense', () => {
    expect(search('  ')).toEqual([]);
    expect(search('hovercraft')).toEqual([]);
  });
});
