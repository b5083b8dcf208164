/**
 * The network that an address lies in, as far as anyone beyond the shop's own server is told: /24 of IPv4, /48 of IPv6.
 * Pure, and without a platform's own help, so that it runs anywhere; the collector has one that is made for speed, and a
 * test there holds the two together. Does not hash (conceal) nor find the address (relay).
 */
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

/** The groups of a part of an IPv6 address; `null` where one is none. */
function numbersIn(part: string): number[] | null {
  if (part === '') return [];
  const groups = part.split(':');
  return groups.every((group) => GROUP.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}

/** `::ffff:192.0.2.1` is `::ffff:c000:201`. */
function withoutDots(address: string): string {
  const cut = address.lastIndexOf(':') + 1;
  const dotted = address.slice(cut);
  if (!IPV4.test(dotted)) return address;
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number);
  return `${address.slice(0, cut)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

/** The eight groups of an IPv6 address; `null` where it is none. */
function groupsOf(address: string): readonly number[] | null {
  const [head = '', tail, ...more] = withoutDots(address).split('::');
  const left = numbersIn(head);
  const right = numbersIn(tail ?? '');
  if (left === null || right === null || more.length > 0) return null;
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  return [...left, ...Array<number>(missing).fill(0), ...right];
}

/** `[2001:db8::1]:443`, `192.0.2.1:80`; some proxies have a word in the place of the port: `192.0.2.1:_hidden`. */
const DRESSED = /^\[([^\]]*:[^\]]*)\](?::(?:\d+|_[\w.-]+))?$|^([^:]+):(?:\d+|_[\w.-]+)$/;
/** `fe80::1%eth0` */
const ZONE = /(:[^%]*)%[\da-z.:-]+$/i;

/** Without port, brackets and zone. */
function bare(address: string): string {
  const [, bracketed, withPort] = DRESSED.exec(address) ?? [];
  return (bracketed ?? withPort ?? address).replace(ZONE, '$1');
}

/**
 * The first address of the /24 (IPv4, also when mapped into IPv6) or /48 (IPv6) that an address lies in.
 * @param address May have a port.
 * @returns `null` when the text is no address.
 */
export function networkOf(address: string): string | null {
  const text = bare(address.trim());
  if (IPV4.test(text)) return `${text.slice(0, text.lastIndexOf('.'))}.0`;
  const groups = groupsOf(text);
  if (groups === null) return null;
  const [a = 0, b = 0, c = 0, d, e, f, g = 0, h = 0] = groups;
  if (f === 0xffff && [a, b, c, d, e].every((group) => group === 0)) {
    return `${g >> 8}.${g & 255}.${h >> 8}.0`;
  }
  return `${[a, b, c].map((group) => group.toString(16)).join(':')}::`;
}
