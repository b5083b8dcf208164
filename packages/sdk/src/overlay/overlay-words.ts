/** What the overlay says, in one language: the same names that the dashboard uses. Which there are: overlay-languages. */
import type { LayoutRate, Viewport } from '@holloway/protocol';

export interface OverlayWords {
  /** What the panel is. */
  readonly title: string;
  readonly close: string;
  readonly loading: string;
  /** A code that is used up, or the end of a walk. */
  readonly over: string;
  readonly unreachable: string;
  readonly nothing: string;
  /** Of windows of this size there is nothing, of others there is. */
  readonly nothingHere: string;
  readonly colourBy: string;
  readonly windowSize: string;
  readonly windows: { readonly [window in Viewport | 'all']: string };
  readonly links: string;
  readonly rates: { readonly [rate in LayoutRate]: string };
  readonly tooFew: string;
  /** With `{n}`: the interval is too wide to rely on. */
  readonly moreViews: string;
  readonly moreVisits: string;
  readonly asTable: string;
  readonly part: string;
  /** With `{n}` and `{of}`. */
  readonly told: string;
  /** With `{k}`. */
  readonly behind: string;
  /** Whoever looks is not counted, and nobody else sees it. */
  readonly onlyYou: string;
  readonly testSite: string;
}
