/**
 * What would be published: a policy and the fact catalogue become one content and a wording for each language.
 * Pure. Does not chain or sign it, nor decide whether it differs from what is published (publish.ts).
 */
import {
  CATEGORIES,
  type Category,
  canonicalJson,
  type DataGroup,
  FACT_NAMES,
  type FactName,
  factOf,
  type Language,
  RETENTION,
  type Service,
  type Statement,
  type Wording,
} from '@holloway/protocol';
import type { SiteRecord } from '../store/store.ts';
import { textHash } from './hash.ts';
import { MESSAGES } from './messages/index.ts';
import { withOverrides } from './overrides.ts';
import { type Policy, policyTable } from './policy.ts';
import { type LocalText, textIn } from './text.ts';

/** A statement but for its place in the chain. */
export type StatementContent = Omit<Statement, 'published' | 'previous'>;

export interface Draft {
  readonly content: StatementContent;
  /** In the order of the policy's languages. */
  readonly wordings: readonly Wording[];
  /** Canonical JSON of each wording by its hash. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A preference needs somewhere to be kept, so declaring one asks for it. */
function categoriesOf({ services, preferences }: Policy): Category[] {
  const asked = new Set<Category>(['analytics', ...services.map(({ category }) => category)]);
  if (preferences.length > 0) asked.add('preferences');
  return CATEGORIES.filter((category) => asked.has(category));
}

/** What may be counted. Preferences are where the store asks about none: then there is nothing to count. */
function factsOf({ preferences }: Policy): Statement['facts'] {
  const facts: { [group in DataGroup]?: FactName[] } = {};
  for (const name of FACT_NAMES) {
    const { data } = factOf(name);
    if (data === 'preferences' && preferences.length === 0) continue;
    facts[data] = [...(facts[data] ?? []), name];
  }
  return facts;
}

function wordingIn(language: Language, policy: Policy): Wording {
  const { controller, languages, messages, services } = policy;
  // A policy was only taken with every text in its first language or in English.
  const said = (text: LocalText): string => textIn(text, language, languages[0]) ?? '';
  return {
    language,
    controller: {
      name: controller.name,
      contact: [...controller.address, ...(controller.email === undefined ? [] : [controller.email])],
      policy: controller.policy ?? null,
    },
    messages: withOverrides(MESSAGES[language], messages[language]),
    services: services.map(({ id, category, name, provider, purpose, data, duration, policy: terms }) => ({
      id,
      category,
      name: said(name),
      provider: said(provider),
      purpose: said(purpose),
      data: said(data),
      duration: duration === undefined ? null : said(duration),
      policy: terms ?? null,
    })),
  };
}

/** What of a site is in its statement. Without a retention the default is promised. */
type StatedSite = Pick<SiteRecord, 'slug' | 'k'> & Partial<Pick<SiteRecord, 'retention'>>;

export function draftStatement(site: StatedSite, policy: Policy): Draft {
  const wordings = policy.languages.map((language) => wordingIn(language, policy));
  const texts = new Map(
    wordings.map((wording) => {
      const text = canonicalJson(wording);
      return [wording.language, { text, hash: textHash(text) }] as const;
    }),
  );
  return {
    content: {
      v: 1,
      site: site.slug,
      controller: policy.controller.name,
      categories: categoriesOf(policy),
      services: policy.services.map(({ id, category, cookies }): Service => ({ id, category, cookies })),
      facts: factsOf(policy),
      retention: { ...RETENTION, countsMonths: site.retention?.months ?? RETENTION.countsMonths },
      k: site.k,
      policy: policyTable(policy),
      countsRefusals: policy.countsRefusals,
      wordings: Object.fromEntries([...texts].map(([language, { hash }]) => [language, hash])),
    },
    wordings,
    texts: new Map([...texts.values()].map(({ text, hash }) => [hash, text])),
  };
}

/** A statement without its place in the chain. */
export const contentOf = ({ published, previous, ...content }: Statement): StatementContent => content;
