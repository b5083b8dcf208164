/** The products: every model in every colour it is made in, with an article number and an address. */
import { categoryAt, topOf } from './categories.ts';
import { COLLECTIONS, type Collection, STYLES, type Style } from './collections.ts';
import { MODELS, type Model } from './models.ts';

export interface Product {
  /** Article number, such as `KG-101`. */
  readonly sku: string;
  readonly slug: string;
  readonly path: string;
  /** `Heron gooseneck kettle in Ink`. */
  readonly name: string;
  readonly model: Model;
  readonly collection: Collection;
  readonly style: Style;
  readonly category: string;
  /** In minor units of euros. */
  readonly price: number;
  /** Which model of its shelf, from 0: decides the shape it is drawn in. */
  readonly variant: number;
}

function find<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The shop has no ${id}`);
  return found;
}

function productsOf(model: Model): Product[] {
  const { code } = categoryAt(model.category);
  const variant = MODELS.filter(({ category }) => category === model.category).indexOf(model);
  return model.colours.map((colour, index) => {
    const collection = find(COLLECTIONS, colour);
    const slug = `${model.name} ${model.noun} ${colour}`.toLowerCase().replaceAll(' ', '-');
    return {
      sku: `${code}-${(variant + 1) * 100 + index + 1}`,
      slug,
      path: `/p/${slug}`,
      name: `${model.name} ${model.noun} in ${collection.name}`,
      model,
      collection,
      style: find(STYLES, model.style),
      category: model.category,
      price: model.price,
      variant,
    };
  });
}

/** In the order of the shop's own choice: the first colour of every model, then the second of every one ... */
export const PRODUCTS: readonly Product[] = MODELS.flatMap(productsOf).sort(
  (a, b) => placeOfColour(a) - placeOfColour(b),
);

function placeOfColour({ model, collection }: Product): number {
  return model.colours.indexOf(collection.id);
}

const bySku = new Map(PRODUCTS.map((product) => [product.sku, product]));
const bySlug = new Map(PRODUCTS.map((product) => [product.slug, product]));

export const findProduct = (sku: string): Product | undefined => bySku.get(sku);

export const findBySlug = (slug: string): Product | undefined => bySlug.get(slug);

/** @throws Error where the shop has no such article number. */
export function productOf(sku: string): Product {
  const found = bySku.get(sku);
  if (found === undefined) throw new Error(`The shop has no product ${sku}`);
  return found;
}

/** The same model in its other colours. */
export const otherColours = (product: Product): readonly Product[] =>
  PRODUCTS.filter((other) => other.model === product.model && other !== product);

/** Other models of its upper category, in its colour where they are made in it; those of its shelf first. At most four. */
export function relatedTo(product: Product): readonly Product[] {
  const top = topOf(product.category);
  const near = MODELS.filter((model) => model !== product.model && topOf(model.category) === top).sort(
    (a, b) => Number(b.category === product.category) - Number(a.category === product.category),
  );
  return near.slice(0, 4).flatMap((model) => {
    const colours = PRODUCTS.filter((other) => other.model === model);
    return colours.find(({ collection }) => collection === product.collection) ?? colours.slice(0, 1);
  });
}

export const BESTSELLERS: readonly Product[] = [
  'MS-101',
  'KE-101',
  'CE-101',
  'TT-101',
  'KG-201',
  'BJ-101',
  'OB-101',
  'SK-101',
].map(productOf);

export const NEW_IN: readonly Product[] = ['CE-104', 'TT-105', 'KE-203', 'JS-202', 'MH-203', 'TM-104'].map(
  productOf,
);

/** The product on the large picture of the home page. */
export const FEATURED: Product = productOf('MS-105');
