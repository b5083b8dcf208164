/**
 * What of a request's head goes on to the collector, made anew: a header that is not named here does not pass.
 * Pure. Does not conceal the address (conceal).
 */
import { reduceUserAgent } from './user-agent.ts';

type Head = Pick<Headers, 'get'>;

const COUNTRY = /^[A-Z]{2}$/;
/** Networks of no country, as content networks say it. */
const UNKNOWN_COUNTRIES = ['XX', 'ZZ'];
/** Scheme, host and port: a browser says no more of the page that it shows, and others are not to say it in its place. */
const ORIGIN = /^https?:\/\/(?:[\w.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/;
const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+$/;
/** `"Google Chrome";v="126.0.6478.61"`, of which the major version is kept. */
const BRAND = /"([\w .()/:;?=-]{1,40})"\s*;\s*v="(\d{1,4})[\d.]*"/g;
const MAX_BRANDS = 6;
const PLATFORM = /^"(?:Android|Chrome OS|Chromium OS|iOS|Linux|macOS|Windows)"$/;

function brandsOf(head: Head): string {
  const brands = [...(head.get('Sec-CH-UA') ?? '').slice(0, 256).matchAll(BRAND)];
  return brands
    .slice(0, MAX_BRANDS)
    .map(([, brand, major]) => `"${brand}";v="${major}"`)
    .join(', ');
}

/** A header as it is where it is one of the few values that it may have; else nothing. */
const only = (head: Head, name: string, pattern: RegExp): string => {
  const value = head.get(name) ?? '';
  return pattern.test(value) ? value : '';
};

/** Where a request comes from, as the collector is told it. */
export interface Whence {
  /** The secret of relay and collector; `null` for what is the same for everybody. */
  readonly key: string | null;
  /** A truncated network, or its hash; `null` where it is not known. */
  readonly network: string | null;
  /** ISO 3166-1 alpha-2; anything else is as good as unknown. */
  readonly country: string | null;
}

export const NOWHERE: Whence = { key: null, network: null, country: null };

const present = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));

/** For what is published. */
export const headOfQuestion = ({ key, network, country }: Whence): Record<string, string> => {
  const isCountry = country !== null && COUNTRY.test(country) && !UNKNOWN_COUNTRIES.includes(country);
  return present({
    'Holloway-Relay': key ?? '',
    'Holloway-Network': network ?? '',
    'Holloway-Country': isCountry ? country : '',
    // Without one, some platforms send their own, and a version with it.
    'User-Agent': 'holloway-relay',
  });
};

/** For a batch. */
export function headOfBatch(head: Head, whence: Whence): Record<string, string> {
  const type = (head.get('Content-Type') ?? '').split(';', 1)[0]?.trim() ?? '';
  return present({
    ...headOfQuestion(whence),
    'User-Agent': reduceUserAgent(head.get('User-Agent') ?? ''),
    'Content-Type': MEDIA_TYPE.test(type) ? type : '',
    Origin: only(head, 'Origin', ORIGIN),
    'Sec-GPC': only(head, 'Sec-GPC', /^1$/),
    'Sec-CH-UA': brandsOf(head),
    'Sec-CH-UA-Mobile': only(head, 'Sec-CH-UA-Mobile', /^\?[01]$/),
    'Sec-CH-UA-Platform': only(head, 'Sec-CH-UA-Platform', PLATFORM),
  });
}
