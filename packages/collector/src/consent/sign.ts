/**
 * Ed25519 signatures of statements: JWS with a detached payload, and keys by their thumbprints.
 * Does not keep keys (keys.ts), nor say what a signature is worth (verify.ts, receipt.ts).
 */
import { canonicalJson, type PublicKey, type Statement, withPayload } from '@holloway/protocol';
import {
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
} from 'jose';
import * as v from 'valibot';

const ALGORITHM = 'EdDSA';

/** A private key as JWK (RFC 8037). */
export interface PrivateKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly d: string;
}

/** 32 bytes in base64url. */
const BYTES = v.pipe(v.string(), v.regex(/^[\w-]{43}$/, 'must be 32 bytes in base64url'));
const SHAPE = { kty: v.literal('OKP'), crv: v.literal('Ed25519'), x: BYTES };
const PRIVATE_KEY = v.object({ ...SHAPE, d: BYTES });
const PUBLIC_KEY = v.object({ ...SHAPE, kid: v.string() });

export const isPrivateKey = (value: unknown): value is PrivateKey => v.is(PRIVATE_KEY, value);

export async function makeKey(): Promise<PrivateKey> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const key = await exportJWK(privateKey);
  if (!isPrivateKey(key)) throw new Error('the platform made a key of another kind');
  return { kty: key.kty, crv: key.crv, x: key.x, d: key.d };
}

const published = async ({ kty, crv, x }: Omit<PrivateKey, 'd'>): Promise<PublicKey> => ({
  kty,
  crv,
  x,
  kid: await calculateJwkThumbprint({ kty, crv, x }),
  use: 'sig',
  alg: ALGORITHM,
});

export const publicKeyOf = (key: PrivateKey): Promise<PublicKey> => published(key);

/**
 * Those of a key set that are what they say: Ed25519, under their own thumbprint. Another key under a known
 * thumbprint, or of another kind, is left out.
 */
export async function trustworthyKeys(keySet: unknown): Promise<readonly PublicKey[]> {
  const parsed = v.safeParse(v.object({ keys: v.array(v.unknown()) }), keySet);
  if (!parsed.success) return [];
  const keys = parsed.output.keys.filter((key) => v.is(PUBLIC_KEY, key));
  const named = await Promise.all(keys.map(async (key) => ({ said: key.kid, key: await published(key) })));
  return named.filter(({ said, key }) => said === key.kid).map(({ key }) => key);
}

/** @returns `header..signature`: the payload is the canonical JSON of the statement, and is not repeated. */
export async function signStatement(statement: Statement, key: PrivateKey): Promise<string> {
  const { kid } = await publicKeyOf(key);
  const jws = await new CompactSign(new TextEncoder().encode(canonicalJson(statement)))
    .setProtectedHeader({ alg: ALGORITHM, kid })
    .sign(await importJWK({ ...key }, ALGORITHM));
  const [header, , signature] = jws.split('.');
  return `${header}..${signature}`;
}

/** The id of the key that a signature names; `null` where it names none or is no signature. */
export function keyIdOf(signature: string): string | null {
  try {
    return decodeProtectedHeader(signature).kid ?? null;
  } catch {
    return null; // its header cannot be read
  }
}

/** The key, of those given, that made this signature of this statement; `null` where none did. */
export async function signedBy(
  statement: Statement,
  signature: string,
  keys: readonly PublicKey[],
): Promise<PublicKey | null> {
  const kid = keyIdOf(signature);
  const key = keys.find((candidate) => candidate.kid === kid);
  // Exactly a detached one: a payload of its own would be what was verified, instead of the statement.
  if (key === undefined || !/^[\w-]+\.\.[\w-]+$/.test(signature)) return null;
  const payload = Buffer.from(canonicalJson(statement)).toString('base64url');
  try {
    await compactVerify(withPayload(signature, payload), await importJWK({ ...key }, ALGORITHM), {
      algorithms: [ALGORITHM],
    });
    return key;
  } catch {
    return null; // another text, another key, or no signature at all
  }
}
