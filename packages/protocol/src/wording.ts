/**
 * Every text that a visitor reads, in one language: what the statement publishes, and what the banner shows.
 * `{name}` in a text is filled in by whoever shows it. Durations and dates are formatted by `Intl`, not worded here.
 */
import type { Category } from './consent.ts';

/** The 24 official languages of the EU; Norwegian, Ukrainian, Turkish, Arabic, Hebrew, Japanese, Chinese. */
export const LANGUAGES = [
  'bg',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fi',
  'fr',
  'ga',
  'hr',
  'hu',
  'it',
  'lt',
  'lv',
  'mt',
  'nl',
  'pl',
  'pt',
  'ro',
  'sk',
  'sl',
  'sv',
  'nb',
  'uk',
  'tr',
  'ar',
  'he',
  'ja',
  'zh',
] as const;
export type Language = (typeof LANGUAGES)[number];

/** Written from right to left. */
export const RIGHT_TO_LEFT: readonly Language[] = ['ar', 'he'];

/** What is counted, in groups that a visitor can take in: each fact of the catalogue belongs to one. */
export const DATA_GROUPS = [
  'visits',
  'pages',
  'paths',
  'layout',
  'search',
  'purchases',
  'device',
  'country',
  'source',
  'consent',
  'preferences',
  'tests',
] as const;
export type DataGroup = (typeof DATA_GROUPS)[number];

/** By the categories of `Intl.PluralRules`; `other` always. `{n}` is the number. */
export type PluralMessage = { readonly other: string } & {
  readonly [category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
};

/** What we word ourselves. A store may override any of it. */
export interface Messages {
  /** The control that opens the privacy centre, and the centre's title. */
  readonly open: string;
  /** The banner, with the word "cookies": that nothing happens without agreement, and what for. */
  readonly banner: string;
  /** How to change one's mind; `{open}` is the control's label. */
  readonly change: string;
  readonly acceptAll: string;
  readonly rejectAll: string;
  readonly choose: string;
  readonly save: string;
  readonly close: string;
  /** Global Privacy Control is honoured: everything is off until the visitor chooses otherwise. */
  readonly objection: string;
  /** Where a jurisdiction does not ask first: it is on until one objects, here. */
  readonly optOut: string;
  /** Where refusals are counted: that somebody refused, by country and kind of device. */
  readonly refusalsCounted: string;
  /** What was chosen before; `{day}`. */
  readonly accepted: string;
  readonly rejected: string;
  readonly chosen: string;

  readonly necessary: string;
  readonly necessaryPurpose: string;
  readonly alwaysOn: string;
  readonly preferences: string;
  readonly preferencesPurpose: string;
  readonly analytics: string;
  readonly analyticsPurpose: string;
  readonly marketing: string;
  readonly marketingPurpose: string;

  /** Headings and labels of the statement. */
  readonly controller: string;
  readonly services: string;
  readonly provider: string;
  readonly purpose: string;
  readonly data: string;
  readonly duration: string;
  /** How long something is kept that has no fixed time: until the browser is closed. */
  readonly session: string;
  readonly policy: string;
  /** What is counted, and that nothing else is; heads the list of data groups. */
  readonly counted: string;
  /** `{duration}`. */
  readonly retention: string;
  /** `{duration}`. */
  readonly remembered: string;
  /** Nobody else receives the counts. */
  readonly recipients: string;
  readonly groups: { readonly [group in DataGroup]: string };

  readonly receipt: string;
  readonly receiptText: string;
  readonly view: string;
  readonly download: string;
  readonly print: string;
  readonly verify: string;
  /** `{day}` of publication. */
  readonly verified: string;
  readonly notVerified: string;
  /** The browser knows no Ed25519; `holloway receipt verify` is the other way. */
  readonly cannotVerify: string;

  readonly held: string;
  readonly heldNothing: string;
  readonly heldChoice: string;
  readonly heldPreferences: string;
  readonly heldVisit: string;
  readonly heldLedger: string;
  readonly heldOutbox: string;
  readonly heldSent: string;
  /** How many messages wait to be sent, how many were sent in this visit. */
  readonly queued: PluralMessage;
  readonly sent: PluralMessage;
  readonly copy: string;
  readonly copied: string;
  readonly erase: string;
  readonly erased: string;

  /** Heads what the store asks about, of the visitor's own will. */
  readonly stated: string;
  readonly statedText: string;
  readonly noAnswer: string;
  readonly saved: string;

  /** In place of an embed; `{service}`. */
  readonly embed: string;
  readonly embedLoad: string;
  /** `{service}`: the name of the category, for the whole of it is agreed to. */
  readonly embedAlways: string;
}

/** A service as a visitor of this language reads it. */
export interface ServiceWording {
  readonly id: string;
  readonly category: Category;
  readonly name: string;
  readonly provider: string;
  readonly purpose: string;
  readonly data: string;
  /** As the store words it; `null`: as long as its cookies, whose days the statement gives. */
  readonly duration: string | null;
  readonly policy: string | null;
}

/** Published with a statement, under its hash: what was shown is what was signed. */
export interface Wording {
  readonly language: Language;
  readonly controller: {
    readonly name: string;
    /** Postal address, e-mail or both; one line each. */
    readonly contact: readonly string[];
    /** Of the store's whole privacy policy. */
    readonly policy: string | null;
  };
  readonly messages: Messages;
  readonly services: readonly ServiceWording[];
}

/** Fills `{name}` in. What is not given stays as it stands. */
export const fillIn = (text: string, values: { readonly [name: string]: string }): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
