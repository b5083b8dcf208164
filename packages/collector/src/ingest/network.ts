/**
 * Where a request comes from, as coarsely as flood control and country need it: a network, never an address.
 * Pure, and made for speed; the relay has one that runs anywhere, and a test holds the two together. Does not hash
 * (anonymise) nor look anything up (country).
 */
import { isIPv4, isIPv6 } from 'node:net';

/** The eight groups of a valid IPv6 address without a zone. */
function groupsOf(address: string): number[] {
  const dotted = address.includes('.');
  const cut = dotted ? address.lastIndexOf(':') + 1 : address.length;
  const [head = '', tail] = address.slice(0, cut).split('::');
  const numbers = (part: string) =>
    part
      .split(':')
      .filter((group) => group !== '')
      .map((group) => Number.parseInt(group, 16));
  const left = numbers(head);
  const right = numbers(tail ?? '');
  if (dotted) {
    const [a = 0, b = 0, c = 0, d = 0] = address.slice(cut).split('.').map(Number);
    right.push(a * 256 + b, c * 256 + d);
  }
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}

/** `0DB8` is `db8`, and a group left out is `0`. */
const canonical = (group = ''): string => (Number.parseInt(group, 16) || 0).toString(16);

/**
 * The first address of the /24 (IPv4, also when mapped into IPv6) or /48 (IPv6) that an address lies in.
 * @returns `null` when the text is no address.
 */
export function networkOf(address: string): string | null {
  if (isIPv4(address)) return `${address.slice(0, address.lastIndexOf('.'))}.0`;
  if (!isIPv6(address)) return null;
  const gap = address.indexOf('::');
  const [a, b, c] = (gap < 0 ? address : address.slice(0, gap)).split(':', 3);
  // Reading three groups is four times as fast as reading eight, and enough but where a gap comes before them or an
  // IPv4 address behind them, which takes zeros.
  if (c !== undefined && !address.startsWith('0')) return `${canonical(a)}:${canonical(b)}:${canonical(c)}::`;
  const zone = address.indexOf('%');
  const groups = groupsOf(zone < 0 ? address : address.slice(0, zone));
  const [, , , , , sixth, seventh = 0, eighth = 0] = groups;
  if (sixth === 0xffff && groups.slice(0, 5).every((group) => group === 0)) {
    return `${seventh >> 8}.${seventh & 255}.${eighth >> 8}.0`;
  }
  return `${groups
    .slice(0, 3)
    .map((group) => group.toString(16))
    .join(':')}::`;
}

/** `[2001:db8::1]:443`, `192.0.2.1:80`; some proxies have a word in the place of the port: `192.0.2.1:_hidden`. */
const DRESSED = /^\[([^\]]*:[^\]]*)\](?::(?:\d+|_[\w.-]+))?$|^([^:]+):(?:\d+|_[\w.-]+)$/;

/** Without port and brackets. */
function bare(node: string): string {
  if (!node.includes(':')) return node;
  const [, bracketed, withPort] = DRESSED.exec(node) ?? [];
  return bracketed ?? withPort ?? node;
}

const lastElement = (list: string): string => list.slice(list.lastIndexOf(',') + 1).trim();

/**
 * The address that the nearest proxy saw: the last element of `X-Forwarded-For`, or without one of `Forwarded`.
 * Earlier elements were sent by whoever called the proxy, who may have made them up. The proxy must therefore
 * add to, or replace, the header that is read here; with several proxies in a row, the inner ones must pass it on.
 * @returns `null` when neither header is there; text that may be no address when the proxy says `unknown`.
 */
export function forwardedAddress(headers: { get(name: string): string | null }): string | null {
  const forwardedFor = headers.get('x-forwarded-for');
  if (forwardedFor !== null) return bare(lastElement(forwardedFor));
  const forwarded = headers.get('forwarded');
  if (forwarded === null) return null;
  const node = /(?:^|;)\s*for\s*=\s*"?([^";]*)/i.exec(lastElement(forwarded))?.[1] ?? '';
  return bare(node.trim());
}

/** What a relay makes of a network whose address it does not tell. */
const HASH = /^[\w-]{16,64}$/;

/**
 * The network that the relay tells of, once it is known to be the relay: truncated there, and here once more, so that one
 * that is set up wrongly tells no more than a right one; or a hash, as it is.
 * @returns `null` when it tells of none.
 */
export function relayedNetwork(headers: { get(name: string): string | null }): string | null {
  const told = headers.get('holloway-network') ?? '';
  return networkOf(told) ?? (HASH.test(told) ? told : null);
}

/** @returns ISO 3166-1 alpha-2; `null` when the relay does not know, and says so by `XX` or by nothing. */
export function relayedCountry(headers: { get(name: string): string | null }): string | null {
  const told = headers.get('holloway-country') ?? '';
  return /^(?!XX|ZZ)[A-Z]{2}$/.test(told) ? told : null;
}
