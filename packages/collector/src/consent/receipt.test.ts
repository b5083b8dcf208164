import type { Receipt } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { ALL, type Published, policyOf, publishedOf, receiptOf } from '../../test/consent.ts';
import { contentHash, shortId } from './hash.ts';
import { verifyReceipt } from './receipt.ts';
import { makeKey, publicKeyOf, signStatement } from './sign.ts';

const NO_KEYS = { own: [], given: [] };
const NOTHING = { preferences: false, analytics: false, marketing: false };

/** What is wrong with it; `undefined` where nothing is. */
async function wrongWith(receipt: unknown, keys: Parameters<typeof verifyReceipt>[1] = NO_KEYS) {
  const result = await verifyReceipt(receipt, keys);
  return result.ok ? undefined : `${result.issue.field} ${result.issue.rule}`;
}

/** A receipt that somebody changed somewhere. */
const altered = (published: Published, change: (receipt: Receipt) => object): unknown => {
  const receipt = receiptOf(published);
  return { ...receipt, ...change(receipt) };
};

describe('a receipt', () => {
  it('verifies without the network, and says what it is of', async () => {
    const published = await publishedOf();
    const { signed, key } = published;
    const receipt = JSON.parse(JSON.stringify(receiptOf(published, { language: 'de' })));
    expect(await verifyReceipt(receipt, { own: [key], given: [] })).toEqual({
      ok: true,
      value: {
        statement: signed.id,
        published: '2026-11-20',
        controller: 'Shop Ltd',
        language: 'de',
        key,
        keyFrom: 'own',
        events: [{ event: 'given', day: '2026-11-23', surface: 'banner', choices: ALL }],
      },
    });
  });

  it.each([
    { what: 'a refusal', choices: NOTHING },
    { what: 'a part', choices: { ...NOTHING, analytics: true } },
  ])('of $what verifies too', async ({ choices }) => {
    expect(await wrongWith(receiptOf(await publishedOf(), { choices }))).toBeUndefined();
  });

  it('is checked by the keys that are one’s own, then by those given, and by its own at last', async () => {
    const published = await publishedOf();
    const { key } = published;
    const from = async (own: boolean, given: boolean) => {
      const result = await verifyReceipt(receiptOf(published), {
        own: own ? [key] : [],
        given: given ? [key] : [],
      });
      return result.ok ? result.value.keyFrom : result.issue;
    };
    expect(await from(true, true)).toBe('own');
    expect(await from(false, true)).toBe('given');
    expect(await from(false, false)).toBe('receipt');
  });

  it('may be as lawful as its jurisdiction is: opt-out only where the statement has it', async () => {
    const published = await publishedOf(policyOf({ jurisdictions: { us: 'opt-out' } }));
    const of = (jurisdiction: string | null) =>
      altered(published, ({ purposes }) => ({
        jurisdiction,
        purposes: purposes.map((purpose) => ({ ...purpose, legalBasis: 'opt-out' })),
      }));
    expect(await wrongWith(of('us'))).toBeUndefined();
    const refused = 'purposes[0].legalBasis must be consent where the statement asks first';
    expect(await wrongWith(of('eu'))).toBe(refused);
    expect(await wrongWith(of(null))).toBe(refused);
  });
});

describe('a receipt that was tampered with', () => {
  it.each<{ what: string; change: (receipt: Receipt) => object; says: RegExp }>([
    {
      what: 'another statement under the old hash',
      change: ({ signedStatement }) => ({
        signedStatement: { ...signedStatement, statement: { ...signedStatement.statement, k: 3 } },
      }),
      says: /^signedStatement\.hash is not that of the statement/,
    },
    {
      what: 'another statement with its own hash',
      change: ({ signedStatement, notice }) => {
        const statement = { ...signedStatement.statement, k: 3 };
        const hash = contentHash(statement);
        const id = shortId(hash);
        return {
          signedStatement: { ...signedStatement, statement, hash, id },
          notice: { ...notice, statement: id, hash },
        };
      },
      says: /^signedStatement\.signature is not that of the statement by the key that it names/,
    },
    {
      what: 'another id',
      change: ({ signedStatement }) => ({ signedStatement: { ...signedStatement, id: 'ffffffff' } }),
      says: /^signedStatement\.id must be the beginning of the hash/,
    },
    {
      what: 'a signature cut short',
      change: ({ signedStatement }) => ({
        signedStatement: { ...signedStatement, signature: signedStatement.signature.slice(0, -2) },
      }),
      says: /^signedStatement\.signature is not that/,
    },
    {
      what: 'no signature',
      change: ({ signedStatement }) => ({ signedStatement: { ...signedStatement, signature: '' } }),
      says: /^signedStatement\.signature names a key that is not known/,
    },
    { what: 'no keys', change: () => ({ keys: { keys: [] } }), says: /names a key that is not known/ },
    {
      what: 'the notice of another statement',
      change: ({ notice }) => ({ notice: { ...notice, statement: 'ffffffff' } }),
      says: /^notice\.statement must be that of the signed statement/,
    },
    {
      what: 'the hash of another statement',
      change: ({ notice }) => ({ notice: { ...notice, hash: 'f'.repeat(64) } }),
      says: /^notice\.hash must be that/,
    },
    {
      what: 'the text of another language',
      change: ({ notice }) => ({ notice: { ...notice, language: 'de' } }),
      says: /^wording\.language must be that of the notice/,
    },
    {
      what: 'a language that was not published',
      change: ({ notice, wording }) => ({
        notice: { ...notice, language: 'fr' },
        wording: { ...wording, language: 'fr' },
      }),
      says: /^wording is not what the statement says in this language/,
    },
    {
      what: 'another text',
      change: ({ wording }) => ({
        wording: { ...wording, messages: { ...wording.messages, banner: 'We do what we like.' } },
      }),
      says: /^wording is not what the statement says in this language: the text was changed/,
    },
    {
      what: 'another controller',
      change: ({ controller }) => ({ controller: { ...controller, name: 'Somebody else' } }),
      says: /^controller must be that of the wording/,
    },
    {
      what: 'another way to withdraw',
      change: () => ({ withdrawal: 'By letter.' }),
      says: /^withdrawal must be that of the wording/,
    },
    {
      what: 'a purpose in other words',
      change: ({ purposes }) => ({ purposes: purposes.map((each) => ({ ...each, purpose: 'Anything.' })) }),
      says: /^purposes\[0\]\.purpose must be that of the wording/,
    },
    {
      what: 'a purpose by another name',
      change: ({ purposes }) => ({ purposes: purposes.map((each) => ({ ...each, name: 'Fun' })) }),
      says: /^purposes\[0\]\.name must be that of the wording/,
    },
    {
      what: 'a purpose left out',
      change: ({ purposes }) => ({ purposes: purposes.slice(1) }),
      says: /^purposes must be the categories that the statement asks about, each once/,
    },
    {
      what: 'a purpose twice',
      change: ({ purposes }) => ({ purposes: [...purposes, purposes[0]] }),
      says: /^purposes must be the categories/,
    },
    {
      what: 'a service left out',
      change: ({ purposes }) => ({ purposes: purposes.map((each) => ({ ...each, services: [] })) }),
      says: /^purposes\[1\]\.services must be those of the wording/,
    },
    {
      what: 'a recipient more',
      change: ({ purposes }) => ({
        purposes: purposes.map((each) => ({ ...each, recipients: ['Anybody'] })),
      }),
      says: /^purposes\[0\]\.recipients must be those of the wording/,
    },
    {
      what: 'data in other words',
      change: ({ purposes }) => ({
        purposes: purposes.map((each) => ({ ...each, dataCategories: ['None'] })),
      }),
      says: /^purposes\[0\]\.dataCategories must be in the words of the wording/,
    },
    {
      what: 'consent where nothing was agreed to',
      change: ({ events }) => ({
        events: events.map((each) => ({ ...each, event: 'refused', choices: NOTHING })),
      }),
      says: /^purposes\[0\]\.consented must be what the last event chose/,
    },
    {
      what: 'an agreement called a refusal',
      change: ({ events }) => ({ events: events.map((each) => ({ ...each, event: 'refused' })) }),
      says: /^events\[0\]\.event must be given where something was agreed to/,
    },
    {
      what: 'consent to what was not asked',
      change: ({ events }) => ({
        events: events.map((each) => ({ ...each, choices: { ...each.choices, preferences: true } })),
      }),
      says: /^events\[0\]\.choices must not agree to what the statement does not ask about/,
    },
    {
      what: 'a choice before the statement was there',
      change: ({ events }) => ({ events: events.map((each) => ({ ...each, day: '2026-11-18' })) }),
      says: /^events\[0\]\.day must not be before the statement was published/,
    },
    {
      what: 'a day that there is not',
      change: ({ events }) => ({ events: events.map((each) => ({ ...each, day: '2026-02-30' })) }),
      says: /^events\.0\.day is not as a receipt/,
    },
    { what: 'no event', change: () => ({ events: [] }), says: /^events is not as a receipt/ },
    { what: 'a field of its own', change: () => ({ canary: 1 }), says: /^canary is not as a receipt/ },
    {
      what: 'a principal with a name',
      change: () => ({ principal: 'canary' }),
      says: /^principal is not as a receipt/,
    },
    {
      what: 'another schema',
      change: () => ({ schemaVersion: 'canary' }),
      says: /^schemaVersion is not as a receipt/,
    },
  ])('is told: $what', async ({ change, says }) => {
    expect(await wrongWith(altered(await publishedOf(), change))).toMatch(says);
  });

  it('is told where somebody signed another text with a key under the known name', async () => {
    const published = await publishedOf();
    const forger = await makeKey();
    const impostor = { ...(await publicKeyOf(forger)), kid: published.key.kid };
    const receipt = altered(published, ({ signedStatement, keys }) => ({
      signedStatement,
      keys: { keys: [impostor, ...keys.keys] },
    }));
    expect(await wrongWith(receipt)).toBeUndefined();
    const forged = altered(published, () => ({ keys: { keys: [impostor] } }));
    expect(await wrongWith(forged)).toMatch(/names a key that is not known/);
  });

  it('is valid by the forger’s key alone, where everything was made up; so the thumbprint must be compared', async () => {
    const published = await publishedOf();
    const forger = await makeKey();
    const signature = await signStatement(published.signed.statement, forger);
    const forged = {
      ...published,
      signed: { ...published.signed, signature },
      key: await publicKeyOf(forger),
    };
    const result = await verifyReceipt(receiptOf(forged), { own: [published.key], given: [] });
    expect(result).toMatchObject({ ok: true, value: { keyFrom: 'receipt', key: { kid: forged.key.kid } } });
  });

  it('is refused by the keys that are named, where its own key is not among them', async () => {
    const published = await publishedOf();
    const trusted = await publicKeyOf(await makeKey());
    const result = await verifyReceipt(receiptOf(published), { own: [], given: [trusted] });
    expect(result).toMatchObject({ ok: false, issue: { field: 'signedStatement.signature' } });
  });

  it('is refused where a name in it would hide what is printed beside it, and no made-up field is repeated', async () => {
    const receipt = receiptOf(await publishedOf());
    const wording = {
      ...receipt.wording,
      controller: { name: 'Shop\u001b[8m\nSigned with a key of this data folder' },
    };
    expect(await wrongWith({ ...receipt, wording })).toMatch(
      /^wording\.controller\.name is not as a receipt/,
    );
    expect(await wrongWith({ ...receipt, 'canary\u001b[8m': 1 })).toMatch(/^receipt is not as a receipt/);
  });

  it.each(['published', 'categories', 'services', 'policy', 'wordings'])(
    'is refused, and breaks nothing, where the signed statement has no %s',
    async (part) => {
      const { signed } = await publishedOf();
      const forger = await makeKey();
      const statement = { ...signed.statement, [part]: undefined };
      const hash = contentHash(statement);
      const signature = await signStatement(statement, forger);
      const signedStatement = { id: shortId(hash), hash, statement, signature };
      const receipt = { ...receiptOf(await publishedOf()), signedStatement };
      expect(await wrongWith(receipt)).toMatch(
        new RegExp(`^signedStatement\\.statement\\.${part} is not as a receipt`),
      );
    },
  );

  it.each([null, 'canary', [], {}, { schemaVersion: 1 }])('is none at all where it is %j', async (input) => {
    expect(await wrongWith(input)).toMatch(/is not as a receipt/);
  });
});
