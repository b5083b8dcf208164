/**
 * The weekly digest of a site: what goes to people of the store by mail, and to a program of theirs as JSON; who gets it,
 * and how that went.
 */
import type { Day } from './day.ts';
import type { Waiting } from './reports.ts';
import type { DaysShown } from './workspace.ts';

/** Raised when a field goes or means something else; new fields may come without. */
export const DIGEST_VERSION = 1;

/** In which it is written; the first is the default. */
export const DIGEST_LANGUAGES = ['en', 'de', 'fr', 'it', 'es'] as const;
export type DigestLanguage = (typeof DIGEST_LANGUAGES)[number];

export const DIGEST_LIMITS = { people: 50, address: 2_000 } as const;

/** `visitors`: on average a day, for nobody is told apart over days. `value`: in minor units of the site's currency. */
export const DIGEST_FIGURES = ['visits', 'visitors', 'pageviews', 'orders', 'value', 'coverage'] as const;
export type DigestFigureName = (typeof DIGEST_FIGURES)[number];

/** `null`: fewer than k browsers, not counted, or, beside `now`, no such week. `coverage` is a share in [0, 1]. */
export interface DigestFigure {
  readonly name: DigestFigureName;
  readonly now: number | null;
  readonly before: number | null;
  readonly lastYear: number | null;
}

/** A share of all views (of products: of what was put into carts) that moved by more than chance. */
export interface DigestShift {
  readonly of: 'categories' | 'pages' | 'products';
  /** The path, category or product as it is counted, and as people call it. */
  readonly key: string;
  readonly name: string;
  /** Shares in [0, 1]. */
  readonly before: number;
  readonly now: number;
}

/** Something to do that the last four weeks advise, which nobody planned, did or dismissed. */
export interface DigestAction {
  readonly id: string;
  /** Such as `cross-list`. */
  readonly type: string;
  /** In the language of the digest. */
  readonly title: string;
  readonly gain: { readonly of: string; readonly perWeek: number } | null;
}

/** The body of the webhook; every number is as the reports tell it. */
export interface Digest {
  readonly kind: 'weekly-digest';
  readonly version: typeof DIGEST_VERSION;
  /** Sent by hand, to see whether it arrives. */
  readonly test: boolean;
  readonly language: DigestLanguage;
  readonly site: { readonly id: string; readonly name: string; readonly currency: string };
  readonly k: number;
  /** Monday to Sunday, all of it closed. */
  readonly week: DaysShown;
  /** The seven days before; `null` where the history does not reach back so far. */
  readonly before: DaysShown | null;
  /** 52 weeks before, where those days are still kept one by one. */
  readonly lastYear: DaysShown | null;
  /** In the order of DIGEST_FIGURES; `orders` and `value` of a store that tells of orders, `coverage` where refusals are counted. */
  readonly figures: readonly DigestFigure[];
  /** The furthest first, six at most; against `before`. */
  readonly changed: readonly DigestShift[];
  /** Those that gain most first, five at most. */
  readonly actions: readonly DigestAction[];
  /** Of all days: pages seen by fewer than k browsers, and the views of them. */
  readonly waiting: Waiting;
  /** Of the dashboard, at these days; `null` where the collector does not know its address. */
  readonly url: string | null;
}

/** What owners set. */
export interface DigestSettings {
  readonly on: boolean;
  /** 1 is Monday, 7 Sunday; in the time zone of the site. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly language: DigestLanguage;
  /** Ids of people of the collector who may read the site. */
  readonly people: readonly string[];
  /** An address of https, without name and password; of a test site also of this machine. */
  readonly webhook: string | null;
}

/** Why it did not arrive. Names nobody, nor what was answered. */
export const DIGEST_FAULTS = [
  'no-mail',
  'mail-unreachable',
  'mail-sign-in',
  'mail-insecure',
  'mail-refused',
  'mail-failed',
  'gone',
  'not-allowed',
  'unreachable',
  'too-slow',
  'not-made',
  'redirected',
  'status',
] as const;
export type DigestFault = (typeof DIGEST_FAULTS)[number];

/** `waiting`: to be sent, or sent again. `sending`: under way. `failed`: given up after a day. */
export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** How the latest digest went to one receiver. */
export interface DigestDelivery {
  /** The id of a person; `null` is the webhook. */
  readonly person: string | null;
  /** The Monday of the week that it tells of. */
  readonly week: Day;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Of the last attempt that failed, until one succeeds. */
  readonly fault: DigestFault | null;
  /** What a webhook answered in place of 2xx, where that is the fault. */
  readonly status: number | null;
  /** When one arrived last, of any week: ISO 8601. */
  readonly sent: string | null;
}

/** Somebody who may read the site, and signed in before: they may be chosen. */
export interface DigestReader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** `GET /v1/sites/{site}/digest`, and the answer to `PUT`, which takes a part of `settings`. */
export interface DigestState {
  readonly settings: DigestSettings;
  readonly readers: readonly DigestReader[];
  /** Whether a mail server is set up. */
  readonly mail: boolean;
  readonly deliveries: readonly DigestDelivery[];
}

export type DigestChange = Partial<DigestSettings> & {
  /** `true`: the webhook gets another secret. */
  readonly newSecret?: boolean;
};

/** `PUT /v1/sites/{site}/digest` */
export interface DigestSaved extends DigestState {
  /** Of a webhook that is new or asked for another; in this answer alone. */
  readonly secret: string | null;
}

/** How a digest that was sent by hand went; absent what is not set up. */
export interface DigestTried {
  readonly mail?: DigestFault | 'sent';
  readonly webhook?: DigestFault | 'sent';
  /** What the webhook answered, where that is the fault. */
  readonly status?: number;
}
