import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRODUCTS, productOf } from '../catalogue/products.ts';
import { addToCart, type Cart, changeCart, piecesIn, readCart, totalOf, writeCart } from './cart.ts';

const heron = productOf('KG-101');
const robin = productOf('TT-101');

describe('a cart', () => {
  it('adds up pieces and prices', () => {
    const cart = addToCart(addToCart(addToCart([], heron), robin), heron);
    expect(piecesIn(cart)).toBe(3);
    expect(totalOf(cart)).toBe(11900 + 7400 + 11900);
  });

  it('holds at most nine pieces of a product and twenty products', () => {
    const tenTimes = Array.from({ length: 10 }).reduce<Cart>((cart) => addToCart(cart, heron), []);
    expect(piecesIn(tenTimes)).toBe(9);
    expect(PRODUCTS.reduce<Cart>(addToCart, [])).toHaveLength(20);
  });

  it('loses a product whose pieces are set to none, or to nonsense', () => {
    const cart = addToCart(addToCart([], heron), robin);
    expect(writeCart(changeCart(cart, heron, 0))).toBe('TT-101*1');
    expect(writeCart(changeCart(cart, robin, Number.NaN))).toBe('KG-101*1');
  });

  it('leaves out of a cookie what the shop does not have', () => {
    expect(writeCart(readCart('KG-101*2.XX-999*1.TT-101*99.TT-102*x'))).toBe('KG-101*2');
    expect(readCart(undefined)).toEqual([]);
  });

  it('reads what it wrote', () => {
    const lines = fc.uniqueArray(
      fc.record({ product: fc.constantFrom(...PRODUCTS), quantity: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 20, selector: ({ product }) => product },
    );
    fc.assert(
      fc.property(lines, (cart) => {
        expect(readCart(writeCart(cart))).toEqual(cart);
      }),
    );
  });
});
