/**
 * The visitor's own copy of what they chose and of the text they chose by, in the shape of ISO/IEC TS 27560. Pure.
 * Does not fetch, show or verify it (receipt-section, verify).
 */
import {
  type Category,
  type DataGroup,
  fillIn,
  type KeySet,
  modelFor,
  RECEIPT_SCHEMA,
  type Receipt,
  type ReceiptPurpose,
  type SignedStatement,
  type SiteConfig,
  type Wording,
} from '@holloway/protocol';
import { isAny } from '../consent/choice.ts';
import type { ConsentStatus } from '../holloway.ts';
import { amount } from './amount.ts';
import type { ChoiceSurface } from './ui-contract.ts';

export interface ReceiptParts {
  /** Of a choice: its day is known. */
  readonly status: ConsentStatus;
  readonly surface: ChoiceSurface | null;
  readonly config: Pick<SiteConfig, 'jurisdiction'>;
  /** Of the statement, and as it was published with it. */
  readonly wording: Wording;
  readonly signed: SignedStatement;
  readonly keys: KeySet;
  /** Where counts go. */
  readonly collector: string;
  readonly receiptId: string;
}

export function receiptOf(parts: ReceiptParts): Receipt {
  const { status, surface, config, wording, signed, keys, receiptId } = parts;
  const { choices, day } = status;
  if (!day) throw new TypeError('day must be known');
  const { messages, controller, language } = wording;
  return {
    schemaVersion: RECEIPT_SCHEMA,
    receiptId,
    principal: 'bearer',
    controller,
    jurisdiction: config.jurisdiction,
    notice: { statement: signed.id, hash: signed.hash, language },
    purposes: signed.statement.categories.map((category) => purposeOf(category, parts)),
    events: [{ event: isAny(choices) ? 'given' : 'refused', day, ...(surface && { surface }), choices }],
    withdrawal: fillIn(messages.change, { open: messages.open }),
    signedStatement: signed,
    wording,
    keys,
  };
}

function purposeOf(
  category: Category,
  { status, config, wording, signed, collector }: ReceiptParts,
): ReceiptPurpose {
  const { language, messages } = wording;
  const { facts, services, retention } = signed.statement;
  const isOwn = category !== 'marketing';
  const groups = (Object.keys(facts) as DataGroup[]).filter(
    (group) => isOwn && (group === 'preferences') === (category === 'preferences'),
  );
  const others = wording.services.filter((service) => service.category === category);
  const kept = others.flatMap(({ id, name, duration }) => {
    const days = services.find((service) => service.id === id)?.cookies.map((cookie) => cookie.days) ?? [];
    const longest = Math.max(0, ...days);
    return `${name}: ${duration ?? (longest ? amount(language, longest, 'day') : messages.session)}`;
  });
  const ownKept = {
    analytics: fillIn(messages.retention, { duration: amount(language, retention.countsMonths, 'month') }),
    preferences: messages.statedText,
    marketing: '',
  };
  return {
    category,
    name: messages[category],
    purpose: messages[`${category}Purpose`],
    // By the policy that was agreed to, which may not be today's.
    legalBasis: modelFor(signed.statement.policy, config.jurisdiction) === 'opt-out' ? 'opt-out' : 'consent',
    consented: status.choices[category],
    dataCategories: [...groups.map((group) => messages.groups[group]), ...others.map(({ data }) => data)],
    services: others.map(({ name }) => name),
    storageLocations: [
      ...(isOwn ? ['localStorage'] : []),
      ...(category === 'analytics' ? [new URL(collector).origin] : []),
      ...others.map(({ provider }) => provider),
    ],
    retention: [ownKept[category], ...kept].filter(Boolean).join(' '),
    recipients: others.map(({ provider }) => provider),
  };
}
