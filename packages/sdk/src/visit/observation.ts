/**
 * What capture may tell of a page: the words between capture/ and the folding of visits. Plain data.
 */
import type { ANY, FAULT_REASONS, Outcome, PageType, Source, SURFACES, Viewport } from '@holloway/protocol';

/** A page as it is counted. */
export interface Page {
  /** Normalised. */
  readonly path: string;
  readonly type: PageType;
  /** `null` for pages outside the category tree. */
  readonly category: string | null;
  /** Of a product's page: what the store calls the product. */
  readonly item?: string | undefined;
  /** Of a search page: what was asked. */
  readonly search?: Search | undefined;
}

export interface Search {
  readonly term: string;
  /** `null` where it cannot be told. */
  readonly isEmpty: boolean | null;
}

/** How a browser came to the site; read only where a visit begins. */
export interface Arrival {
  readonly source: Source;
  /** Host name of the referring site. */
  readonly referrer?: string | undefined;
  readonly campaign?: string | undefined;
  /** `null` for a browser that was not here before, as far as it knows. */
  readonly daysSinceLastVisit: number | null;
}

/** Where on which page something is. */
export interface Place {
  /** Path of the page; `(any)` for the head and the foot that all pages share. */
  readonly page: string;
  readonly viewport: Viewport | null;
}

export interface Position extends Place {
  /** `zone/position`, such as `grid/3`. */
  readonly slot: string;
  readonly item: string;
}

/** Pixels of the page, not of the window: whole numbers, not negative. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Item {
  readonly item: string;
  /** All pieces together, in minor units of the currency. */
  readonly value: number;
  /** As the store names it in the call; the page that it was seen on knows better. */
  readonly category?: string | undefined;
}

export type Observation =
  | {
      readonly kind: 'pageview';
      readonly page: Page;
      readonly arrival: Arrival;
      readonly hourOfWeek: number | null;
    }
  /** The page was hidden or left. `engagedMs`: visible and focused since its pageview, all told. */
  | { readonly kind: 'pause'; readonly engagedMs: number }
  /** The page was hidden or left for the first time. `tenth`: the furthest of its height that was seen until then, 1 to 10. */
  | { readonly kind: 'scroll'; readonly tenth: number }
  /** The page was looked at for 8 seconds: whoever opened a product has found it, or at least stayed. */
  | { readonly kind: 'settled' }
  /** A product was half visible for a second, or it was clicked; `to` is then the path of its page. */
  | ({
      readonly kind: 'slot';
      readonly measure: 'exposed' | 'clicked';
      readonly to?: string | undefined;
    } & Position)
  /** Once a view: the middle line of a region was visible for 150 ms, or the region was clicked. */
  | ({ readonly kind: 'zone'; readonly measure: 'exposed' | 'clicked'; readonly zone: string } & Place & {
        /** False where this view was counted before: one more time. */
        readonly isFirst: boolean;
      })
  /** Once a view, but for `cell`, the place of a click in sixteenths of width and height: every time. */
  | ({
      readonly kind: 'element';
      readonly measure: 'exposed' | 'clicked' | 'dead' | 'rage';
      readonly element: string;
      readonly isFirst: boolean;
      /** Of `exposed`, where this view measures. */
      readonly box?: Box | undefined;
      /** Of `clicked`: row by row, 0 to 255. */
      readonly cell?: number | undefined;
    } & Place)
  /** A search beside that of the page; or, where `isEmpty` is known, what came of one that was asked before. */
  | { readonly kind: 'search'; readonly search: Search }
  /** Put into the cart, on its way to an order, ordered. */
  | {
      readonly kind: 'commerce';
      readonly stage: 'cart' | 'checkout' | 'order';
      /** ISO 4217; `null` where the store did not say, and then nothing has a value. */
      readonly currency: string | null;
      readonly items: readonly Item[];
      /** Of an order: all of it, in minor units. */
      readonly value: number;
      /** Whether values are in the currency of the site. */
      readonly isHome: boolean;
      /** The store's number of an order, which never leaves the browser: a page that is loaded again orders nothing. */
      readonly order?: string | undefined;
    }
  /** The page shows this arm of a layout test; or, of a visit that was shown it, what came of it. */
  | {
      readonly kind: 'tested';
      readonly experiment: string;
      readonly arm: string;
      readonly metric: typeof ANY | Outcome;
      /** The store's number of the order, if it is one and has one. */
      readonly order?: string | undefined;
    }
  | { readonly kind: 'fault'; readonly reason: (typeof FAULT_REASONS)[number] }
  /** The visitor agreed: to all that was asked, or to a part with statistics among it. */
  | {
      readonly kind: 'choice';
      readonly statement: string;
      readonly surface: (typeof SURFACES)[number];
      readonly choice: 'accepted' | 'chosen';
    }
  /** The visitor stated a preference that the store asks for. */
  | { readonly kind: 'preference'; readonly key: string; readonly value: string };

/** What happened at a moment, of one of these kinds. */
export type ObservationOf<K extends Observation['kind']> = Extract<Observation, { kind: K }>;
