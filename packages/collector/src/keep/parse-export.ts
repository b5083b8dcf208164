/**
 * A line of an export, as something that anybody may have written, to what it says. Errors name a field and a rule, never a
 * value. Does not check what lines say of each other (check-export).
 */
import {
  type Day,
  type Dimension,
  dayNumber,
  FACT_NAMES,
  type FactName,
  factOf,
  type Issue,
  isDay,
  isPrintable,
  MAX_TERM_LENGTH,
  OTHER,
  type ParseResult,
  type PublicKey,
  parseSlice,
  type SignedStatement,
  TERM_KINDS,
  type Wording,
} from '@holloway/protocol';
import * as v from 'valibot';
import { LOWEST_K } from '../site/settings.ts';
import { type Header, type Line, READ_VERSIONS } from './export-format.ts';
import { parseWork } from './parse-work.ts';

const DAY = v.custom<Day>(isDay, 'must be a date such as 2026-11-23');
const TEXT = v.string('must be text');
const HEADER = v.object(
  {
    holloway: v.literal('site', 'must be site: this is no export of one'),
    v: v.picklist(
      READ_VERSIONS,
      `must be ${READ_VERSIONS.join(' or ')}: it is of a version that this program does not know`,
    ),
    /** Checked as settings are, later. */
    site: v.looseObject({ id: TEXT }, 'must be the settings of a site'),
    policy: v.nullable(v.record(v.string(), v.unknown(), 'must be a policy, or null')),
    sealedThrough: v.nullable(DAY),
    keptFrom: v.nullable(DAY),
    monthsThrough: v.nullable(DAY),
  },
  'must be there: this is no export of a site',
);

const END = v.object({
  lines: v.pipe(v.number(), v.integer()),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const refuse = (field: string, rule: string): { ok: false; issue: Issue } => ({
  ok: false,
  issue: { field, rule },
});

const COUNT = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const CELL = v.tuple([
  v.picklist(FACT_NAMES),
  v.pipe(
    v.string(),
    v.check((text) => parseSlice(text) !== null),
  ),
  DAY,
  v.array(v.union([v.string(), v.number()])),
  COUNT,
  COUNT,
  COUNT,
  COUNT,
]);
const CELL_FIELDS = ['fact', 'slice', 'day', 'dimensions', 'n', 'people', 'reach', 'total'];

function fits(dimension: Dimension, value: string | number): boolean {
  // One less than the least stands for what has no name.
  if (dimension.kind === 'count')
    return Number.isInteger(value) && Number(value) >= dimension.min - 1 && Number(value) <= dimension.max;
  if (typeof value !== 'string') return false;
  if (value === OTHER) return true;
  if (dimension.kind === 'enum') return dimension.values.includes(value);
  return isTerm(value);
}

/** Whether no dimension has a name: such a cell is no row, whoever counted it. */
const isNameless = (fact: FactName, dimensions: readonly (string | number)[]): boolean =>
  dimensions.length > 0 &&
  factOf(fact).dimensions.every((dimension, i) =>
    dimension.kind === 'count' ? dimensions[i] === dimension.min - 1 : dimensions[i] === OTHER,
  );

/** @param isTest Rows of test sites stand on single browsers. */
function parseCell(input: unknown, isTest: boolean): ParseResult<Line> {
  const parsed = v.safeParse(CELL, input, { abortEarly: true });
  if (!parsed.success) {
    const [{ path }] = parsed.issues;
    const field = CELL_FIELDS[Number(path?.[0]?.key)];
    return refuse(`cell${field === undefined ? '' : `.${field}`}`, 'must be as docs/export-format.md has it');
  }
  const [fact, slice, day, dimensions, n, people, reach, total] = parsed.output;
  const declared = factOf(fact).dimensions;
  if (dimensions.length !== declared.length || !declared.every((each, i) => fits(each, dimensions[i] ?? '')))
    return refuse('cell.dimensions', 'must be those of its fact');
  if (isNameless(fact, dimensions)) return refuse('cell.dimensions', 'must name something');
  if (!isTest && factOf(fact).describes === undefined && reach < LOWEST_K)
    return refuse('cell.reach', `must be at least ${LOWEST_K}: no collector makes a row of fewer browsers`);
  return {
    ok: true,
    value: { kind: 'cell', cell: { fact, slice, day, dimensions, measures: { n, people, reach, total } } },
  };
}

const SIGNED = v.looseObject({
  id: TEXT,
  hash: TEXT,
  signature: TEXT,
  statement: v.looseObject({ site: TEXT, wordings: v.record(v.string(), v.string()) }),
});
const isTerm = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= MAX_TERM_LENGTH && isPrintable(value);
const TERM = v.custom<string>(isTerm);
const ENTRY = v.strictObject({
  kind: v.picklist(TERM_KINDS),
  text: v.pipe(TERM, v.notValue(OTHER)),
  label: v.exactOptional(TERM),
  category: v.exactOptional(TERM),
});
const OBJECT = v.record(v.string(), v.unknown());

export function parseHeader(text: string): ParseResult<Header> {
  const parsed = v.safeParse(HEADER, jsonOf(text), { abortEarly: true });
  if (parsed.success) return daysInOrder(parsed.output);
  const [{ path, message }] = parsed.issues;
  return refuse(path?.[0] === undefined ? 'header' : String(path[0].key), message);
}

/** A site is not kept otherwise than up to where it is sealed. */
function daysInOrder(header: Header): ParseResult<Header> {
  const { sealedThrough, keptFrom, monthsThrough } = header;
  if (sealedThrough === null && (keptFrom !== null || monthsThrough !== null))
    return refuse('sealedThrough', 'must be a day where anything is kept');
  if (monthsThrough !== null && sealedThrough !== null && monthsThrough > sealedThrough)
    return refuse('monthsThrough', 'must not be after sealedThrough');
  if (keptFrom !== null && sealedThrough !== null && dayNumber(keptFrom) > dayNumber(sealedThrough) + 1)
    return refuse('keptFrom', 'must not be after the day that follows sealedThrough');
  return { ok: true, value: header };
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON: refused by whoever asked
  }
};

/**
 * A line after the first. What of it was signed or hashed is checked by that (import-site).
 * @param site Of the header.
 */
export function parseLine(text: string, site: Header['site']): ParseResult<Line> {
  const line = jsonOf(text);
  if (!v.is(OBJECT, line)) return refuse('line', 'must be a JSON object');
  if ('cell' in line) return parseCell(line.cell, site.kind === 'test');
  if ('entry' in line) {
    if (!v.is(ENTRY, line.entry))
      return refuse('entry', 'must be a kind and a text, with a label and a category');
    return { ok: true, value: { kind: 'entry', entry: line.entry } };
  }
  if ('statement' in line) {
    if (!v.is(SIGNED, line.statement)) return refuse('statement', 'must be a signed statement');
    // What else it says is signed, and verified as it was signed.
    return {
      ok: true,
      value: { kind: 'statement', statement: line.statement as unknown as SignedStatement },
    };
  }
  if ('wording' in line && v.is(OBJECT, line.wording))
    return { ok: true, value: { kind: 'wording', wording: line.wording as unknown as Wording } };
  if ('key' in line && v.is(OBJECT, line.key))
    return { ok: true, value: { kind: 'key', key: line.key as unknown as PublicKey } };
  const work = parseWork(line, site.id);
  if (work !== null) return work;
  if ('end' in line && v.is(END, line.end)) return { ok: true, value: { kind: 'end', end: line.end } };
  return refuse('line', 'must be a key, wording, statement, entry, view, annotation, action, cell or end');
}
