/** Statements and receipts as a test needs them, signed with keys of its own. */
import {
  addDays,
  type Choices,
  type Day,
  fillIn,
  type Language,
  type PublicKey,
  RECEIPT_SCHEMA,
  type Receipt,
  type SignedStatement,
  type Wording,
} from '@holloway/protocol';
import { append } from '../src/consent/chain.ts';
import { draftStatement } from '../src/consent/draft.ts';
import { type Policy, parsePolicy } from '../src/consent/policy.ts';
import { makeKey, type PrivateKey, publicKeyOf, signStatement } from '../src/consent/sign.ts';

export const FILMS = {
  id: 'films',
  category: 'marketing',
  name: 'Films',
  provider: 'Films Ltd',
  purpose: { en: 'Shows films.', de: 'Zeigt Filme.' },
  data: 'The address of your connection.',
  cookies: [{ name: 'f_*', days: 30 }],
} as const;

export function policyOf(given: object = {}): Policy {
  const policy = parsePolicy({
    controller: { name: 'Shop Ltd', address: ['1 High Street'] },
    languages: ['en', 'de'],
    services: [FILMS],
    ...given,
  });
  if (!policy.ok) throw new Error(`${policy.issue.field} ${policy.issue.rule}`);
  return policy.value;
}

const PUBLISHED: Day = '2026-11-20';

export interface Published {
  readonly signed: SignedStatement;
  readonly wordings: readonly Wording[];
  readonly key: PublicKey;
}

/** @param key Default: one made for it. */
export async function publishedOf(
  policy: Policy = policyOf(),
  chain: readonly SignedStatement[] = [],
  key?: PrivateKey,
): Promise<Published> {
  const { content, wordings } = draftStatement({ slug: 'shop', k: 10 }, policy);
  const appended = append(chain, content, PUBLISHED);
  if (!appended.ok) throw new Error(appended.issue.rule);
  const signer = key ?? (await makeKey());
  const signature = await signStatement(appended.value.statement, signer);
  return { signed: { ...appended.value, signature }, wordings, key: await publicKeyOf(signer) };
}

export const ALL: Choices = { preferences: false, analytics: true, marketing: true };

/** A receipt as a browser makes it. */
export function receiptOf(
  { signed, wordings, key }: Published,
  { language = 'en', choices = ALL }: { readonly language?: Language; readonly choices?: Choices } = {},
): Receipt {
  const wording = wordings.find((each) => each.language === language);
  if (wording === undefined) throw new Error('the test published no such language');
  const { messages } = wording;
  const { statement } = signed;
  return {
    schemaVersion: RECEIPT_SCHEMA,
    receiptId: 'made by the test',
    principal: 'bearer',
    controller: wording.controller,
    jurisdiction: 'eu',
    notice: { statement: signed.id, hash: signed.hash, language },
    purposes: statement.categories.map((category) => {
      const services = wording.services.filter((service) => service.category === category);
      return {
        category,
        name: messages[category],
        purpose: messages[`${category}Purpose`],
        legalBasis: 'consent',
        consented: choices[category],
        dataCategories: services.map(({ data }) => data),
        services: services.map(({ name }) => name),
        storageLocations: [],
        retention: '25 months',
        recipients: services.map(({ provider }) => provider),
      };
    }),
    events: [
      {
        event: Object.values(choices).includes(true) ? 'given' : 'refused',
        day: addDays(PUBLISHED, 3),
        surface: 'banner',
        choices,
      },
    ],
    withdrawal: fillIn(messages.change, { open: messages.open }),
    signedStatement: signed,
    wording,
    keys: { keys: [key] },
  };
}
