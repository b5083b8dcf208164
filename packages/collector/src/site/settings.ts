/** What a site may be set to: text from a command line to a NewSite, checked once. */
import {
  isPrintable,
  isSiteId,
  MAX_TERM_LENGTH,
  type ParseResult,
  type Route,
  type SiteKind,
} from '@holloway/protocol';
import type { NewSite } from '../store/store.ts';

export const DEFAULT_K = 10;
const DEFAULT_CURRENCY = 'EUR';
const LOWEST_K = 3;

export interface SiteInput {
  readonly slug: string;
  readonly name?: string;
  readonly kind?: SiteKind;
  readonly k?: number;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly origins?: readonly string[];
  readonly routes?: readonly Route[];
  readonly provenance?: string;
}

const refuse = (field: string, rule: string) => ({ ok: false, issue: { field, rule } }) as const;

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

function originOf(text: string): URL | null {
  try {
    const url = new URL(text);
    return url.origin === text && /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null; // not an URL: refused by the caller
  }
}

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }) !== undefined;
  } catch {
    return false; // the platform knows no such zone
  }
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export function parseSite(input: SiteInput): ParseResult<NewSite> {
  const { slug, name = slug, kind = 'live', timeZone = 'UTC', origins = [], routes = [] } = input;
  const { currency = DEFAULT_CURRENCY } = input;
  const k = kind === 'test' ? 1 : (input.k ?? DEFAULT_K);
  if (!isSiteId(slug)) return refuse('id', 'must be 1 to 63 lower-case letters, digits or hyphens');
  if (name === '' || name.length > MAX_TERM_LENGTH || !isPrintable(name)) {
    return refuse('name', `must be 1 to ${MAX_TERM_LENGTH} printable characters`);
  }
  if (!isTimeZone(timeZone)) return refuse('time-zone', 'must be an IANA name such as Europe/Berlin');
  if (!CURRENCIES.has(currency)) return refuse('currency', 'must be a code of ISO 4217 such as EUR');
  if (kind === 'test' && input.k !== undefined && input.k !== 1) {
    return refuse('k', 'of a test site is 1');
  }
  if (kind !== 'test' && (!Number.isInteger(k) || k < LOWEST_K || k > 1000)) {
    return refuse('k', `must be a whole number from ${LOWEST_K} to 1000`);
  }
  for (const text of origins) {
    const url = originOf(text);
    if (url === null) return refuse('origin', 'must be an origin such as https://shop.example.com');
    if (kind === 'test' && !LOOPBACK_HOSTS.has(url.hostname)) {
      return refuse('origin', 'of a test site must be a loopback address');
    }
  }
  if (kind === 'live' && origins.length === 0) {
    return refuse('origin', 'is needed: the pages that may send, such as https://shop.example.com');
  }
  return {
    ok: true,
    value: {
      slug,
      name,
      kind,
      k,
      timeZone,
      currency,
      origins,
      routes,
      provenance: input.provenance ?? null,
    },
  };
}
