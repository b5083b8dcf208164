/** What a report may be asked: dates, one slice that it has, level, dimension, pages. Untrusted text to a trusted query, once. */
import {
  ALL,
  addDays,
  CONSENT_DIMENSIONS,
  type ConsentDimension,
  type Day,
  DEVICE_DIMENSIONS,
  type DeviceDimension,
  isDay,
  isPrintable,
  LEVELS,
  type Level,
  MAX_TERM_LENGTH,
  PAGE_REPORTS,
  type ParseResult,
  parseSlice,
  type ReportName,
  SOURCE_DIMENSIONS,
  type SourceDimension,
  sliceName,
} from '@holloway/protocol';
import { sliceRule } from './kept-slices.ts';

const DEFAULT_DAYS = 28;
/** More are better asked for as all. */
export const MAX_PAGES = 20;

export interface ReportQuery {
  readonly from: Day;
  readonly to: Day;
  /** `*` or `kind:value`. */
  readonly slice: string;
  readonly level: Level;
  /** Of `devices`. */
  readonly deviceDimension: DeviceDimension;
  /** Of `sources`. */
  readonly sourceDimension: SourceDimension;
  /** Of `consent`. */
  readonly consentDimension: ConsentDimension;
  /** Of those reports that may be asked for some pages: which; `null` for all. */
  readonly pages: readonly string[] | null;
  readonly format: 'json' | 'csv';
}

const refuse = (field: string, rule: string) => ({ ok: false, issue: { field, rule } }) as const;

const oneOf = <T extends string>(
  value: string | undefined,
  values: readonly T[],
  fallback: T,
): T | undefined => (value === undefined ? fallback : values.find((known) => known === value));

const DIMENSIONS: { readonly [name in ReportName]?: readonly string[] } = {
  devices: DEVICE_DIMENSIONS,
  sources: SOURCE_DIMENSIONS,
  consent: CONSENT_DIMENSIONS,
};

/** What `dimension` may be. Of a report that has none it is not looked at. */
const dimensionsOf = (report: ReportName | undefined): readonly string[] =>
  (report && DIMENSIONS[report]) ?? Object.values(DIMENSIONS).flat();

/** Rows by these are slices themselves. */
const BY_SLICE: readonly (string | undefined)[] = ['device', 'country', 'class', 'kind'];

const isPage = (text: string): boolean => text !== '' && text.length <= MAX_TERM_LENGTH && isPrintable(text);

/** Of a report that has none they are not looked at. */
function pagesOf(
  pages: readonly string[],
  report: ReportName | undefined,
): ParseResult<readonly string[] | null> {
  if (pages.length === 0 || !PAGE_REPORTS.some((known) => known === report)) return { ok: true, value: null };
  if (pages.length > MAX_PAGES) return refuse('page', `must not be given more than ${MAX_PAGES} times`);
  return pages.every(isPage)
    ? { ok: true, value: pages }
    : refuse('page', `must be 1 to ${MAX_TERM_LENGTH} printable characters`);
}

/**
 * @param lastDay Today, or the last day of an archive. A range that ends later ends there.
 * @param report Whose slices and dimensions are taken; without it, those of any.
 * @param pages `page` as often as it was given; that of `input` is not looked at.
 * @returns Without `from` and `to`: the 28 days that end with `lastDay`.
 */
export function parseReportQuery(
  input: { readonly [name: string]: string | undefined },
  lastDay: Day,
  report?: ReportName,
  pages: readonly string[] = [],
): ParseResult<ReportQuery> {
  const { from = undefined, to = undefined, slice: sliceText = ALL } = input;
  if (to !== undefined && !isDay(to)) return refuse('to', 'must be a date such as 2026-11-23');
  if (from !== undefined && !isDay(from)) return refuse('from', 'must be a date such as 2026-11-23');
  const last = to === undefined || to > lastDay ? lastDay : to;
  const first = from ?? addDays(last, 1 - DEFAULT_DAYS);
  if (first > last) return refuse('from', 'must not be after to, nor after the last day there is');
  const slice = parseSlice(sliceText);
  if (slice === null) {
    return refuse(
      'slice',
      'must be * or one slice such as device:phone; combinations are not stored, by design',
    );
  }
  const refusal = slice === ALL || report === undefined ? null : sliceRule(report, slice.kind);
  if (refusal !== null) return refuse('slice', refusal);
  const level = oneOf(input.level, LEVELS, 'category');
  if (level === undefined) return refuse('level', `must be ${LEVELS.join(' or ')}`);
  const { dimension } = input;
  const dimensions = dimensionsOf(report);
  if (dimension !== undefined && !dimensions.includes(dimension)) {
    return refuse('dimension', `must be one of ${dimensions.join(', ')}`);
  }
  if (slice !== ALL && BY_SLICE.includes(dimension)) {
    return refuse(
      'dimension',
      `must be another in a slice: ${dimension} is a slice itself, and combinations are not stored, by design`,
    );
  }
  const checked = pagesOf(pages, report);
  if (!checked.ok) return checked;
  const format = oneOf(input.format, ['json', 'csv'] as const, 'json');
  if (format === undefined) return refuse('format', 'must be json or csv');
  return {
    ok: true,
    value: {
      from: first,
      to: last,
      slice: slice === ALL ? ALL : sliceName(slice.kind, slice.value),
      level,
      deviceDimension: DEVICE_DIMENSIONS.find((known) => known === dimension) ?? 'model',
      sourceDimension: SOURCE_DIMENSIONS.find((known) => known === dimension) ?? 'site',
      consentDimension: CONSENT_DIMENSIONS.find((known) => known === dimension) ?? 'day',
      pages: checked.value,
      format,
    },
  };
}
