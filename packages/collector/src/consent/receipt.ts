/**
 * Verifies a receipt without the network: that its statement is signed, that its text is the statement's, and that
 * what it says was chosen is something that this statement asks. Pure.
 * Cannot say who holds it, nor that the choice was made: nobody keeps that, which is the point.
 */
import {
  addDays,
  CATEGORIES,
  canonicalJson,
  type Day,
  fillIn,
  type KeySet,
  type Language,
  modelFor,
  type ParseResult,
  type PublicKey,
  type Receipt,
  type ReceiptPurpose,
} from '@holloway/protocol';
import { contentHash, shortId } from './hash.ts';
import { parseReceipt } from './receipt-shape.ts';
import { keyIdOf, signedBy, trustworthyKeys } from './sign.ts';

export interface TrustedKeys {
  /** Of the data folder. */
  readonly own: readonly PublicKey[];
  /** Of a file that the verifier brought. */
  readonly given: readonly PublicKey[];
}

export interface VerifiedReceipt {
  readonly statement: string;
  readonly published: Day;
  readonly controller: string;
  readonly language: Language;
  readonly key: PublicKey;
  /** `receipt`: the key came with the receipt, and proves nothing until its thumbprint is compared. */
  readonly keyFrom: 'own' | 'given' | 'receipt';
  readonly events: Receipt['events'];
}

class Broken extends Error {
  readonly field: string;
  readonly rule: string;
  constructor(field: string, rule: string) {
    super(rule);
    this.field = field;
    this.rule = rule;
  }
}

function demand(holds: boolean, field: string, rule: string): asserts holds {
  if (!holds) throw new Broken(field, rule);
}

function checkHashes({ signedStatement, notice, wording }: Receipt): void {
  const { id, hash, statement } = signedStatement;
  demand(
    contentHash(statement) === hash,
    'signedStatement.hash',
    'is not that of the statement: one of them was changed',
  );
  demand(shortId(hash) === id, 'signedStatement.id', 'must be the beginning of the hash');
  demand(notice.hash === hash, 'notice.hash', 'must be that of the signed statement');
  demand(notice.statement === id, 'notice.statement', 'must be that of the signed statement');
  demand(wording.language === notice.language, 'wording.language', 'must be that of the notice');
  demand(
    contentHash(wording) === statement.wordings[notice.language],
    'wording',
    'is not what the statement says in this language: the text was changed',
  );
}

async function signer(
  { signedStatement: { statement, signature }, keys }: Receipt,
  { own, given }: TrustedKeys,
): Promise<Pick<VerifiedReceipt, 'key' | 'keyFrom'>> {
  const kid = keyIdOf(signature);
  const sets = [
    { keyFrom: 'own', candidates: own },
    { keyFrom: 'given', candidates: given },
    // Whoever names the keys they trust is not given another.
    { keyFrom: 'receipt', candidates: given.length > 0 ? [] : await trustworthyKeys(keys satisfies KeySet) },
  ] as const;
  const known = sets.find(({ candidates }) => candidates.some((key) => key.kid === kid));
  demand(
    known !== undefined,
    'signedStatement.signature',
    'names a key that is not known, nor in the receipt',
  );
  const key = await signedBy(statement, signature, known.candidates);
  demand(key !== null, 'signedStatement.signature', 'is not that of the statement by the key that it names');
  return { key, keyFrom: known.keyFrom };
}

function checkPurpose(purpose: ReceiptPurpose, field: string, receipt: Receipt): void {
  const { wording, signedStatement, jurisdiction, events } = receipt;
  const { category } = purpose;
  const { services, policy } = signedStatement.statement;
  demand(purpose.name === wording.messages[category], `${field}.name`, 'must be that of the wording');
  demand(
    purpose.purpose === wording.messages[`${category}Purpose`],
    `${field}.purpose`,
    'must be that of the wording',
  );
  demand(
    purpose.consented === events.at(-1)?.choices[category],
    `${field}.consented`,
    'must be what the last event chose',
  );
  demand(
    purpose.legalBasis === 'consent' || modelFor(policy, jurisdiction) === 'opt-out',
    `${field}.legalBasis`,
    'must be consent where the statement asks first',
  );
  const ids = services.filter((service) => service.category === category).map(({ id }) => id);
  const others = wording.services.filter(({ id }) => ids.includes(id));
  const expected = {
    services: others.map(({ name }) => name),
    recipients: others.map(({ provider }) => provider),
  };
  for (const part of ['services', 'recipients'] as const) {
    demand(
      canonicalJson(purpose[part]) === canonicalJson(expected[part]),
      `${field}.${part}`,
      'must be those of the wording',
    );
  }
  const words = [...Object.values(wording.messages.groups), ...others.map(({ data }) => data)];
  demand(
    purpose.dataCategories.every((data) => words.includes(data)),
    `${field}.dataCategories`,
    'must be in the words of the wording',
  );
}

function checkChoices(receipt: Receipt): void {
  const { events, purposes, signedStatement } = receipt;
  const { categories, published } = signedStatement.statement;
  demand(
    canonicalJson([...purposes.map(({ category }) => category)].sort()) ===
      canonicalJson([...categories].sort()),
    'purposes',
    'must be the categories that the statement asks about, each once',
  );
  for (const [i, purpose] of purposes.entries()) checkPurpose(purpose, `purposes[${i}]`, receipt);
  for (const [i, { event, choices }] of events.entries()) {
    const agreed = CATEGORIES.filter((category) => choices[category]);
    demand(
      agreed.every((category) => categories.includes(category)),
      `events[${i}].choices`,
      'must not agree to what the statement does not ask about',
    );
    demand(
      event === 'withdrawn' || (event === 'given') === agreed.length > 0,
      `events[${i}].event`,
      'must be given where something was agreed to, and refused where nothing was',
    );
  }
  const last = events.at(-1)?.day ?? '';
  // A browser's day is UTC, the statement's that of the shop: they may be a day apart.
  demand(
    last >= addDays(published, -1),
    `events[${events.length - 1}].day`,
    'must not be before the statement was published',
  );
}

function checkWords({ controller, withdrawal, wording }: Receipt): void {
  demand(
    canonicalJson(controller) === canonicalJson(wording.controller),
    'controller',
    'must be that of the wording',
  );
  const { change, open } = wording.messages;
  demand(withdrawal === fillIn(change, { open }), 'withdrawal', 'must be that of the wording');
}

/** @returns Where it does not hold: the first field at fault, and what is wrong with it. */
export async function verifyReceipt(
  input: unknown,
  trusted: TrustedKeys,
): Promise<ParseResult<VerifiedReceipt>> {
  try {
    const shaped = parseReceipt(input);
    if (!shaped.ok) return shaped;
    const receipt = shaped.value;
    checkHashes(receipt);
    const { key, keyFrom } = await signer(receipt, trusted);
    checkWords(receipt);
    checkChoices(receipt);
    const { notice, signedStatement, wording, events } = receipt;
    const { published } = signedStatement.statement;
    return {
      ok: true,
      value: {
        statement: notice.statement,
        published,
        controller: wording.controller.name,
        language: notice.language,
        key,
        keyFrom,
        events,
      },
    };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { ok: false, issue: { field: error.field, rule: error.rule } };
  }
}
