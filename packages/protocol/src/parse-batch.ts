/**
 * Untrusted JSON to a `Batch`, once, at the boundary. Issues name the field and the rule, never the value.
 */
import {
  type Batch,
  type HistoricalBatch,
  type Increment,
  MAX_INCREMENTS,
  MAX_N,
  MAX_TERM_LENGTH,
  MAX_TOTAL,
  WIRE_VERSION,
} from './batch.ts';
import { isDay } from './day.ts';
import { type Dimension, factOf, isFactName } from './facts.ts';
import { BROWSER_SLICE_KINDS, isSliceValue, SLICE_KINDS, type SliceKind } from './slices.ts';
import { isPrintable, OTHER } from './terms.ts';

export interface Issue {
  /** Where, such as `increments[3][2]`. */
  readonly field: string;
  /** What it must be. */
  readonly rule: string;
}

export type ParseResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issue: Issue };

const SITE = /^[a-z0-9][a-z0-9-]{0,62}$/;
const NONCE = /^[A-Za-z0-9_-]{11}$/;
const STATEMENT = /^[0-9a-f]{8}$/;
const FIELDS = ['v', 'site', 'day', 'batch', 'statement', 'basis', 'slices', 'model', 'increments'];

class Malformed extends Error {
  readonly issue: Issue;
  constructor(field: string, rule: string) {
    super(rule);
    this.issue = { field, rule };
  }
}

function demand(condition: boolean, field: string, rule: string): asserts condition {
  if (!condition) throw new Malformed(field, rule);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isInteger = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;

const isTerm = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_TERM_LENGTH && isPrintable(value);

function checkDimension(dimension: Dimension, value: unknown, field: string): void {
  switch (dimension.kind) {
    case 'term':
      demand(isTerm(value), field, `must be a text of 1 to ${MAX_TERM_LENGTH} printable characters`);
      break;
    case 'enum':
      demand(
        value === OTHER || dimension.values.includes(value as string),
        field,
        `must be one of ${dimension.values.join(', ')}, ${OTHER}`,
      );
      break;
    case 'count':
      demand(
        isInteger(value, dimension.min, dimension.max),
        field,
        `must be an integer from ${dimension.min} to ${dimension.max}`,
      );
  }
}

function checkIncrement(increment: unknown, field: string): void {
  demand(
    Array.isArray(increment) && increment.length >= 3 && increment.length <= 5,
    field,
    'must be an array of fact, dimensions, n and, where they apply, first and total',
  );
  const [name, dimensions, n, first, total] = increment as unknown[];
  demand(isFactName(name), `${field}[0]`, 'must be a fact of the catalogue');
  const fact = factOf(name);
  demand(
    Array.isArray(dimensions) && dimensions.length === fact.dimensions.length,
    `${field}[1]`,
    `must be an array of ${fact.dimensions.length} dimensions`,
  );
  fact.dimensions.forEach((dimension, i) => {
    checkDimension(dimension, dimensions[i], `${field}[1][${i}]`);
  });
  demand(isInteger(n, 0, MAX_N), `${field}[2]`, `must be an integer from 0 to ${MAX_N}`);
  demand(
    first === undefined || isInteger(first, 0, fact.people ? 2 : 0),
    `${field}[3]`,
    fact.people ? 'must be 0, 1 or 2' : 'must be 0 or absent: this fact counts no people',
  );
  demand(n > 0 || !first, `${field}[3]`, 'must be 0 or absent where n is 0');
  demand(
    total === undefined || isInteger(total, 0, fact.total === undefined ? 0 : MAX_TOTAL),
    `${field}[4]`,
    fact.total === undefined
      ? 'must be 0 or absent: this fact has no total'
      : `must be an integer from 0 to ${MAX_TOTAL}`,
  );
  demand(
    n > 0 || (total !== undefined && total > 0),
    `${field}[2]`,
    'must be at least 1 where there is no total',
  );
}

function checkSlices(slices: unknown, kinds: readonly SliceKind[]): void {
  demand(isObject(slices), 'slices', 'must be an object');
  for (const [kind, value] of Object.entries(slices)) {
    const known = kinds.find((candidate) => candidate === kind);
    demand(known !== undefined, 'slices', `may have ${kinds.join(', ')} only`);
    demand(isSliceValue(known, value), `slices.${known}`, 'must be a value of this slice');
  }
}

function check(input: unknown, kinds: readonly SliceKind[]): void {
  demand(isObject(input), '', 'must be a JSON object');
  demand(
    Object.keys(input).every((key) => FIELDS.includes(key)),
    '',
    `may have the fields ${FIELDS.join(', ')} only`,
  );
  demand(input.v === WIRE_VERSION, 'v', `must be ${WIRE_VERSION}`);
  demand(isSiteId(input.site), 'site', 'must be 1 to 63 lower-case letters, digits or hyphens');
  demand(isDay(input.day), 'day', 'must be a date such as 2026-11-23');
  demand(
    typeof input.batch === 'string' && NONCE.test(input.batch),
    'batch',
    'must be 64 random bits in base64url, 11 characters',
  );
  demand(
    typeof input.statement === 'string' && STATEMENT.test(input.statement),
    'statement',
    'must be 8 hexadecimal digits',
  );
  demand(input.basis === 'chosen' || input.basis === 'default', 'basis', 'must be chosen or default');
  checkSlices(input.slices, kinds);
  demand(
    input.model === undefined || (isTerm(input.model) && input.model.length <= 64),
    'model',
    'must be a text of 1 to 64 printable characters, or absent',
  );
  const increments = input.increments;
  demand(
    Array.isArray(increments) && increments.length >= 1 && increments.length <= MAX_INCREMENTS,
    'increments',
    `must be an array of 1 to ${MAX_INCREMENTS}`,
  );
  const cells = new Set<string>();
  increments.forEach((increment, i) => {
    checkIncrement(increment, `increments[${i}]`);
    const [fact, dimensions] = increment as Increment;
    // A cell that came twice would count one browser as two. No text of a dimension has a line break.
    cells.add(`${fact}\n${dimensions.join('\n')}`);
    demand(cells.size === i + 1, `increments[${i}]`, 'must be of another cell than those before it');
  });
}

function parse<T>(input: unknown, kinds: readonly SliceKind[]): ParseResult<T> {
  try {
    check(input, kinds);
    return { ok: true, value: input as T };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, issue: error.issue };
    throw error;
  }
}

export const isSiteId = (value: unknown): value is string => typeof value === 'string' && SITE.test(value);

export const parseBatch = (input: unknown): ParseResult<Batch> => parse(input, BROWSER_SLICE_KINDS);

/** A batch of an import, which may also carry country, device, browser and os. */
export const parseHistoricalBatch = (input: unknown): ParseResult<HistoricalBatch> =>
  parse(input, SLICE_KINDS);
