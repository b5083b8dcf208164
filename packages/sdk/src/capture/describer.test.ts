// @vitest-environment happy-dom
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
