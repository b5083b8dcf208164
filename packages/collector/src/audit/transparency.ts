/**
 * The public list of what is counted of a site, made from the fact catalogue, the site's settings and the statement that
 * holds: nobody writes it, so nobody can forget to. Pure. How it looks is transparency-page.ts.
 */
import {
  BROWSERS,
  type ConsentModel,
  DATA_GROUPS,
  type DataGroup,
  type Day,
  DEVICES,
  type FactName,
  factOf,
  fillIn,
  type SignedStatement,
  type SliceKind,
  type SliceScope,
  SOURCES,
  SYSTEMS,
  VIEWPORTS,
  VISITORS,
  type Wording,
} from '@holloway/protocol';
import { MESSAGES } from '../consent/messages/index.ts';
import { WAITING_DAYS } from '../store/seal.ts';
import type { SiteRecord } from '../store/store.ts';
import { PAGE_LANGUAGES, type PageLanguage, WORDS } from './words/index.ts';

/** `null`: any country. */
const SLICES: readonly (readonly [kind: SliceKind, values: readonly string[] | null])[] = [
  ['viewport', VIEWPORTS],
  ['source', SOURCES],
  ['visitor', VISITORS],
  ['device', DEVICES],
  ['browser', BROWSERS],
  ['os', SYSTEMS],
  ['country', null],
];

export interface CountedFact {
  readonly fact: FactName;
  /** In English, as the catalogue has it. */
  readonly meaning: string;
  readonly dimensions: readonly string[];
  /** Whether it is told from how many browsers it came. */
  readonly people: boolean;
  readonly slices: SliceScope;
}

export interface Transparency {
  readonly site: { readonly id: string; readonly name: string; readonly isTest: boolean };
  readonly language: PageLanguage;
  readonly languages: readonly PageLanguage[];
  readonly controller: Wording['controller'];
  readonly statement: { readonly id: string; readonly published: Day; readonly hash: string };
  /** By jurisdiction. */
  readonly models: { readonly [jurisdiction: string]: ConsentModel };
  /** What is said where refusals are counted; `null` where they are not. */
  readonly refusals: string | null;
  readonly counted: readonly {
    readonly group: DataGroup;
    readonly text: string;
    readonly facts: readonly CountedFact[];
  }[];
  readonly slices: readonly {
    readonly kind: SliceKind;
    readonly text: string;
    readonly values: readonly string[] | null;
  }[];
  /** Browsers behind every number. */
  readonly k: number;
  readonly retention: {
    readonly days: number;
    readonly months: number;
    readonly waitingDays: number;
    readonly choiceMonths: number;
  };
  readonly never: readonly string[];
  readonly limits: readonly string[];
  /** How to change one's mind, and what may be asked for. */
  readonly rights: readonly string[];
  /** Addresses on this server, by what is there. */
  readonly links: { readonly [name in 'statements' | 'statement' | 'consent' | 'keys']: string };
}

export interface Told {
  readonly site: SiteRecord;
  /** The current one. */
  readonly signed: SignedStatement;
  /** Of the statement, each language that it is published in. */
  readonly wordings: readonly Wording[];
  /** Default: the first of the site's languages that the page has, else English. */
  readonly language: PageLanguage | null;
}

const countedFact = (fact: FactName): CountedFact => {
  const { meaning, dimensions, people, slices } = factOf(fact);
  return { fact, meaning, dimensions: dimensions.map(({ name }) => name), people, slices };
};

/** Which of the page's languages visitors may read the statement in; English where it has none of them. */
export function languagesOfPage(wordings: readonly Pick<Wording, 'language'>[]): readonly PageLanguage[] {
  const both = wordings.flatMap(({ language }) => PAGE_LANGUAGES.find((known) => known === language) ?? []);
  return both.length > 0 ? both : ['en'];
}

export function transparencyOf({ site, signed, wordings, language: asked }: Told): Transparency {
  const { id, hash, statement } = signed;
  const languages = languagesOfPage(wordings);
  const language = asked ?? languages[0] ?? 'en';
  const wording = wordings.find((each) => each.language === language);
  const messages = wording?.messages ?? MESSAGES[language];
  const words = WORDS[language];
  const address = `/v1/sites/${site.slug}`;
  return {
    site: { id: site.slug, name: site.name, isTest: site.kind === 'test' },
    language,
    languages,
    controller: (wording ?? wordings[0])?.controller ?? {
      name: statement.controller,
      contact: [],
      policy: null,
    },
    statement: { id, published: statement.published, hash },
    models: statement.policy,
    refusals: statement.countsRefusals ? messages.refusalsCounted : null,
    counted: DATA_GROUPS.flatMap((group) => {
      const facts = statement.facts[group];
      return facts === undefined
        ? []
        : [{ group, text: messages.groups[group], facts: facts.map(countedFact) }];
    }),
    slices: SLICES.map(([kind, values]) => ({ kind, text: words.slice[kind], values })),
    k: site.k,
    retention: {
      days: site.retention.days,
      months: Math.min(site.retention.months, statement.retention.countsMonths),
      waitingDays: WAITING_DAYS,
      choiceMonths: statement.retention.choiceMonths,
    },
    never: words.neverList,
    limits: words.limitsList,
    rights: [fillIn(words.change, { open: messages.open }), words.unmatched],
    links: {
      statement: `${address}/statements/${id}`,
      statements: `${address}/statements`,
      consent: `${address}/consent.json`,
      keys: '/v1/keys.json',
    },
  };
}
