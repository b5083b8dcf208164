/**
 * What a store says of its consent, from one file: who is responsible, in which languages, which services and
 * preferences, which model where. Untrusted JSON to a policy, once. Does not publish it (publish.ts).
 */
import {
  type ConsentModel,
  type CookieDeclaration,
  type Issue,
  type Jurisdiction,
  type Language,
  type ParseResult,
  type PolicyTable,
  type Service,
  STRICTEST_POLICY,
} from '@holloway/protocol';
import * as v from 'valibot';
import type { SitePolicy } from '../store/store.ts';
import type { MessageOverrides } from './overrides.ts';
import { fieldOf, POLICY, ruleOf } from './policy-schema.ts';
import { type LocalText, type TextByLanguage, textIn } from './text.ts';

export interface PolicyService extends Service {
  readonly name: LocalText;
  readonly provider: LocalText;
  readonly purpose: LocalText;
  readonly data: LocalText;
  readonly duration?: LocalText;
  readonly policy?: string;
  readonly cookies: readonly CookieDeclaration[];
}

export interface Policy extends SitePolicy {
  readonly controller: {
    readonly name: string;
    readonly address: readonly string[];
    readonly email?: string;
    /** Address of the store's whole privacy policy. */
    readonly policy?: string;
  };
  readonly services: readonly PolicyService[];
  /** What differs from opt-in. */
  readonly jurisdictions: { readonly [jurisdiction in Jurisdiction]?: ConsentModel };
  readonly messages: { readonly [language in Language]?: MessageOverrides };
}

/** Every jurisdiction with its model. */
export const policyTable = ({ jurisdictions }: Policy): PolicyTable => ({
  ...STRICTEST_POLICY,
  ...jurisdictions,
});

/** The texts of a policy by the field in which they stand. */
function* textsOf({ services, preferences }: Pick<Policy, 'services' | 'preferences'>) {
  for (const [i, service] of services.entries()) {
    for (const part of ['name', 'provider', 'purpose', 'data', 'duration'] as const) {
      const text = service[part];
      if (text !== undefined) yield { field: `services[${i}].${part}`, text };
    }
  }
  for (const [i, { label, values }] of preferences.entries()) {
    yield { field: `preferences[${i}].label`, text: label };
    for (const [j, value] of values.entries()) {
      yield { field: `preferences[${i}].values[${j}].label`, text: value.label };
    }
  }
}

/** The field of the second of two that are the same. */
function repeated(values: readonly string[], fieldAt: (index: number) => string): Issue | null {
  const at = values.findIndex((value, i) => values.indexOf(value) < i);
  return at === -1 ? null : { field: fieldAt(at), rule: 'must not be there twice' };
}

function inconsistency(policy: v.InferOutput<typeof POLICY>): Issue | null {
  const { languages, services, preferences, messages } = policy;
  const [fallback] = languages;
  const foreign = Object.keys(messages).find((language) => !languages.some((each) => each === language));
  if (foreign !== undefined) {
    return { field: `messages.${foreign}`, rule: 'must be of a language that is among languages' };
  }
  for (const { field, text } of textsOf(policy as Policy)) {
    if (fallback !== undefined && textIn(text, fallback, fallback) === undefined) {
      return { field, rule: `must be there in ${fallback}, the first language, or in English` };
    }
  }
  return (
    repeated(languages, (i) => `languages[${i}]`) ??
    repeated(
      services.map(({ id }) => id),
      (i) => `services[${i}].id`,
    ) ??
    repeated(
      preferences.map(({ key }) => key),
      (i) => `preferences[${i}].key`,
    ) ??
    preferences
      .map(({ values }, i) =>
        repeated(
          values.map(({ value }) => value),
          (j) => `preferences[${i}].values[${j}].value`,
        ),
      )
      .find((issue) => issue !== null) ??
    null
  );
}

/** By language, the fallback first. */
function byLanguage(text: LocalText, fallback: Language): TextByLanguage {
  if (typeof text === 'string') return { [fallback]: text };
  const first = text[fallback] === undefined ? 'en' : fallback;
  return Object.fromEntries(
    Object.entries(text).sort(([one], [other]) => Number(other === first) - Number(one === first)),
  );
}

/** Untrusted JSON to a policy; what it says itself, written as JSON, is read as the same again. */
export function parsePolicy(input: unknown): ParseResult<Policy> {
  const result = v.safeParse(POLICY, input);
  if (!result.success) {
    const [issue] = result.issues;
    return { ok: false, issue: { field: fieldOf(issue) || 'policy', rule: ruleOf(issue) } };
  }
  const policy = result.output;
  const issue = inconsistency(policy);
  if (issue !== null) return { ok: false, issue };
  const fallback = policy.languages[0] ?? 'en';
  const preferences = policy.preferences.map(({ key, label, values }) => ({
    key,
    label: byLanguage(label, fallback),
    values: values.map(({ value, label: of }) => ({ value, label: byLanguage(of, fallback) })),
  }));
  return { ok: true, value: { ...policy, preferences } };
}

const UNNAMED = parsePolicy({ controller: { name: '-' } });

/** Until a store publishes its own: who it is, and nothing but the anonymous statistics, in every language. */
export function defaultPolicy(name: string): Policy {
  if (!UNNAMED.ok)
    throw new Error(`the default policy is none: ${UNNAMED.issue.field} ${UNNAMED.issue.rule}`);
  return { ...UNNAMED.value, controller: { name, address: [] } };
}
