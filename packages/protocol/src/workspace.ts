/**
 * What merchandisers keep beside the numbers of a site: views, annotations, what became of an action, and links by which
 * others see one view. Whoever may read the site shares the first three; a link is its maker's and the owners'.
 */
import type { Day } from './day.ts';
import type { SiteSummary } from './reports.ts';
import type { Viewport } from './slices.ts';

/** How much of it a site may have, and how long each may be: characters, days, entries. */
export const WORKSPACE_LIMITS = {
  viewName: 80,
  address: 2_000,
  text: 280,
  actionId: 400,
  shareName: 64,
  shareDays: 90,
  views: 500,
  annotations: 5_000,
  actions: 5_000,
  /** Links that still work. */
  shares: 200,
  /** Changes of one action that are kept, the newest. */
  history: 20,
} as const;

/** Who of the staff did it: their name. `null` where that account is gone, or the site came from another collector. */
export type Author = string | null;

/** A view of the dashboard under a name. `PATCH` takes `{ name }`. */
export interface View {
  readonly id: string;
  /** 1 to 80 characters. */
  readonly name: string;
  /** The hash route of the dashboard, such as `#/shop/paths?range=28`: begins with `#/<site>/`, at most 2,000 characters. */
  readonly address: string;
  readonly by: Author;
  /** The day, in the time zone of the site. */
  readonly made: Day;
}

export type NewView = Pick<View, 'name' | 'address'>;

/** `GET /v1/sites/{site}/views`, by name. */
export interface ViewList {
  readonly views: readonly View[];
}

/** Written by somebody. */
export interface Note {
  readonly kind: 'note';
  readonly id: string;
  readonly day: Day;
  /** 1 to 280 characters. */
  readonly text: string;
  readonly by: Author;
  readonly made: Day;
}

/** `PATCH` takes a part of it. */
export type NewNote = Pick<Note, 'day' | 'text'>;

/** Settings of which the counts before and after a change are not of the same. */
export const COUNTING_SETTINGS = ['k', 'timeZone', 'currency', 'origins', 'routes', 'ceilings'] as const;
export type CountingSetting = (typeof COUNTING_SETTINGS)[number];

/** Made when it is read, from settings, the log of changes of the last twelve months, and numbers that reports tell. */
export type SiteEvent =
  | {
      readonly kind: 'statement';
      readonly day: Day;
      /** The id of the statement that was published. */
      readonly statement: string;
    }
  | {
      readonly kind: 'settings';
      readonly day: Day;
      /** Those that were changed, in the order of COUNTING_SETTINGS. */
      readonly settings: readonly CountingSetting[];
    }
  | {
      readonly kind: 'catalogue';
      readonly day: Day;
      /** Names that were new. */
      readonly added: number;
      /** Names whose label or category became another. */
      readonly changed: number;
    }
  | ExperimentEvent
  | LayoutEvent;

/** Of a layout test, as it is declared, and as its counts decided it. */
export type ExperimentEvent = {
  readonly kind: 'experiment';
  readonly day: Day;
  readonly experiment: string;
  readonly title: string;
} & (
  | { readonly what: 'started' | 'stopped' }
  /** By sealed days, up to this one for the first time. */
  | { readonly what: 'decided'; readonly arm: string; readonly verdict: 'better' | 'worse' }
);

/** In a week the averaged boxes of a page were clearly others than in the week before. */
export interface LayoutEvent {
  readonly kind: 'layout';
  /** The Monday of the week. */
  readonly day: Day;
  /** Its Sunday. */
  readonly through: Day;
  /** `(any)` of what all pages share. */
  readonly page: string;
  /** What the catalogue calls it; else the page. */
  readonly label: string;
  /** The clearest, five at most. */
  readonly zones: readonly LayoutChange[];
  /** How many there are beside those. */
  readonly more: number;
}

export interface LayoutChange {
  readonly zone: string;
  /** What the catalogue calls it; else the zone. */
  readonly label: string;
  /** `null` where it is not known. */
  readonly viewport: Viewport | null;
  /** `rearranged`: the positions in it stand otherwise. */
  readonly change: 'moved' | 'rearranged' | 'new' | 'gone';
  /** In pixels, in steps of 8: less than 0 to the left and up. 0 but of what moved. */
  readonly right: number;
  readonly down: number;
}

export type Annotation = Note | SiteEvent;

/** `GET /v1/sites/{site}/annotations?from&to`, by day, oldest first. */
export interface AnnotationList {
  readonly annotations: readonly Annotation[];
}

export const ACTION_STATES = ['open', 'planned', 'done', 'dismissed'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** `PUT /v1/sites/{site}/actions/{id}`. */
export interface ActionChange {
  readonly state: ActionState;
  /** 1 to 280 characters; needed where it is dismissed. */
  readonly reason?: string;
  /** Of what is done: the day, not after today. Default: today. */
  readonly day?: Day;
}

export interface ActionStep {
  readonly state: ActionState;
  readonly reason: string | null;
  /** Of what is done. */
  readonly day: Day | null;
  readonly by: Author;
  /** When it was said. */
  readonly changed: Day;
}

/** Where an action of the advice stands; one that nobody said anything of is open, and not listed. */
export interface ActionRecord extends ActionStep {
  /** As the advice made it: `[a-z-]+:` and up to 400 characters. Percent-encoded in an address. */
  readonly id: string;
  /** Newest first, with the present one; at most 20. */
  readonly history: readonly ActionStep[];
}

/** `GET /v1/sites/{site}/actions`, by id. */
export interface ActionList {
  readonly actions: readonly ActionRecord[];
}

export interface DaysShown {
  readonly from: Day;
  readonly to: Day;
}

/** A link that shows one view of one site to whoever has it, as long as its maker may read the site. */
export interface Share {
  readonly id: string;
  /** For people, to know it again: 1 to 64 characters. */
  readonly name: string;
  readonly by: Author;
  /** Whether it was made by whoever asks: they may revoke it, as owners may. */
  readonly own: boolean;
  /** As it was when the link was made. */
  readonly view: NewView;
  /** The only days that it shows; `null` where it shows all. */
  readonly days: DaysShown | null;
  /** ISO 8601. */
  readonly expires: string;
  /** The day in UTC; `null` where it never was. */
  readonly lastUsed: Day | null;
}

/** `GET /v1/sites/{site}/shares`, by name. */
export interface ShareList {
  readonly shares: readonly Share[];
}

export interface NewShare {
  /** Default: the name of the view, cut. */
  readonly name?: string;
  /** The id of a view of the site. */
  readonly view: string;
  /** For how many days it is good: 1 to 90. */
  readonly expiresIn: number;
  /** Default: `from` and `to` of the view's address, where it has both; else, and for `null`, all days. */
  readonly days?: DaysShown | null;
}

/** 201 of `POST /v1/sites/{site}/shares`. */
export interface MadeShare {
  readonly share: Share;
  /** In this answer alone; sent as `Authorization: Bearer`. */
  readonly token: string;
  /** Of the dashboard: `…/#/shared/<token>`. */
  readonly url: string;
}

/** `GET /v1/shared`, asked with the token of a link: what it shows. */
export interface Shared {
  /** Where the days are fixed, its first and last day are not outside them. */
  readonly site: SiteSummary;
  readonly view: NewView;
  readonly name: string;
  readonly days: DaysShown | null;
  /** ISO 8601. */
  readonly expires: string;
}
