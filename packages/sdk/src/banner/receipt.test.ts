import { RECEIPT_SCHEMA, type SignedStatement } from '@holloway/protocol';
import { beforeAll, describe, expect, it } from 'vitest';
import { CONFIG } from '../../test/config.ts';
import { createSigner, keySetOf, signedBy, statementOf } from '../../test/signed.ts';
import { CHOSEN, FILMS, NOTHING, UNDECIDED, WORDING } from '../../test/ui-deps.ts';
import { type ReceiptParts, receiptOf } from './receipt.ts';

let parts: ReceiptParts;

beforeAll(async () => {
  const wording = { ...WORDING, services: [FILMS] };
  const signer = await createSigner();
  parts = {
    status: CHOSEN,
    surface: 'banner',
    config: CONFIG,
    wording,
    signed: await signedBy(signer, await statementOf(wording)),
    keys: keySetOf(signer),
    collector: 'https://stats.example/relay/',
    receiptId: 'made by the test',
  };
});

describe('a receipt', () => {
  it('says by whom, which text, what was chosen and when, and how to take it back', () => {
    const { signed, wording, keys } = parts;
    expect(receiptOf(parts)).toMatchObject({
      schemaVersion: RECEIPT_SCHEMA,
      receiptId: 'made by the test',
      principal: 'bearer',
      controller: { name: 'Store Ltd', contact: ['1 Mill Lane'], policy: null },
      jurisdiction: 'eu',
      notice: { statement: signed.id, hash: signed.hash, language: 'en' },
      events: [{ event: 'given', day: '2026-11-23', surface: 'banner', choices: CHOSEN.choices }],
      withdrawal: 'change',
      signedStatement: signed,
      wording,
      keys,
    });
  });

  it('says of each purpose which data, where, how long and for whom', () => {
    expect(receiptOf(parts).purposes).toEqual([
      {
        category: 'preferences',
        name: 'preferences',
        purpose: 'preferencesPurpose',
        legalBasis: 'consent',
        consented: true,
        dataCategories: ['preferences'],
        services: [],
        storageLocations: ['localStorage'],
        retention: 'statedText',
        recipients: [],
      },
      {
        category: 'analytics',
        name: 'analytics',
        purpose: 'analyticsPurpose',
        legalBasis: 'consent',
        consented: true,
        dataCategories: ['visits', 'consent'],
        services: [],
        storageLocations: ['localStorage', 'https://stats.example'],
        retention: 'retention',
        recipients: [],
      },
      {
        category: 'marketing',
        name: 'marketing',
        purpose: 'marketingPurpose',
        legalBasis: 'consent',
        consented: false,
        dataCategories: ['The address of your connection.'],
        services: ['Films'],
        storageLocations: ['Films Ltd'],
        retention: 'Films: 30 days',
        recipients: ['Films Ltd'],
      },
    ]);
  });

  it('says how long a service keeps something in the store’s own words, where there are some', () => {
    const wording = { ...parts.wording, services: [{ ...FILMS, duration: 'one summer' }] };
    expect(receiptOf({ ...parts, wording }).purposes[2]?.retention).toBe('Films: one summer');
  });

  it('of a refusal is a receipt as well', () => {
    const status = { ...CHOSEN, state: 'rejected', choices: NOTHING } as const;
    expect(receiptOf({ ...parts, status }).events).toEqual([
      { event: 'refused', day: '2026-11-23', surface: 'banner', choices: NOTHING },
    ]);
  });

  it('does not say where it was chosen if this page does not know', () => {
    expect(receiptOf({ ...parts, surface: null }).events).toEqual([
      { event: 'given', day: '2026-11-23', choices: CHOSEN.choices },
    ]);
  });

  it('names the basis of a jurisdiction by the policy that was agreed to, whatever holds today', () => {
    const { statement } = parts.signed;
    const relaxed: SignedStatement = {
      ...parts.signed,
      statement: { ...statement, policy: { ...statement.policy, us: 'opt-out' } },
    };
    const basesOf = (signed: SignedStatement, jurisdiction: 'us' | 'eu' | null) =>
      receiptOf({ ...parts, signed, config: { jurisdiction } }).purposes.map(({ legalBasis }) => legalBasis);
    expect(basesOf(relaxed, 'us')).toEqual(['opt-out', 'opt-out', 'opt-out']);
    expect(basesOf(relaxed, 'eu')).toEqual(['consent', 'consent', 'consent']);
    expect(basesOf(relaxed, null)).toEqual(['consent', 'consent', 'consent']);
    expect(basesOf(parts.signed, 'us')).toEqual(['consent', 'consent', 'consent']);
  });

  it('is of a choice: there is none without', () => {
    expect(() => receiptOf({ ...parts, status: UNDECIDED })).toThrow(TypeError);
  });
});
