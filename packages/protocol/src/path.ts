/**
 * Path normalisation, done on the visitor's device: what could point at a person never leaves it.
 * Query and fragment are dropped; segments that look like addresses, long numbers, UUIDs or tokens become `:id`.
 */
import { isPrintable } from './terms.ts';

const ID = ':id';
const MAX_LENGTH = 200;
const MAX_SEGMENTS = 12;

const LONG_NUMBER = /\d{6}/;
/** Nine digits with nothing but punctuation between them: a telephone number. */
const SPACED_NUMBER = /(?:\d[ ().+-]*){9}/;
const IPV4 = /\d+\.\d+\.\d+\.\d+/;
const IPV6 = /^(?=(?:[^:]*:){2})[0-9a-f:.[\]]+$/i;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const HEX = /^[0-9a-f]{12,}$/i;

/**
 * A path that says the same when it is normalised, as most do: told at once, since each link of a page is asked about. Its
 * segments are short, or words of small letters with numbers between them that are no longer than a date.
 */
const PLAIN =
  /^(?:\/(?:[\w-]{1,5}|[a-z]{1,11}(?:(?:-\d{1,4}){0,2}-[a-z]{1,11})*(?:-\d{1,4}){0,2})(?:\.html)?){1,12}$/;

const ESCAPES = /(?:%[0-9a-f]{2})+/gi;
const ASCII_BYTE = /%[0-7][0-9a-f]/gi;

/** Resolves escapes once. What is not UTF-8 is decoded as far as it is ASCII; the rest is judged as it stands. */
const decodedOnce = (path: string): string =>
  path.replace(ESCAPES, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes.replace(ASCII_BYTE, (byte) => String.fromCharCode(Number.parseInt(byte.slice(1), 16)));
    }
  });

/** Resolves percent-encoding, also where it was applied several times: `%40` and `%2540` are an `@` either way. */
function decoded(path: string): string {
  let encoded = path;
  for (;;) {
    const next = decodedOnce(encoded);
    if (next === encoded) return next;
    encoded = next;
  }
}

/**
 * Random-looking: long, and either mixing cases with digits or switching between letters and digits often.
 * Where hyphens part it into words, more is asked, so that `Kettle-KX750-1-7-L-2200W` stays a name.
 */
function looksLikeToken(segment: string): boolean {
  if (segment.length < 16) return false;
  const words = segment.split(/[-_. ]/);
  const mixed = words.some(
    (word) => word.length >= 10 && /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word),
  );
  const switches = segment.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
  const restless = switches >= 4 && (words.length === 1 || switches >= segment.length / 5);
  const unbroken = segment.length >= 32 && /^[\w~+=]*$/.test(segment) && words.length === 1;
  return mixed || restless || unbroken;
}

function identifies(segment: string): boolean {
  // Full-width and other compatibility forms of `@` and of digits are judged as what they stand for.
  const plain = segment.normalize('NFKC');
  return (
    plain.includes('@') ||
    [LONG_NUMBER, SPACED_NUMBER, IPV4, IPV6, UUID, HEX].some((shape) => shape.test(plain)) ||
    looksLikeToken(plain)
  );
}

const normaliseSegment = (segment: string): string =>
  segment.length >= MAX_LENGTH || !isPrintable(segment) || identifies(segment) ? ID : segment;

/**
 * A path fit to be counted: `/orders/1234567?x#y` is `/orders/:id`.
 * @param path A path, or the path and query of an URL; empty is `/`.
 * @returns The first segments that are at most 12 and 200 characters together, decoded, without a trailing slash.
 */
export function normalisePath(path: string): string {
  if (path.length <= MAX_LENGTH && PLAIN.test(path)) return path;
  const bare = decoded(path).split(/[?#;]/, 1)[0] ?? '';
  const segments = bare.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  let normal = '';
  for (const segment of segments.slice(0, MAX_SEGMENTS).map(normaliseSegment)) {
    if (normal.length + 1 + segment.length > MAX_LENGTH) break; // a part of a segment might read as something else
    normal += `/${segment}`;
  }
  return normal || '/';
}
