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

  it('draws the ids of new terms, past those that are taken', () => {
    const drawn = [0.1, 0.1, 0.9];
    const terms = [{ site: 3, kind: 'page', id: 7, text: '/a' } as const];
    const dictionary = createDictionary(3, terms, () => drawn.shift() ?? 0);
    // Among 64 + 2: 0.1 is 7, which is taken, twice; 0.9 is 60.
    expect(dictionary.add('page', '/b')).toEqual({ site: 3, kind: 'page', id: 60, text: '/b' });
    expect(dictionary.add('product', 'x')).toEqual({ site: 3, kind: 'product', id: 1, text: 'x' });
    expect(dictionary.idOf('page', '/b')).toBe(60);
  });

  it('does not keep in its ids the order in which strings came', () => {
    const dictionary = createDictionary(1, []);
    const ids = Array.from({ length: 200 }, (_, i) => dictionary.add('page', `/${i}`).id);
    expect(new Set(ids).size).toBe(200);
    expect(ids).not.toEqual([...ids].sort((a, b) => a - b));
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
    const { id } = dictionary.add('page', text);
    expect(dictionary.idOf('page', text)).toBe(id);
  });

  it('knows the whole as a slice, and others once they were counted in', () => {
    const dictionary = createDictionary(1, [{ site: 1, kind: 'slice', id: 4, text: 'device:phone' }]);
    expect(sliceId(dictionary, '*')).toBe(0);
    expect(sliceId(dictionary, 'device:phone')).toBe(4);
    expect(sliceId(dictionary, 'device:tv')).toBeUndefined();
  });
});
