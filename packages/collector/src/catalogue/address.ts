/**
 * Which network addresses a shop may be read from: public ones, so that a sitemap cannot make the collector ask the
 * machines around it; of a test site loopback ones, and only those. Pure; resolving names is left to fetch.
 */
import { inSome, isSpecialPurpose } from '../network/special-purpose.ts';

/** Networks of the internet (RFC 6890) that no shop is in: of relays and name servers, or with an IPv4 address behind. */
const isNoShops = inSome([
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.175.48.0', 24],
  ['2001::', 23],
  ['2002::', 16],
]);

/** @param address As a resolver tells it. Anything that is no address is not public. */
export const isPublic = (address: string): boolean => !isSpecialPurpose(address) && !isNoShops(address);

export const isLoopback = inSome([
  ['127.0.0.0', 8],
  ['::1', 128],
]);
