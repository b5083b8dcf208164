import { describe, expect, it } from 'vitest';
import { commerceOf, eventsOf } from './commerce.ts';

const ITEM = { item_id: 'KE-101', price: 49.9 };

describe('an event of a store', () => {
  it('is put into the cart, with its value in minor units', () => {
    expect(
      commerceOf('add_to_cart', { currency: 'EUR', items: [{ ...ITEM, quantity: 2 }], value: 99.8 }, 'EUR'),
    ).toEqual({
      kind: 'commerce',
      stage: 'cart',
      currency: 'EUR',
      isHome: true,
      items: [{ item: 'KE-101', value: 9980, category: undefined }],
      value: 9980,
      order: undefined,
    });
  });

  it.each([
    { name: 'begin_checkout', stage: 'checkout' },
    { name: 'add_shipping_info', stage: 'checkout' },
    { name: 'add_payment_info', stage: 'checkout' },
    { name: 'purchase', stage: 'order' },
  ])('$name is of the stage $stage', ({ name, stage }) => {
    expect(commerceOf(name, { items: [ITEM] }, 'EUR')).toMatchObject({ stage });
  });

  it.each([
    { currency: 'JPY', price: 1980, value: 1980 },
    { currency: 'KWD', price: 1.234, value: 1234 },
    { currency: 'chf', price: '19.90', value: 1990 },
    { currency: undefined, price: 0.29, value: 29 },
    { currency: 'EURO', price: 5, value: 0 },
    { currency: 'EUR', price: 'free', value: 0 },
    { currency: 'EUR', price: -5, value: 0 },
    { currency: 'EUR', price: Number.POSITIVE_INFINITY, value: 0 },
  ])('values $price $currency at $value', ({ currency, price, value }) => {
    expect(commerceOf('purchase', { currency, items: [{ ...ITEM, price }] }, 'EUR')).toMatchObject({
      value,
      items: [{ value }],
    });
  });

  it('knows which money is that of the site, and which is none', () => {
    const money = (currency?: string) => commerceOf('purchase', { currency, items: [ITEM] }, 'CHF');
    expect(money()).toMatchObject({ currency: 'CHF', isHome: true });
    expect(money('EUR')).toMatchObject({ currency: 'EUR', isHome: false });
    expect(money('EURO')).toMatchObject({ currency: null });
  });

  it('names the category of a product by its levels', () => {
    const item = { ...ITEM, item_category: 'Tea & Coffee', item_category2: 'Kettles' };
    expect(commerceOf('add_to_cart', { items: [item] }, 'EUR')).toMatchObject({
      items: [{ category: 'tea-coffee/kettles' }],
    });
  });

  it('counts an order without products, and leaves out products without a name', () => {
    expect(commerceOf('purchase', { value: 12, transaction_id: 7 }, 'EUR')).toMatchObject({
      items: [],
      value: 1200,
      order: '7',
    });
    expect(commerceOf('add_to_cart', { items: [{ price: 5 }, null, ITEM] }, 'EUR')).toMatchObject({
      items: [{ item: 'KE-101' }],
    });
  });

  it.each([
    { says: 'names no product', name: 'add_to_cart', params: { items: [{ price: 5 }] } },
    { says: 'is not understood', name: 'level_up', params: { items: [ITEM] } },
    { says: 'is called like what all objects have', name: 'constructor', params: { items: [ITEM] } },
    { says: 'has nothing to say', name: 'purchase', params: null },
    { says: 'searches for an address', name: 'search', params: { search_term: 'anna@home.example' } },
  ])('counts nothing where it $says', ({ name, params }) => {
    expect(commerceOf(name, params, 'EUR')).toBeNull();
  });

  it('is a search', () => {
    expect(commerceOf('view_search_results', { search_term: 'Tea ' }, 'EUR')).toEqual({
      kind: 'search',
      search: { term: 'tea', isEmpty: null },
    });
  });
});

describe('an entry of a dataLayer', () => {
  function gtag(..._: unknown[]): unknown {
    // biome-ignore lint/complexity/noArguments: what gtag pushes is exactly this
    return arguments;
  }

  it('is an object of Tag Manager', () => {
    expect(eventsOf({ event: 'add_to_cart', ecommerce: { items: [ITEM] } })).toEqual([
      ['add_to_cart', { items: [ITEM] }],
    ]);
  });

  it('is what gtag was called with', () => {
    expect(eventsOf(gtag('event', 'purchase', { items: [ITEM] }))).toEqual([['purchase', { items: [ITEM] }]]);
  });

  it('is of the older kind', () => {
    const ecommerce = {
      currencyCode: 'EUR',
      purchase: { actionField: { id: 'T1', revenue: '49.90' }, products: [{ id: 'KE-101', price: '49.90' }] },
    };
    expect(eventsOf({ event: 'whatever', ecommerce })).toEqual([
      [
        'purchase',
        { currency: 'EUR', items: ecommerce.purchase.products, transaction_id: 'T1', value: '49.90' },
      ],
    ]);
  });

  it.each([
    null,
    7,
    'x',
    [],
    {},
    { event: 'gtm.js' },
    { ecommerce: null },
    gtag('js', 1),
    gtag('config', 'G'),
  ])('says nothing by %j', (entry) => {
    expect(eventsOf(entry).flatMap(([name, told]) => commerceOf(name, told, 'EUR') ?? [])).toEqual([]);
  });
});
