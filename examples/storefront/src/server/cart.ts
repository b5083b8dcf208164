/**
 * The cart, as the text of one cookie: `KG-101*2.TT-101*1`. The server keeps nothing.
 * Pure. What the text says and the shop does not have is left out.
 */
import { findProduct, type Product } from '../catalogue/products.ts';

export const MAX_QUANTITY = 9;
const MAX_LINES = 20;

export interface Line {
  readonly product: Product;
  /** Pieces, 1 to 9. */
  readonly quantity: number;
}

export type Cart = readonly Line[];

const isQuantity = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= MAX_QUANTITY;

export function readCart(text: string | undefined): Cart {
  const lines = new Map<string, Line>();
  for (const part of (text ?? '').split('.').slice(0, MAX_LINES)) {
    const [sku = '', times = ''] = part.split('*');
    const product = findProduct(sku);
    const quantity = Number(times);
    if (product !== undefined && isQuantity(quantity)) lines.set(sku, { product, quantity });
  }
  return [...lines.values()];
}

/** Empty for an empty cart. */
export const writeCart = (cart: Cart): string =>
  cart.map(({ product, quantity }) => `${product.sku}*${quantity}`).join('.');

/** One more piece of a product, up to nine, and up to twenty products. */
export function addToCart(cart: Cart, product: Product): Cart {
  const line = cart.find((one) => one.product === product);
  if (line !== undefined) return changeCart(cart, product, Math.min(line.quantity + 1, MAX_QUANTITY));
  return cart.length < MAX_LINES ? [...cart, { product, quantity: 1 }] : cart;
}

/** Sets the pieces of a product that is in the cart; none, or a number that makes no sense, takes it out. */
export const changeCart = (cart: Cart, product: Product, quantity: number): Cart =>
  cart.flatMap((line) => {
    if (line.product !== product) return [line];
    return isQuantity(quantity) ? [{ product, quantity }] : [];
  });

/** In minor units. */
export const totalOf = (cart: Cart): number =>
  cart.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);

export const piecesIn = (cart: Cart): number => cart.reduce((sum, { quantity }) => sum + quantity, 0);
