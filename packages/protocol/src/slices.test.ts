import { describe, expect, it } from 'vitest';
import { ALL, isSliceValue, parseSlice, SLICE_KINDS, type SliceKind, sliceName } from './slices.ts';

const VALID: readonly (readonly [SliceKind, string])[] = [
  ['viewport', 's'],
  ['source', 'search'],
  ['visitor', 'returning'],
  ['device', 'phone'],
  ['country', 'IT'],
  ['country', 'ZZ'],
  ['country', '.com'],
  ['browser', 'Samsung Internet'],
  ['os', 'iPadOS'],
];

describe('the value of a slice', () => {
  it.each(VALID)('of kind %s may be %s', (kind, value) => {
    expect(isSliceValue(kind, value)).toBe(true);
  });

  it.each([
    ['viewport', 'xl'],
    ['viewport', 'S'],
    ['source', 'newsletter of anna'],
    ['visitor', ''],
    ['device', 'SM-S918B'],
    ['country', 'it'],
    ['country', 'ITA'],
    ['country', '.c'],
    ['country', '.museums'],
    ['country', 'example.com'],
    ['browser', 'Chrome 142.0.1'],
    ['browser', 'toString'],
    ['os', 'Windows 11'],
  ] as const)('of kind %s may not be %j', (kind, value) => {
    expect(isSliceValue(kind, value)).toBe(false);
  });

  it.each([undefined, null, 1, ['s'], { s: 1 }])('may not be %j, which is no text', (value) => {
    for (const kind of SLICE_KINDS) expect(isSliceValue(kind, value)).toBe(false);
  });
});

describe('the name of a slice', () => {
  it.each(VALID)('of %s and %s is read back', (kind, value) => {
    expect(parseSlice(sliceName(kind, value))).toEqual({ kind, value });
  });

  it('is * for everyone', () => {
    expect(parseSlice('*')).toBe(ALL);
  });

  it.each([
    '',
    ':',
    '**',
    'device',
    'devicex',
    'device:',
    ':phone',
    'device:phone,country:IT',
    'device:phone ',
    'Device:phone',
    '__proto__:phone',
    'constructor:name',
    'path:/kettles',
    'arm:hero=b',
  ])('is not %j', (text) => {
    expect(parseSlice(text)).toBeNull();
  });
});
