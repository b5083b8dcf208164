import { describe, expect, it } from 'vitest';
import { none, told } from '../../test/shown.ts';
import { funnelRows, productRows, purchaseRows } from './commerce-rows.ts';

describe('the rows of a funnel', () => {
  it('put the stages of a category side by side, all visits first, then the most seen lists', () => {
    expect(
      funnelRows(
        told(
          [['(any)', 'list'], 50],
          [['(any)', 'order'], 12],
          [['kettles', 'list'], 20],
          [['kettles', 'product'], 70],
          [['kettles', 'cart'], 15],
          [['kettles', 'checkout'], 12],
          [['kettles', 'order'], 10],
          [['pans', 'list'], 90],
        ),
      ),
    ).toEqual([
      { category: '(any)', list: 50, product: null, cart: null, checkout: null, order: 12 },
      { category: 'pans', list: 90, product: null, cart: null, checkout: null, order: null },
      { category: 'kettles', list: 20, product: 70, cart: 15, checkout: 12, order: 10 },
    ]);
  });

  it('have no place for a stage that is not known', () => {
    expect(funnelRows(told([['kettles', '(other)'], 20]))).toEqual([]);
  });

  it('of nothing are none', () => {
    expect(funnelRows(none)).toEqual([]);
  });
});

describe('the rows of products', () => {
  it('tell visits and values of both, and leave null what is not shown', () => {
    expect(
      productRows({
        added: told([['K1', 'EUR'], 30, { total: 357_000 }], [['K2', 'EUR'], 12, { total: 60_000 }]),
        ordered: told([['K1', 'EUR'], 11, { total: 130_900 }]),
      }),
    ).toEqual([
      {
        item: 'K1',
        currency: 'EUR',
        added: 30,
        ordered: 11,
        addedValue: 357_000,
        orderedValue: 130_900,
      },
      { item: 'K2', currency: 'EUR', added: 12, ordered: null, addedValue: 60_000, orderedValue: null },
    ]);
  });

  it('keep currencies apart: what is paid in francs is no euro', () => {
    const ordered = told([['K1', 'CHF'], 10, { total: 100 }], [['K1', 'EUR'], 20, { total: 200 }]);
    expect(productRows({ added: none, ordered })).toMatchObject([
      { currency: 'EUR', orderedValue: 200 },
      { currency: 'CHF', orderedValue: 100 },
    ]);
  });

  it('stand with the most ordered first, then the most put into the cart', () => {
    const added = told([['a', 'EUR'], 90], [['b', 'EUR'], 20], [['c', 'EUR'], 95]);
    const ordered = told([['b', 'EUR'], 10]);
    expect(productRows({ added, ordered }).map(({ item }) => item)).toEqual(['b', 'c', 'a']);
  });
});

describe('the rows of purchases', () => {
  it('know no value of what is not settled, which is not 0', () => {
    expect(purchaseRows(told([['EUR'], 20, { exactN: 0 }]))).toEqual([
      { currency: 'EUR', orders: 20, value: null },
    ]);
    expect(purchaseRows(told([['EUR'], 20, { exactN: 10 }]))).toMatchObject([{ orders: 20, value: 0 }]);
  });

  it('tell visits that ordered and the value of their orders by currency, the most visits first', () => {
    expect(purchaseRows(told([['CHF'], 10, { total: 99_900 }], [['EUR'], 20, { total: 40_000 }]))).toEqual([
      { currency: 'EUR', orders: 20, value: 40_000 },
      { currency: 'CHF', orders: 10, value: 99_900 },
    ]);
  });
});
