/**
 * What a page may ask of Holloway: `window.holloway`, and what `start` returns.
 */
import type { Basis, Choices, Day } from '@holloway/protocol';

export interface StartOptions {
  /** The id of the site, as the collector knows it. */
  readonly site: string;
  /** Address of the collector, such as `https://stats.example`; a path is kept. */
  readonly collector: string;
  /** Of the choice: such as `shop.example`, to ask once for all its sub-domains. Default: the origin of the page alone. */
  readonly domain?: string | undefined;
  /**
   * Where on the shop's own server `keepChoice` of `@holloway/sdk/relay` answers, which keeps the choice for six months
   * where a browser forgets what scripts store. Default: nowhere.
   */
  readonly keep?: string | undefined;
  /** Tells Google's tags what is on, by Consent Mode v2. Default: false. */
  readonly consentMode?: boolean | undefined;
  /**
   * Of the page's content security policy: of other people's scripts that are held back, those without it are refused.
   * Default: that of the script tag; none with a bundler.
   */
  readonly nonce?: string | undefined;
  /** Explains each decision in the console. Default: false. */
  readonly debug?: boolean | undefined;
}

export interface ConsentStatus {
  /** `accepted`: at least one category is on. `rejected`: the visitor refused all. `unknown`: nothing is on, nothing was chosen. */
  readonly state: 'unknown' | 'accepted' | 'rejected';
  /** What is on at this moment; all `false` until it is known. */
  readonly choices: Choices;
  /** `chosen` by the visitor; `default` where the jurisdiction does not ask first; `null` while nothing is known. */
  readonly basis: Basis | null;
  /** The browser sends Global Privacy Control: an objection until the visitor chooses otherwise. */
  readonly objection: boolean;
  /** Of the visitor's choice, in UTC; `null` without one. */
  readonly day: Day | null;
}

/** A product in a cart or an order, as Google Analytics 4 writes it; what is not named here is ignored. */
export interface EcommerceItem {
  /** What the store calls it: the same as in `data-holloway-item`, its JSON-LD and its catalogue. */
  readonly item_id: string | number;
  /** Of one piece, in units of the currency: `49.9`. Default: 0. */
  readonly price?: number | string | undefined;
  /** Default: 1. Nothing counts where it is 0 or fewer. */
  readonly quantity?: number | string | undefined;
  /** With `item_category2` to `5` below it. Default: that of the page. */
  readonly item_category?: string | undefined;
  readonly [other: string]: unknown;
}

export interface EcommerceParams {
  /** ISO 4217. Default: the currency of the site. */
  readonly currency?: string | undefined;
  /** All of it, in units of the currency. Default, and where it cannot be read: the sum of the products. */
  readonly value?: number | string | undefined;
  readonly items?: readonly EcommerceItem[] | undefined;
}

/** What `track` understands, in the words of Google Analytics 4. */
export interface Events {
  add_to_cart: EcommerceParams;
  begin_checkout: EcommerceParams;
  add_shipping_info: EcommerceParams;
  add_payment_info: EcommerceParams;
  /** `transaction_id` never leaves the browser: it keeps an order from being counted twice. */
  purchase: EcommerceParams & { readonly transaction_id: string | number };
  search: { readonly search_term: string };
  view_search_results: { readonly search_term: string };
}

export interface Holloway {
  readonly version: string;
  readonly consent: {
    get(): ConsentStatus;
    /**
     * Chooses for the visitor, who must have done so: `set({ analytics: true })`. What is not named stays as it is.
     * What is refused is erased before this returns.
     * @returns Rejects when the site's configuration cannot be had; then nothing is agreed to.
     */
    set(choices: Partial<Choices>): Promise<void>;
    /** Shows the privacy centre. */
    open(): Promise<void>;
    /**
     * Calls back now, and whenever what is on changes, in this tab or another. An error in it is not ours to keep quiet.
     * @returns Ends it.
     */
    on(listener: (status: ConsentStatus) => void): () => void;
  };
  /** What the visitor stated of their own will, by the keys that the store declares; empty where nothing is kept. */
  preferences(): { readonly [key: string]: string };
  /**
   * Counts another view of the page. Changes of the path, and of what a search page is asked for, are counted without it: told
   * beside one, or before the page was seen, it is that same view.
   */
  pageview(): void;
  /**
   * Counts what was put into the cart, ordered or searched for, where statistics are on. Before that is known it is kept in
   * mind for this page. What names no product, and events that are not understood, count nothing.
   */
  track<E extends keyof Events>(event: E, params: Events[E]): void;
  /**
   * Asks which arm of a layout test the page is to show, to show it: where statistics are on, the visit counts as shown it.
   * @returns Never rejects. `a`, the page as it is, where the visitor has not agreed, for a test that does not run or is not
   * of this page, and where the service does not answer.
   */
  arm(test: string): Promise<string>;
}

declare global {
  interface Window {
    holloway?: Holloway;
  }
  interface DocumentEventMap {
    /** On the document: what is on has changed. */
    'holloway:consent': CustomEvent<ConsentStatus>;
    /** On the document: what the visitor states of their own will has changed. */
    'holloway:preferences': CustomEvent<{ readonly [key: string]: string }>;
  }
}
