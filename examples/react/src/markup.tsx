/**
 * What a shop says of its pages in its markup, typed: regions, the products in them, the page itself. A file to copy.
 * All of it may be left out where the markup, its JSON-LD or the routes of the site say the same.
 */

/** `<ul {...zone('grid')}>`: the name of a region, the same wherever it is shown. */
export const zone = (name: string) => ({ 'data-holloway-zone': name });

/**
 * `<li {...slot('KE-101')}>`: the product that is shown here.
 * @param position From 1. Default: its place among the products of the region; a list that renders only what is in
 * view has to say.
 */
export const slot = (item: string, position?: number) => ({
  'data-holloway-item': item,
  'data-holloway-slot': position,
});

export interface PageFacts {
  readonly type: 'home' | 'category' | 'product' | 'search' | 'cart' | 'checkout' | 'order' | 'page';
  /** The path in the category tree, such as `kettles/gooseneck`. */
  readonly category?: string | undefined;
  /** Of a product's page: as in `slot` and in `item_id`. */
  readonly item?: string | undefined;
}

/** `<Page type="product" item="KE-101" />`, anywhere in a page: React moves it into the head, and takes it away again. */
export function Page(facts: PageFacts) {
  const named = Object.entries(facts).filter(([, value]) => value !== undefined);
  return <meta name="holloway" content={named.map(([name, value]) => `${name}=${value}`).join('; ')} />;
}
