/** Which addresses a digest may be posted to, as they are written and as they are connected to. Pure. */
import { isIP } from 'node:net';
import { DIGEST_LIMITS } from '@holloway/protocol';
import { isPublic } from '../catalogue/address.ts';
import { isLoopbackHost } from '../network/loopback.ts';
import { inSome } from '../network/special-purpose.ts';

/** In private networks too, nothing is said to these: where clouds keep the credentials of a machine, and to many at once. */
const isNobodys = inSome([
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['224.0.0.0', 3],
  ['::', 128],
  ['64:ff9b::', 96],
  ['fd00:ec2::', 32],
  ['fe80::', 10],
  ['ff00::', 8],
]);

/** @param isPrivateAllowed Whether the operator lets webhooks into the networks around the collector, and onto its machine. */
export function mayPostTo(address: string, isPrivateAllowed: boolean): boolean {
  if (isIP(address) === 0) return false;
  return isPublic(address) || (isPrivateAllowed && !isNobodys(address));
}

/** @returns The rule that it breaks; `null` where it breaks none. */
export function webhookRule(text: string, isPrivateAllowed: boolean): string | null {
  const url = text.length > DIGEST_LIMITS.address ? null : URL.parse(text);
  const isHere = url !== null && isLoopbackHost(url.hostname);
  const isAddress = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
  if (url === null || !isAddress || url.username !== '' || url.password !== '' || url.hash !== '')
    return `must be an address that begins with https://, without name, password and fragment, of at most ${DIGEST_LIMITS.address} characters`;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isAllowed = isIP(host) === 0 ? !isHere || isPrivateAllowed : mayPostTo(host, isPrivateAllowed);
  return isAllowed
    ? null
    : 'must not be in a private network: the operator of the collector allows that with HOLLOWAY_WEBHOOK_PRIVATE=1';
}
