/** By what a receiver knows that a digest comes from its collector, and from now: HMAC-SHA256 of instant and body. Pure. */
import { createHmac } from 'node:crypto';

export const SIGNATURE_HEADER = 'Holloway-Signature';

/**
 * @param seconds Since 1970, when it is sent.
 * @returns Such as `t=1764144000,v1=5257a8…`: of `<seconds>.<body>`, in hexadecimal digits.
 */
export function signatureOf(secret: string, seconds: number, body: string): string {
  const signed = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${signed}`;
}
