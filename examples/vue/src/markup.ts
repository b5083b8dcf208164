/**
 * What a shop says of its pages in its markup, typed: regions, the products in them, the page itself. A file to copy.
 * All of it may be left out where the markup, its JSON-LD or the routes of the site say the same.
 */
import { computed, onMounted, onUnmounted, useSSRContext, watchEffect } from 'vue';

/** `<ul v-bind="zone('grid')">`: the name of a region, the same wherever it is shown. */
export const zone = (name: string) => ({ 'data-holloway-zone': name });

/**
 * `<li v-bind="slot('KE-101')">`: the product that is shown here.
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

/** What a server puts into the head: `<meta name="holloway" content="…">`. */
export interface PageContext {
  holloway?: string;
}

/** `usePage(() => ({ type: 'product', item: props.id }))` in the component of a page. */
export function usePage(facts: () => PageFacts): void {
  const content = computed(() =>
    Object.entries(facts())
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  );
  if (typeof window === 'undefined') {
    Object.assign(useSSRContext<PageContext>() ?? {}, { holloway: content.value });
    return;
  }
  const meta = document.createElement('meta');
  meta.name = 'holloway';
  watchEffect(() => {
    meta.content = content.value;
  });
  onMounted(() => {
    // The server's, or that of a page which is still fading out.
    for (const other of document.querySelectorAll('meta[name=holloway]')) other.remove();
    document.head.append(meta);
  });
  onUnmounted(() => meta.remove());
}
