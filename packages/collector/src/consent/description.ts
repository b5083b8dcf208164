/**
 * The consent of a site for machines: browsers' helpers and auditors. Said from what is
 * published alone, in JSON-LD with the words of the Data Privacy Vocabulary where it has one. Pure.
 * The fields are told in docs/consent-description.md.
 */
import {
  CATEGORIES,
  type Category,
  type Language,
  type SignedStatement,
  type Wording,
} from '@holloway/protocol';

/** https://w3id.org/dpv, the vocabulary of the W3C's DPVCG; what is not in it is ours. */
const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  controller: 'dpv:hasDataController',
  name: 'dpv:hasName',
  contact: 'dpv:hasContact',
  notice: 'dpv:hasNotice',
  purposes: 'dpv:hasPurpose',
  recipients: 'dpv:hasRecipient',
} as const;

export interface DescribedSite {
  readonly slug: string;
  readonly signed: SignedStatement;
  /** Of every language of the statement, the one to describe it in first. */
  readonly wordings: readonly [Wording, ...Wording[]];
}

/** A label in every language, so that a helper finds the button whatever the visitor reads. */
const inAll = (wordings: readonly Wording[], text: (wording: Wording) => string) =>
  Object.fromEntries(wordings.map((wording) => [wording.language, text(wording)])) as {
    readonly [language in Language]?: string;
  };

const months = (count: number): string => `P${count}M`;

export function describeConsent({ slug, signed, wordings }: DescribedSite) {
  const { id, hash, statement } = signed;
  const [wording] = wordings;
  const { messages, controller } = wording;
  const address = `/v1/sites/${slug}`;
  const named = (category: Category) => ({
    category,
    name: messages[category],
    purpose: messages[`${category}Purpose`],
    services: statement.services
      .filter((service) => service.category === category)
      .map((service) => service.id),
  });
  return {
    '@context': CONTEXT,
    v: 1,
    site: slug,
    language: wording.language,
    controller,
    notice: {
      statement: id,
      hash,
      published: statement.published,
      href: `${address}/statements/${id}`,
      history: `${address}/statements`,
      keys: '/v1/keys.json',
      wordings: Object.fromEntries(
        wordings.map(({ language }) => [
          language,
          { hash: statement.wordings[language], href: `${address}/statements/${id}/${language}.json` },
        ]),
      ),
    },
    purposes: CATEGORIES.filter((category) => statement.categories.includes(category)).map(named),
    services: statement.services.map((service) => ({
      ...wording.services.find((each) => each.id === service.id),
      ...service,
    })),
    counted: Object.entries(statement.facts).map(([group, facts]) => ({
      group,
      text: messages.groups[group as keyof typeof messages.groups],
      facts,
    })),
    anonymity: { browsersBehindEveryNumber: statement.k, refusalsCounted: statement.countsRefusals },
    retention: {
      counts: months(statement.retention.countsMonths),
      choice: months(statement.retention.choiceMonths),
    },
    recipients: [],
    models: statement.policy,
    objection: { header: 'Sec-GPC: 1', property: 'navigator.globalPrivacyControl', honoured: true },
    interface: {
      root: '#holloway-ui',
      open: '[data-holloway-open]',
      script: {
        open: 'holloway.consent.open()',
        refuse: 'holloway.consent.set({ preferences: false, analytics: false, marketing: false })',
      },
      actions: {
        accept: '#holloway-ui [data-holloway-action="accept"]',
        reject: '#holloway-ui [data-holloway-action="reject"]',
        choose: '#holloway-ui [data-holloway-action="choose"]',
        save: '#holloway-ui [data-holloway-action="save"]',
      },
      labels: {
        accept: inAll(wordings, (each) => each.messages.acceptAll),
        reject: inAll(wordings, (each) => each.messages.rejectAll),
        choose: inAll(wordings, (each) => each.messages.choose),
        save: inAll(wordings, (each) => each.messages.save),
        open: inAll(wordings, (each) => each.messages.open),
      },
    },
  } as const;
}
