import { describe, expect, it } from 'vitest';
import { createDictionary, sliceId } from './dictionary.ts';

describe('a dictionary', () => {
  it('knows the terms it began with, both ways', () => {
    const dictionary = createDictionary(1, [{ site: 1, kind: 'page', id: 7, text: '/a' }]);
    expect(dictionary.idOf('page', '/a')).toBe(7);
    expect(dictionary.textOf('page', 7)).toBe('/a');
    expect(dictionary.size('page')).toBe(1);
  });

  it('does not know a text of another kind', () => {
    const dictionary = createDictionary(1, [{ site: 1, kind: 'page', id: 7, text: 'a' }]);
    expect(dictionary.idOf('product', 'a')).toBeUndefined();
    expect(dictionary.textOf('product', 7)).toBe('(other)');
  });

  it('gives new terms the ids after the highest', () => {
    const dictionary = createDictionary(3, [{ site: 3, kind: 'page', id: 7, text: '/a' }]);
    expect(dictionary.add('page', '/b')).toEqual({ site: 3, kind: 'page', id: 8, text: '/b' });
    expect(dictionary.add('product', 'x')).toEqual({ site: 3, kind: 'product', id: 1, text: 'x' });
    expect(dictionary.idOf('page', '/b')).toBe(8);
  });

  it('keeps 0 for (other) in every kind', () => {
    const dictionary = createDictionary(1, []);
    expect(dictionary.idOf('search', '(other)')).toBe(0);
    expect(dictionary.textOf('search', 0)).toBe('(other)');
    expect(dictionary.size('search')).toBe(0);
  });

  it.each(['__proto__', 'constructor', 'toString'])('holds %s as any other text', (text) => {
    const dictionary = createDictionary(1, []);
    expect(dictionary.idOf('page', text)).toBeUndefined();
    expect(dictionary.add('page', text).id).toBe(1);
    expect(dictionary.idOf('page', text)).toBe(1);
  });

  it('knows the whole as a slice, and others once they were counted in', () => {
    const dictionary = createDictionary(1, [{ site: 1, kind: 'slice', id: 4, text: 'device:phone' }]);
    expect(sliceId(dictionary, '*')).toBe(0);
    expect(sliceId(dictionary, 'device:phone')).toBe(4);
    expect(sliceId(dictionary, 'device:tv')).toBeUndefined();
  });
});
