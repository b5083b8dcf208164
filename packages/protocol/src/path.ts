/**
 * Path normalisation, done on the visitor's device: what could point at a person never leaves it.
 * Query and fragment are dropped; segments that look like addresses, long numbers, UUIDs or tokens become `:id`.
 */
const ID = ':id';
const MAX_LENGTH = 200;
const MAX_SEGMENTS = 12;

const LONG_NUMBER = /\d{6}/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const HEX = /^[0-9a-f]{12,}$/i;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // not an encoding: judged as it stands
  }
}

/** Random-looking: long, and either mixing cases with digits or switching between letters and digits often. */
function looksLikeToken(segment: string): boolean {
  if (segment.length < 16) return false;
  const mixed = /[a-z]/.test(segment) && /[A-Z]/.test(segment) && /\d/.test(segment);
  const switches = segment.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
  const unbroken = /^[\w.~+=-]*$/.test(segment) && !/[-_.]/.test(segment) && segment.length >= 32;
  return mixed || switches >= 4 || unbroken;
}

function normaliseSegment(raw: string): string {
  const segment = decoded(raw);
  const identifies =
    segment.includes('@') ||
    LONG_NUMBER.test(segment) ||
    UUID.test(segment) ||
    HEX.test(segment) ||
    looksLikeToken(segment);
  // Control characters would break CSV and logs; nothing legible has them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return identifies || /[\u0000-\u001f\u007f]/.test(segment) ? ID : segment;
}

/**
 * A path fit to be counted: `/orders/1234567?x#y` is `/orders/:id`.
 * @param path A path, or the path and query of an URL; empty is `/`.
 * @returns At most 12 segments and 200 characters, without a trailing slash.
 */
export function normalisePath(path: string): string {
  const bare = path.split(/[?#;]/, 1)[0] ?? '';
  const segments = bare.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  return `/${segments.slice(0, MAX_SEGMENTS).map(normaliseSegment).join('/')}`.slice(0, MAX_LENGTH);
}
