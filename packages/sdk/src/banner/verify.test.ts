import type { Receipt } from '@holloway/protocol';
import { beforeAll, describe, expect, it } from 'vitest';
import { CONFIG } from '../../test/config.ts';
import { createSigner, keySetOf, type Signer, signedBy, statementOf } from '../../test/signed.ts';
import { CHOSEN, FILMS, messagesWith, WORDING } from '../../test/ui-deps.ts';
import { receiptOf } from './receipt.ts';
import { verifyReceipt } from './verify.ts';

const { subtle } = globalThis.crypto;
const TEXT = { ...WORDING, services: [FILMS], messages: messagesWith({ banner: 'Kekse? 🍪' }) };

let signer: Signer;
let impostor: Signer;
let receipt: Receipt;

beforeAll(async () => {
  [signer, impostor] = await Promise.all([createSigner(), createSigner()]);
  receipt = receiptOf({
    status: CHOSEN,
    surface: 'banner',
    config: CONFIG,
    wording: TEXT,
    signed: await signedBy(signer, await statementOf(TEXT)),
    keys: keySetOf(signer),
    collector: 'https://stats.example/',
    receiptId: 'made by the test',
  });
});

/** @param tamper What was done to the signed statement. */
const withStatement = (tamper: (signed: Receipt['signedStatement']) => object): Receipt => ({
  ...receipt,
  signedStatement: { ...receipt.signedStatement, ...tamper(receipt.signedStatement) },
});

describe('a receipt', () => {
  it('is verified as it was made, without the network', async () => {
    expect(await verifyReceipt(receipt, subtle)).toBe('verified');
  });

  it('is verified after it was downloaded and read again, whatever the order of its keys', async () => {
    const read = JSON.parse(JSON.stringify(receipt)) as Receipt;
    const { wording } = read;
    const turned = Object.fromEntries(Object.entries(wording).reverse()) as unknown as Receipt['wording'];
    expect(await verifyReceipt({ ...read, wording: turned }, subtle)).toBe('verified');
  });

  it.each<{ what: string; tampered: () => Receipt }>([
    {
      what: 'whose statement was changed',
      tampered: () => withStatement(({ statement }) => ({ statement: { ...statement, k: 3 } })),
    },
    { what: 'whose hash was changed', tampered: () => withStatement(() => ({ hash: '0'.repeat(64) })) },
    { what: 'whose id was changed', tampered: () => withStatement(() => ({ id: '00000000' })) },
    { what: 'whose id is too short', tampered: () => withStatement(({ id }) => ({ id: id.slice(0, 4) })) },
    {
      what: 'whose notice names another hash',
      tampered: () => ({ ...receipt, notice: { ...receipt.notice, hash: '0'.repeat(64) } }),
    },
    {
      what: 'whose notice names another statement',
      tampered: () => ({ ...receipt, notice: { ...receipt.notice, statement: '00000000' } }),
    },
    {
      what: 'whose notice names another language',
      tampered: () => ({ ...receipt, notice: { ...receipt.notice, language: 'de' } }),
    },
    {
      what: 'whose text was changed',
      tampered: () => ({ ...receipt, wording: { ...TEXT, messages: messagesWith({ banner: 'No.' }) } }),
    },
    {
      what: 'whose controller was changed',
      tampered: () => ({ ...receipt, controller: { ...receipt.controller, name: 'Other Ltd' } }),
    },
    {
      what: 'whose signature was changed',
      tampered: () =>
        withStatement(({ signature }) => ({
          signature: signature.replace(/\.\.(.)/, (_, first) => `..${first === 'A' ? 'B' : 'A'}`),
        })),
    },
    {
      what: 'whose signature has a payload of its own',
      tampered: () => withStatement(({ signature }) => ({ signature: signature.replace('..', '.e30.') })),
    },
    { what: 'without a signature', tampered: () => withStatement(() => ({ signature: '' })) },
    { what: 'without its key', tampered: () => ({ ...receipt, keys: { keys: [] } }) },
    {
      what: 'with another key under the name of the one that signed',
      tampered: () => ({ ...receipt, keys: { keys: [{ ...impostor.key, kid: signer.key.kid }] } }),
    },
  ])('$what is not', async ({ tampered }) => {
    expect(await verifyReceipt(tampered(), subtle)).toBe('notVerified');
  });

  it('that was changed and signed again by another key is not, under the name of the first', async () => {
    const forged = await signedBy(
      impostor,
      { ...receipt.signedStatement.statement, k: 3 },
      {
        alg: 'EdDSA',
        kid: signer.key.kid,
      },
    );
    const notice = { ...receipt.notice, statement: forged.id, hash: forged.hash };
    expect(await verifyReceipt({ ...receipt, notice, signedStatement: forged }, subtle)).toBe('notVerified');
  });

  it('whose key goes by another name than its thumbprint is not', async () => {
    const header = { alg: 'EdDSA', kid: 'main' };
    const signedStatement = await signedBy(signer, receipt.signedStatement.statement, header);
    const keys = { keys: [{ ...signer.key, kid: 'main' }] };
    expect(await verifyReceipt({ ...receipt, signedStatement, keys }, subtle)).toBe('notVerified');
  });

  it('that says to be signed in another way is not', async () => {
    const header = { alg: 'none', kid: signer.key.kid };
    const signedStatement = await signedBy(signer, receipt.signedStatement.statement, header);
    expect(await verifyReceipt({ ...receipt, signedStatement }, subtle)).toBe('notVerified');
  });

  it.each([
    { where: 'on a page without https', crypto: undefined },
    {
      where: 'in a browser without Ed25519',
      crypto: {
        digest: subtle.digest.bind(subtle),
        importKey: async () => {
          throw new DOMException('Unrecognized name.', 'NotSupportedError');
        },
      } as unknown as SubtleCrypto,
    },
  ])('cannot be verified $where, and is not said to be false', async ({ crypto }) => {
    expect(await verifyReceipt(receipt, crypto)).toBe('cannotVerify');
  });
});
