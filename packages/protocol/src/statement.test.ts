import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, withPayload } from './statement.ts';

describe('canonical JSON', () => {
  it('sorts the keys at every depth and leaves lists as they are', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }, 'x'], a: { z: true, y: 'é' } })).toBe(
      '{"a":{"y":"é","z":true},"b":[{"c":null,"d":1},"x"]}',
    );
  });

  it('is the same in whatever order the keys were written, and reads back as what it was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const backwards = Object.fromEntries(Object.entries(object).reverse());
        const text = canonicalJson(object);
        expect(canonicalJson(backwards)).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('tells values apart that differ', () => {
    expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });
});

it('a detached signature takes its payload back', () => {
  expect(withPayload('head..signature', 'payload')).toBe('head.payload.signature');
});
