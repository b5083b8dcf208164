/** A statement as a collector publishes it, signed with a key of the test's own. */
import {
  canonicalJson,
  type KeySet,
  type PublicKey,
  type SignedStatement,
  STRICTEST_POLICY,
  type Statement,
  type Wording,
} from '@holloway/protocol';

const { subtle } = globalThis.crypto;
const bytes = (text: string): Buffer<ArrayBuffer> => Buffer.from(text) as Buffer<ArrayBuffer>;
const sha256 = async (value: unknown): Promise<Buffer> =>
  Buffer.from(await subtle.digest('SHA-256', bytes(canonicalJson(value))));
const base64url = (text: string): string => Buffer.from(text).toString('base64url');

export interface Signer {
  readonly key: PublicKey;
  sign(signingInput: string): Promise<string>;
}

export async function createSigner(): Promise<Signer> {
  const pair = (await subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const { x = '' } = await subtle.exportKey('jwk', pair.publicKey);
  const kid = (await sha256({ crv: 'Ed25519', kty: 'OKP', x })).toString('base64url');
  return {
    key: { kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' },
    sign: async (input) =>
      Buffer.from(await subtle.sign('Ed25519', pair.privateKey, bytes(input))).toString('base64url'),
  };
}

/** @param header Of the signature. Default: as it ought to be. */
export async function signedBy(
  { key, sign }: Signer,
  statement: Statement,
  header: object = { alg: 'EdDSA', kid: key.kid },
): Promise<SignedStatement> {
  const hash = (await sha256(statement)).toString('hex');
  const head = base64url(JSON.stringify(header));
  const mark = await sign(`${head}.${base64url(canonicalJson(statement))}`);
  return { id: hash.slice(0, 8), hash, statement, signature: `${head}..${mark}` };
}

export async function statementOf(wording: Wording): Promise<Statement> {
  return {
    v: 1,
    site: 'store',
    published: '2026-11-20',
    previous: null,
    controller: wording.controller.name,
    categories: ['preferences', 'analytics', 'marketing'],
    services: [{ id: 'films', category: 'marketing', cookies: [{ name: 'f_*', days: 30 }] }],
    facts: { visits: ['visit'], preferences: ['preference'], consent: ['consent.choice'] },
    retention: { countsMonths: 25, choiceMonths: 6 },
    k: 10,
    policy: STRICTEST_POLICY,
    countsRefusals: false,
    wordings: { [wording.language]: (await sha256(wording)).toString('hex') },
  };
}

export const keySetOf = ({ key }: Signer): KeySet => ({ keys: [key] });
