/**
 * Whether a receipt holds what was published: its statement as it was signed, and the text that this statement names.
 * Works without the network. Pure, given the browser's cryptography. Cannot say that the choice was made: nobody keeps
 * that.
 */
import { canonicalJson, type Receipt } from '@holloway/protocol';

/** `cannotVerify`: this browser knows no Ed25519, or the page is not served over https. */
export type Verdict = 'verified' | 'notVerified' | 'cannotVerify';

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const fromBase64url = (text: string): string => atob(text.replace(/-/g, '+').replace(/_/g, '/'));

const toBase64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param subtle `undefined` where the page is not served over https. */
export async function verifyReceipt(receipt: Receipt, subtle: SubtleCrypto | undefined): Promise<Verdict> {
  if (!subtle) return 'cannotVerify';
  try {
    const holds = (await isText(receipt, subtle)) && (await isSigned(receipt, subtle));
    return holds ? 'verified' : 'notVerified';
  } catch (error) {
    // Anything else that fails is a receipt that is none.
    return (error as Error).name === 'NotSupportedError' ? 'cannotVerify' : 'notVerified';
  }
}

const digest = async (subtle: SubtleCrypto, value: unknown): Promise<Uint8Array> =>
  new Uint8Array(await subtle.digest('SHA-256', encode(canonicalJson(value))));

/** Nothing of the statement or its wording was changed. */
async function isText({ signedStatement, notice, wording, controller }: Receipt, subtle: SubtleCrypto) {
  const { id, hash, statement } = signedStatement;
  return (
    toHex(await digest(subtle, statement)) === hash &&
    hash.startsWith(id) &&
    id.length === 8 &&
    notice.hash === hash &&
    notice.statement === id &&
    notice.language === wording.language &&
    toHex(await digest(subtle, wording)) === statement.wordings[notice.language] &&
    canonicalJson(controller) === canonicalJson(wording.controller)
  );
}

/** Signed by a key of the receipt that stands under its own thumbprint. */
async function isSigned({ signedStatement, keys }: Receipt, subtle: SubtleCrypto): Promise<boolean> {
  const { statement, signature } = signedStatement;
  // Detached: a payload of its own would be what was verified, instead of the statement.
  const [, header = '', mark = ''] = /^([\w-]+)\.\.([\w-]+)$/.exec(signature) ?? [];
  const { alg, kid } = JSON.parse(fromBase64url(header));
  const key = keys.keys.find((each) => each.kid === kid);
  if (!key || alg !== 'EdDSA') return false;
  const { crv, kty, x } = key;
  if (toBase64url(await digest(subtle, { crv, kty, x })) !== kid) return false;
  const publicKey = await subtle.importKey('jwk', { crv, kty, x }, { name: 'Ed25519' }, false, ['verify']);
  const signed = `${header}.${toBase64url(encode(canonicalJson(statement)))}`;
  const bytes = Uint8Array.from(fromBase64url(mark), (byte) => byte.charCodeAt(0));
  return subtle.verify('Ed25519', publicKey, bytes, encode(signed));
}
