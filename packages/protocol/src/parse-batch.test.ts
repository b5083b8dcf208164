import { describe, expect, it } from 'vitest';
import { batch } from '../test/batches.ts';
import type { Increment } from './batch.ts';
import { isSiteId, parseBatch, parseHistoricalBatch } from './parse-batch.ts';

/** Stands in for whatever a stranger might send; it must never come back. */
const CANARY = 'canary-anna';

const view: Increment = ['page.view', ['/kettles'], 1, 2];
const increments = (...list: unknown[]) => ({ ...batch(), increments: list });
const SITE_RULE = 'must be 1 to 63 lower-case letters, digits or hyphens';
const TERM_RULE = 'must be a text of 1 to 200 printable characters';
const MODEL_RULE = 'must be a text of 1 to 64 printable characters, or absent';
const NONCE_RULE = 'must be 64 random bits in base64url, 11 characters';
const INCREMENT_RULE = 'must be an array of fact, dimensions, n and, where they apply, first and total';
const SLICES_RULE = 'may have viewport, source, visitor only';
const FIELDS_RULE =
  'may have the fields v, site, day, batch, statement, basis, slices, model, increments only';

describe('a batch is refused, with the field and the rule and never the value,', () => {
  it.each<[why: string, input: unknown, field: string, rule: string]>([
    ['that is a text', CANARY, '', 'must be a JSON object'],
    ['that is a list', [CANARY], '', 'must be a JSON object'],
    ['that is null', null, '', 'must be a JSON object'],
    ['with a field of its own', { ...batch(), [CANARY]: 1 }, '', FIELDS_RULE],
    ['with a prototype', JSON.parse(`{"__proto__":{"v":1},"v":1}`), '', FIELDS_RULE],

    ['of another version', { ...batch(), v: 2 }, 'v', 'must be 1'],
    ['with the version as text', { ...batch(), v: '1' }, 'v', 'must be 1'],
    ['without a site', { ...batch(), site: undefined }, 'site', SITE_RULE],
    ['with a site in capitals', { ...batch(), site: 'Canary-Anna' }, 'site', SITE_RULE],
    ['with a path for a site', { ...batch(), site: `../${CANARY}` }, 'site', SITE_RULE],
    ['with a site too long', { ...batch(), site: 'a'.repeat(64) }, 'site', SITE_RULE],
    [
      'of a day that does not exist',
      { ...batch(), day: '2026-02-30' },
      'day',
      'must be a date such as 2026-11-23',
    ],
    ['with a time', { ...batch(), day: '2026-11-23T10:00' }, 'day', 'must be a date such as 2026-11-23'],
    ['with a short nonce', { ...batch(), batch: 'abc' }, 'batch', NONCE_RULE],
    ['with a nonce in base64', { ...batch(), batch: 'pXx0Yw4m+9s' }, 'batch', NONCE_RULE],
    ['with a number for a nonce', { ...batch(), batch: 12345678901 }, 'batch', NONCE_RULE],
    [
      'with a statement of words',
      { ...batch(), statement: CANARY },
      'statement',
      'must be 8 hexadecimal digits',
    ],
    ['on no basis', { ...batch(), basis: CANARY }, 'basis', 'must be chosen or default'],

    ['without slices', { ...batch(), slices: null }, 'slices', 'must be an object'],
    ['with a list of slices', { ...batch(), slices: ['s'] }, 'slices', 'must be an object'],
    ['with a slice of its own', { ...batch(), slices: { [CANARY]: 'x' } }, 'slices', SLICES_RULE],
    [
      'with a slice that only a collector adds',
      { ...batch(), slices: { country: 'IT' } },
      'slices',
      SLICES_RULE,
    ],
    [
      'with a slice value of its own',
      { ...batch(), slices: { source: CANARY } },
      'slices.source',
      'must be a value of this slice',
    ],
    ['with an empty model', { ...batch(), model: '' }, 'model', MODEL_RULE],
    ['with a model too long', { ...batch(), model: CANARY.repeat(6) }, 'model', MODEL_RULE],
    ['with a control character in the model', { ...batch(), model: `${CANARY}\n` }, 'model', MODEL_RULE],

    [
      'without increments',
      { ...batch(), increments: undefined },
      'increments',
      'must be an array of 1 to 200',
    ],
    ['with an empty list of increments', increments(), 'increments', 'must be an array of 1 to 200'],
    [
      'with 201 increments',
      increments(...Array.from({ length: 201 }, () => view)),
      'increments',
      'must be an array of 1 to 200',
    ],
    ['with an object for an increment', increments(view, { fact: CANARY }), 'increments[1]', INCREMENT_RULE],
    ['with an increment too short', increments(['page.view', ['/']]), 'increments[0]', INCREMENT_RULE],
    [
      'with an increment too long',
      increments(['page.view', ['/'], 1, 2, 0, CANARY]),
      'increments[0]',
      INCREMENT_RULE,
    ],
    [
      'with a fact of its own',
      increments([CANARY, ['/'], 1]),
      'increments[0][0]',
      'must be a fact of the catalogue',
    ],
    [
      'with an inherited name for a fact',
      increments(['constructor', [], 1]),
      'increments[0][0]',
      'must be a fact of the catalogue',
    ],
    [
      'with a dimension too many',
      increments(['page.view', ['/', CANARY], 1]),
      'increments[0][1]',
      'must be an array of 1 dimensions',
    ],
    [
      'with a dimension too few',
      increments(['flow.page', ['/'], 1]),
      'increments[0][1]',
      'must be an array of 2 dimensions',
    ],
    [
      'with text for dimensions',
      increments(['page.view', CANARY, 1]),
      'increments[0][1]',
      'must be an array of 1 dimensions',
    ],
    ['with an empty term', increments(['page.view', [''], 1]), 'increments[0][1][0]', TERM_RULE],
    ['with a number for a term', increments(['page.view', [7], 1]), 'increments[0][1][0]', TERM_RULE],
    [
      'with a term too long',
      increments(['flow.page', ['/', CANARY.repeat(20)], 1]),
      'increments[0][1][1]',
      TERM_RULE,
    ],
    [
      'with a control character in a term',
      increments(['page.view', [`${CANARY}\0`], 1]),
      'increments[0][1][0]',
      TERM_RULE,
    ],
    [
      'with half a character in a term',
      increments(['page.view', [`${CANARY}\ud800`], 1]),
      'increments[0][1][0]',
      TERM_RULE,
    ],
    [
      'with a choice that is not offered',
      increments(['device.viewport', [CANARY], 1]),
      'increments[0][1][0]',
      'must be one of s, m, l, (other)',
    ],
    [
      'with a count below its range',
      increments(['visit.depth', [0], 1]),
      'increments[0][1][0]',
      'must be an integer from 1 to 50',
    ],
    [
      'with a count above its range',
      increments(['visit.hour', [168], 1]),
      'increments[0][1][0]',
      'must be an integer from 0 to 167',
    ],
    [
      'with a fraction for a count',
      increments(['visit.hour', [1.5], 1]),
      'increments[0][1][0]',
      'must be an integer from 0 to 167',
    ],
    [
      'with text for a count',
      increments(['visit.hour', ['17'], 1]),
      'increments[0][1][0]',
      'must be an integer from 0 to 167',
    ],

    [
      'of a cell that came before, for it would count one browser as two',
      increments(['page.view', ['/'], 1, 2], ['visit', [], 1, 2], ['page.view', ['/'], 1, 2]),
      'increments[2]',
      'must be of another cell than those before it',
    ],
    [
      'that takes away',
      increments(['page.view', ['/'], -1]),
      'increments[0][2]',
      'must be an integer from 0 to 20',
    ],
    [
      'with n above 20',
      increments(['page.view', ['/'], 21]),
      'increments[0][2]',
      'must be an integer from 0 to 20',
    ],
    [
      'with a fraction for n',
      increments(['page.view', ['/'], 0.5]),
      'increments[0][2]',
      'must be an integer from 0 to 20',
    ],
    [
      'with text for n',
      increments(['page.view', ['/'], '1']),
      'increments[0][2]',
      'must be an integer from 0 to 20',
    ],
    [
      'with n of 0 and no total',
      increments(['page.view', ['/'], 0]),
      'increments[0][2]',
      'must be at least 1 where there is no total',
    ],
    [
      'with n of 0 and a total of 0',
      increments(['commerce.added', ['kt-1', 'EUR'], 0, 0, 0]),
      'increments[0][2]',
      'must be at least 1 where there is no total',
    ],
    ['with first above 2', increments(['page.view', ['/'], 1, 3]), 'increments[0][3]', 'must be 0, 1 or 2'],
    [
      'with null for first',
      increments(['page.view', ['/'], 1, null]),
      'increments[0][3]',
      'must be 0, 1 or 2',
    ],
    [
      'with first for a fact without people',
      increments(['visit.hour', [17], 1, 1]),
      'increments[0][3]',
      'must be 0 or absent: this fact counts no people',
    ],
    [
      'with first where n is 0',
      increments(['commerce.added', ['kt-1', 'EUR'], 0, 1, 900]),
      'increments[0][3]',
      'must be 0 or absent where n is 0',
    ],
    [
      'with a total below 0',
      increments(['commerce.added', ['kt-1', 'EUR'], 1, 1, -1]),
      'increments[0][4]',
      'must be an integer from 0 to 10000000000',
    ],
    [
      'with a total too large',
      increments(['commerce.added', ['kt-1', 'EUR'], 1, 1, 10_000_000_001]),
      'increments[0][4]',
      'must be an integer from 0 to 10000000000',
    ],
    [
      'with a fraction for a total',
      increments(['commerce.added', ['kt-1', 'EUR'], 1, 1, 9.99]),
      'increments[0][4]',
      'must be an integer from 0 to 10000000000',
    ],
    [
      'with a total for a fact without',
      increments(['page.view', ['/'], 1, 1, 7]),
      'increments[0][4]',
      'must be 0 or absent: this fact has no total',
    ],
  ])('%s', (_why, input, field, rule) => {
    const result = parseBatch(input);
    expect(result).toEqual({ ok: false, issue: { field, rule } });
    expect(JSON.stringify(result)).not.toMatch(/canary/i);
  });
});

describe('a batch is taken', () => {
  it.each([
    ['without a model', batch()],
    ['without slices of its own', batch({ slices: {} })],
    [
      'with 200 increments',
      batch({ increments: Array.from({ length: 200 }, (_, i) => ['page.view', [`/${i}`], 1, 2]) }),
    ],
    ['with a term of 200 characters', batch({ increments: [['page.view', ['a'.repeat(200)], 1]] })],
    ['with (other) for what is not known', batch({ increments: [['device.viewport', ['(other)'], 1, 2]] })],
    [
      'with n of 0 where there is a total',
      batch({ increments: [['commerce.added', ['kt-1', 'EUR'], 0, 0, 900]] }),
    ],
    [
      'with the largest numbers',
      batch({ increments: [['commerce.added', ['kt-1', 'EUR'], 20, 2, 10_000_000_000]] }),
    ],
  ])('%s', (_what, given) => {
    expect(parseBatch(given)).toEqual({ ok: true, value: given });
  });
});

describe('a historical batch', () => {
  const history = { ...batch(), slices: { country: '.com', device: 'phone', browser: 'Safari', os: 'iOS' } };

  it('may carry the slices that a collector adds', () => {
    expect(parseHistoricalBatch(history)).toEqual({ ok: true, value: history });
  });

  it('may not carry others', () => {
    expect(parseHistoricalBatch({ ...history, slices: { [CANARY]: 'x' } })).toEqual({
      ok: false,
      issue: {
        field: 'slices',
        rule: 'may have viewport, source, visitor, device, country, browser, os only',
      },
    });
  });
});

describe('the name of a site', () => {
  it.each(['a', 'store', 'eshop2008', '7-eleven', 'a'.repeat(63)])('may be %s', (id) => {
    expect(isSiteId(id)).toBe(true);
  });

  it.each(['', '-store', 'Store', 'a.b', 'a/b', 'a'.repeat(64), 7, null])('may not be %j', (id) => {
    expect(isSiteId(id)).toBe(false);
  });
});
