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

  it.each([
    { quantity: undefined, value: 4990 },
    { quantity: '', value: 4990 },
    { quantity: 'a few', value: 4990 },
    { quantity: 3, value: 14_970 },
    { quantity: '2', value: 9980 },
    { quantity: '0,5', value: 2495 },
  ])('counts $quantity of a product with the value of that many', ({ quantity, value }) => {
    expect(commerceOf('add_to_cart', { items: [{ ...ITEM, quantity }] }, 'EUR')).toMatchObject({
      items: [{ item: 'KE-101', value }],
    });
  });

  it.each([0, '0', '0.0', -1, '-2'])('counts nothing of a product of which there are %j', (quantity) => {
    const none = { ...ITEM, quantity };
    expect(commerceOf('add_to_cart', { items: [none] }, 'EUR')).toBeNull();
    expect(commerceOf('begin_checkout', { items: [none] }, 'EUR')).toMatchObject({ items: [] });
    const other = { item_id: 'CO-201', price: 12.45 };
    expect(commerceOf('purchase', { items: [none, other] }, 'EUR')).toMatchObject({
      items: [{ item: 'CO-201', value: 1245 }],
      value: 1245,
    });
  });

  it.each([
    { value: 40, is: 4000 },
    { value: 0, is: 0 },
    { value: -40, is: 0 },
    { value: '40.5', is: 4050 },
    { value: ' 40.50 ', is: 4050 },
    { value: '40,50', is: 4050 },
    { value: '40,5', is: 4050 },
    { value: undefined, is: 4990 },
    { value: null, is: 4990 },
    { value: '', is: 4990 },
    { value: ' ', is: 4990 },
    { value: '1,234', is: 4990 },
    { value: '1.234,50', is: 4990 },
    { value: '1,234.50', is: 4990 },
    { value: '€ 40.50', is: 4990 },
    { value: true, is: 4990 },
    { value: [40], is: 4990 },
    { value: Number.NaN, is: 4990 },
    { value: Number.POSITIVE_INFINITY, is: 4990 },
  ])('is worth $is where it says $value, else the sum of its products', ({ value, is }) => {
    expect(commerceOf('purchase', { value, items: [ITEM] }, 'EUR')).toMatchObject({ value: is });
  });

  it.each([
    { item_id: '', id: 'KE-101' },
    { item_id: ' ', id: null, sku: 'KE-101' },
    { item_id: undefined, id: 'x'.repeat(201), sku: 'KE-101' },
    { item_id: 'KE-101', id: 'other', sku: 'another' },
  ])('calls a product by the first name that it has: %j', (names) => {
    expect(commerceOf('add_to_cart', { items: [names] }, 'EUR')).toMatchObject({
      items: [{ item: 'KE-101' }],
    });
  });

  it.each([
    { told: undefined },
    { told: null },
    { told: 'EUR' },
    { told: {} },
    { told: { items: [] } },
    { told: { items: null } },
    { told: { items: [{ price: 5 }] } },
  ])('is a checkout, whatever it says of products: $told', ({ told }) => {
    expect(commerceOf('begin_checkout', told, 'EUR')).toMatchObject({ stage: 'checkout', items: [] });
  });

  it.each([
    { name: 'add_to_cart', stage: 'cart' },
    { name: 'add_payment_info', stage: 'checkout' },
    { name: 'purchase', stage: 'order' },
  ])('$name counts without a word on it', ({ name, stage }) => {
    expect(commerceOf(name, undefined, 'EUR')).toEqual({
      kind: 'commerce',
      stage,
      items: [],
      currency: 'EUR',
      value: 0,
      isHome: true,
      order: undefined,
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

  it('names the category as older shops do, where its levels are empty', () => {
    const item = { ...ITEM, item_category: ' ', category: 'Tea & Coffee/Kettles' };
    expect(commerceOf('add_to_cart', { items: [item] }, 'EUR')).toMatchObject({
      items: [{ category: 'tea-coffee/kettles' }],
    });
  });

  it('cuts a category at the last level that the wire carries', () => {
    const long = {
      ...ITEM,
      item_category: 'Tea',
      item_category2: 'x'.repeat(180),
      item_category3: 'y'.repeat(30),
    };
    const older = { ...ITEM, category: `Tea/${'x'.repeat(180)}/${'y'.repeat(30)}` };
    for (const item of [long, older])
      expect(commerceOf('add_to_cart', { items: [item] }, 'EUR')).toMatchObject({
        items: [{ category: `tea/${'x'.repeat(180)}` }],
      });
  });

  it('names no category whose first level is longer than that', () => {
    const item = { ...ITEM, item_category: 'x'.repeat(201), item_category2: 'Kettles' };
    expect(commerceOf('add_to_cart', { items: [item] }, 'EUR')).toMatchObject({
      items: [{ category: undefined }],
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
    { says: 'puts nothing into the cart', name: 'add_to_cart', params: { items: [] } },
    { says: 'searches for nothing', name: 'search', params: undefined },
    { says: 'searches for a telephone', name: 'search', params: { search_term: '030/123 45 67' } },
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
    expect(eventsOf(gtag('event', 'begin_checkout'))).toEqual([['begin_checkout', undefined]]);
  });

  it.each([undefined, null])('counts a step without a word on it, where its ecommerce is %j', (ecommerce) => {
    const entry = { event: 'begin_checkout', ecommerce, items: 3, currency: 'none' };
    expect(eventsOf(entry)).toEqual([['begin_checkout', {}]]);
  });

  it('counts no order without a word on it', () => {
    expect(eventsOf({ event: 'purchase' })).toEqual([]);
    expect(eventsOf({ event: 'purchase', ecommerce: null })).toEqual([]);
  });

  it('is a search of what it says itself', () => {
    const entry = { event: 'search', search_term: 'tea' };
    expect(eventsOf(entry)).toEqual([['search', entry]]);
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
