/**
 * The numbers of a page drawn over it, in the browser of a merchandiser: how the dashboard asks for it, how the page then
 * asks for its numbers, and what it is told.
 */
import type { Day } from './day.ts';
import type { SiteKind } from './reports.ts';
import type { Route } from './site-config.ts';
import type { Viewport } from './slices.ts';

/** What is behind it in an address is a code. Fragments are sent to no server. */
export const OVERLAY_MARK = '#holloway-overlay=';
/** What a code looks like: 256 bits as base64url. */
export const OVERLAY_CODE = /^[\w-]{43}$/;

/** Languages that the overlay speaks; the first is for whoever reads none of them. */
export const OVERLAY_LANGUAGES = ['en', 'de', 'fr', 'it', 'es'] as const;
export type OverlayLanguage = (typeof OVERLAY_LANGUAGES)[number];

/**
 * `POST /v1/sites/{site}/overlay`: which days, as in reports, and how the merchandiser is spoken to. What stands on a page
 * is counted in no slice.
 */
export interface NewOverlay {
  readonly from?: Day;
  readonly to?: Day;
  /** Default: `en`. */
  readonly language?: OverlayLanguage;
}

/** `GET /v1/sites/{site}/overlay`: where its pages are. */
export interface OverlayPlaces {
  readonly origins: readonly string[];
}

export interface OverlayCode {
  /** Works once, for this site. */
  readonly code: string;
  /** ISO 8601. */
  readonly expires: string;
}

/** `POST /v1/overlay`, as plain text, from a page of the site. */
export interface OverlayQuestion {
  readonly site: string;
  readonly code: string;
  /** The page that is shown, by its normalised path. */
  readonly page: string;
}

/** What a zone, a position or a link of a page may be looked at by. */
export const LAYOUT_RATES = [
  'exposure',
  'attractiveness',
  'clickRate',
  'addRate',
  'orderRate',
  'valuePerExposure',
] as const;
export type LayoutRate = (typeof LAYOUT_RATES)[number];

export interface OverlayFigure {
  /** A share in [0, 1]; of `valuePerExposure` minor units of the currency. `null` where too few are behind it. */
  readonly value: number | null;
  /** With 95 % confidence; `null` where it cannot be said. */
  readonly low: number | null;
  readonly high: number | null;
  /** Views or visits until it can be relied on; 0 where it can be now, `null` where that cannot be said. */
  readonly missing: number | null;
}

export interface OverlayBox {
  /** `(any)` of what all pages share. */
  readonly page: string;
  /** As it is counted: `grid`, `grid/3`, `grid:/c/tea`. */
  readonly element: string;
  /** What the catalogue calls it, else how it is counted. */
  readonly name: string;
  /** A rate that is absent is not of such a box. */
  readonly figures: { readonly [rate in LayoutRate]?: OverlayFigure };
}

/** Of one page. Its numbers are those of the reports `zones`, `elements` and `layout`, and no others. */
export interface OverlayAnswer {
  readonly site: {
    readonly id: string;
    readonly name: string;
    readonly kind: SiteKind;
    readonly currency: string;
    /** By which the links of a page are told to lead to products. */
    readonly routes: readonly Route[];
  };
  readonly k: number;
  readonly page: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly language: OverlayLanguage;
  /** By size of window, and of all sizes together. */
  readonly windows: { readonly [window in Viewport | 'all']: readonly OverlayBox[] };
  /** For the next page; `null` where the walk is over, and begins anew in the dashboard. */
  readonly next: OverlayCode | null;
}
