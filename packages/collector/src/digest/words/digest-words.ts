/** What the weekly digest says; `{name}` is where a value stands. Does not put it together: see ../sections. */
import type { ActionType, Gain } from '@holloway/insight';
import type { DigestFigureName, DigestShift, PAGE_TYPES, Viewport } from '@holloway/protocol';

export interface DigestWords {
  /** BCP 47, as numbers and days are written. */
  readonly locale: string;
  readonly subject: string;
  readonly testSubject: string;
  readonly test: string;
  readonly heading: string;
  readonly figures: { readonly [name in DigestFigureName]: string };
  /** In place of a number. */
  readonly tooFew: string;
  /** Such as `+8% on the week before`; `before` where there is no such figure. */
  readonly onBefore: string;
  readonly onLastYear: string;
  readonly changed: string;
  readonly shifts: { readonly [of in DigestShift['of']]: string };
  readonly shift: string;
  readonly nothingChanged: string;
  readonly nothingBefore: string;
  readonly actions: string;
  readonly noActions: string;
  readonly gains: { readonly [of in Gain['of']]: string };
  readonly waiting: string;
  readonly waits: string;
  readonly nothingWaits: string;
  readonly open: string;
  readonly why: string;
  /** What to do, by what the advice claims. */
  readonly titles: { readonly [type in ActionType]: string };
  readonly pageTypes: { readonly [type in (typeof PAGE_TYPES)[number]]: string };
  readonly anyPage: string;
  readonly entry: string;
  readonly other: string;
  readonly viewports: { readonly [viewport in Viewport]: string };
}
