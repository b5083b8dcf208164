/** What a site may be set to: what somebody asked for to a NewSite, checked once, with all that is wrong with it. */
import {
  type Experiment,
  type Issue,
  isPrintable,
  isSiteId,
  MAX_TERM_LENGTH,
  RETENTION,
  type Route,
  SITE_KINDS,
  type SiteKind,
  TERM_KINDS,
} from '@holloway/protocol';
import { isLoopbackHost } from '../network/loopback.ts';
import type { Retention } from '../store/keeping.ts';
import { DEFAULT_RETENTION, type NewSite, type SiteRecord } from '../store/store.ts';
import { MAX_CEILING } from './ceilings.ts';
import { type AskedExperiment, changeIssues, experimentIssues } from './experiments.ts';
import { type Checked, checked } from './issues.ts';
import { checkRoutes } from './routes.ts';

export const DEFAULT_K = 10;
const DEFAULT_CURRENCY = 'EUR';
export const LOWEST_K = 3;
const MAX_ORIGINS = 100;
const MAX_PROVENANCE = 500;
/** A waiting count may take so long to become a row; a year is compared with the one before. */
const KEEP_DAYS = { min: 28, max: 400 };
/** What every statement promises that does not say less. */
const KEEP_MONTHS = { min: 1, max: RETENTION.countsMonths };

export interface SiteChanges {
  readonly name?: string;
  readonly kind?: SiteKind;
  readonly k?: number;
  readonly timeZone?: string;
  readonly currency?: string;
  readonly origins?: readonly string[];
  readonly routes?: readonly Route[];
  /** By kind of name; `null` takes the default again, and kinds that are not there keep theirs. */
  readonly ceilings?: { readonly [kind: string]: number | null };
  /** `null` for none. */
  readonly provenance?: string | null;
  /** How many days counts are kept by day, before they are added up by month. */
  readonly keepDays?: number;
  /** After how many months counts are deleted. */
  readonly keepMonths?: number;
  /** Layout tests, all of them: one that is not there is not declared any more. */
  readonly experiments?: readonly AskedExperiment[];
}

export interface SiteInput extends SiteChanges {
  readonly slug: string;
}

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

const isText = (text: string, longest: number): boolean =>
  text !== '' && text.length <= longest && isPrintable(text);
const isWhole = (number: number, lowest: number, highest: number): boolean =>
  Number.isInteger(number) && number >= lowest && number <= highest;

/** Nothing where all is well. */
const unless = (holds: boolean, field: string, rule: string): Issue[] => (holds ? [] : [{ field, rule }]);

function originIssues(origins: readonly string[], kind: SiteKind): Issue[] {
  if (origins.length > MAX_ORIGINS) return [{ field: 'origins', rule: `must be at most ${MAX_ORIGINS}` }];
  return [
    ...unless(
      kind !== 'live' || origins.length > 0,
      'origins',
      'is needed: the pages that may send, such as https://shop.example.com',
    ),
    ...origins.flatMap((text, i) => {
      const url = originOf(text);
      const field = `origins[${i}]`;
      if (url === null) return [{ field, rule: 'must be an origin such as https://shop.example.com' }];
      const mayBe = kind !== 'test' || isLoopbackHost(url.hostname);
      return unless(mayBe, field, 'of a test site must be a loopback address');
    }),
  ];
}

const ceilingIssues = (ceilings: NonNullable<SiteChanges['ceilings']>): Issue[] =>
  Object.entries(ceilings).flatMap(([kind, ceiling]) => {
    if (!TERM_KINDS.some((known) => known === kind))
      return [{ field: 'ceilings', rule: `must be by kind of name: ${TERM_KINDS.join(', ')}` }];
    return unless(
      ceiling === null || isWhole(ceiling, 0, MAX_CEILING),
      `ceilings.${kind}`,
      `must be a whole number from 0 to ${MAX_CEILING}`,
    );
  });

function kIssues(kind: SiteKind, k: number | undefined): Issue[] {
  if (kind === 'test') return unless(k === undefined || k === 1, 'k', 'of a test site is 1');
  const holds = k === undefined || isWhole(k, LOWEST_K, 1000);
  return unless(holds, 'k', `must be a whole number from ${LOWEST_K} to 1000`);
}

function retentionIssues({ days, months }: Retention): Issue[] {
  const within = (number: number, { min, max }: typeof KEEP_DAYS, field: string): Issue[] =>
    unless(isWhole(number, min, max), field, `must be a whole number from ${min} to ${max}`);
  return [...within(days, KEEP_DAYS, 'keepDays'), ...within(months, KEEP_MONTHS, 'keepMonths')];
}

/** A site with all that is not told as most shops want it. */
export function parseSite(input: SiteInput): Checked<NewSite> {
  const { slug, name = slug, kind = 'live', timeZone = 'UTC', origins = [], provenance = null } = input;
  const { currency = DEFAULT_CURRENCY, ceilings = {} } = input;
  const { keepDays = DEFAULT_RETENTION.days, keepMonths = DEFAULT_RETENTION.months } = input;
  const retention = { days: keepDays, months: keepMonths };
  const asked = input.experiments ?? [];
  const routes = checkRoutes(input.routes ?? []);
  const issues = [
    ...unless(isSiteId(slug), 'id', 'must be 1 to 63 lower-case letters, digits or hyphens'),
    // A name that was not told is the id, whose rule is broken already.
    ...unless(
      isText(name, MAX_TERM_LENGTH) || input.name === undefined,
      'name',
      `must be 1 to ${MAX_TERM_LENGTH} printable characters`,
    ),
    ...unless(SITE_KINDS.includes(kind), 'kind', `must be ${SITE_KINDS.join(', ')}`),
    ...unless(isTimeZone(timeZone), 'timeZone', 'must be an IANA name such as Europe/Berlin'),
    ...unless(CURRENCIES.has(currency), 'currency', 'must be a code of ISO 4217 such as EUR'),
    ...kIssues(kind, input.k),
    ...originIssues(origins, kind),
    ...(routes.ok ? [] : routes.issues),
    ...ceilingIssues(ceilings),
    ...retentionIssues(retention),
    ...experimentIssues(asked),
    ...unless(
      asked.length === 0 || kind !== 'archive',
      'experiments',
      'are none of an archive: nobody visits it',
    ),
    ...unless(
      provenance === null || isText(provenance, MAX_PROVENANCE),
      'provenance',
      `must be 1 to ${MAX_PROVENANCE} printable characters`,
    ),
  ];
  const k = kind === 'test' ? 1 : (input.k ?? DEFAULT_K);
  const site = { slug, name, kind, k, timeZone, currency, origins, provenance, retention };
  return checked(
    {
      ...site,
      routes: routes.ok ? routes.value : [],
      ceilings: Object.fromEntries(Object.entries(ceilings).filter(([, ceiling]) => ceiling !== null)),
      // Where one of them is not, there are issues.
      experiments: asked as readonly Experiment[],
    },
    issues,
  );
}

/** The site with what is given changed, and the rest as it was. */
export function parseChanges(before: SiteRecord, changes: SiteChanges): Checked<NewSite> {
  const { slug, name, kind, k, timeZone, currency, origins, routes, provenance, experiments } = before;
  const kept = { slug, name, kind, timeZone, currency, origins, routes, provenance, experiments };
  const parsed = parseSite({
    ...kept,
    ...(kind === 'test' ? {} : { k }),
    keepDays: before.retention.days,
    keepMonths: before.retention.months,
    ...changes,
    ceilings: { ...before.ceilings, ...changes.ceilings },
  });
  // What fewer than k browsers left behind would show, or stay shown.
  const staysWhatItIs = changes.kind === undefined || (changes.kind === 'test') === (kind === 'test');
  const { months } = before.retention;
  const issues = [
    ...unless(staysWhatItIs, 'kind', 'cannot change to or from test; add another site'),
    ...unless(
      (changes.keepMonths ?? months) <= months,
      'keepMonths',
      `must be at most ${months}: visitors were promised that counts are deleted by then`,
    ),
  ];
  if (parsed.ok)
    return checked(parsed.value, [...issues, ...changeIssues(experiments, parsed.value.experiments ?? [])]);
  return checked<NewSite>({ ...kept, k }, [...issues, ...parsed.issues]);
}
