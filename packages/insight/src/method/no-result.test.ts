import type { SearchRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { noResults } from './no-result.ts';

const asked = (term: string, n: number | null, empty: number | null): SearchRow => ({
  term,
  asked: n,
  empty,
  clicked: null,
  refined: null,
});
const became = (from: string, to: string, n: number) => ({ from, to, n, people: n });

const SEARCH = [asked('tea pot', 200, 190), asked('kettle', 900, null), asked('grinder', 60, 12)];
const CATEGORIES = new Map([
  ['kettles', 'Kettles'],
  ['kettles/gooseneck', 'Gooseneck kettles'],
  ['mills', 'Coffee grinders'],
  ['pans', 'Pans'],
]);

describe('a search without result', () => {
  it('is told with the words that it became, and the category that they name', () => {
    const found = noResults(
      SEARCH,
      [became('tea pot', 'kettle', 80), became('tea pot', 'pan', 20)],
      CATEGORIES,
    );
    expect(found).toMatchObject([
      { term: 'tea pot', asked: 200, empty: 190, meant: { term: 'kettle', n: 80 }, category: 'kettles' },
    ]);
  });

  it('is told without them where too few asked again', () => {
    expect(noResults(SEARCH, [], CATEGORIES)).toMatchObject([{ meant: null, category: null }]);
  });

  it('is not led to words that find nothing either, nor to what has no name', () => {
    const search = [...SEARCH, asked('teapot', 90, 88)];
    const found = noResults(
      search,
      [became('tea pot', 'teapot', 80), became('tea pot', '(other)', 60)],
      CATEGORIES,
    );
    expect(found.find(({ term }) => term === 'tea pot')?.meant).toBeNull();
  });

  it.each([
    { meant: 'gooseneck kettle', category: 'kettles/gooseneck' },
    { meant: 'coffee grinder', category: 'mills' },
    { meant: 'KETTLES', category: 'kettles' },
    { meant: 'kettle and pan', category: null },
    { meant: 'spoon', category: null },
    { meant: '日本', category: null },
  ])('is led by $meant to $category', ({ meant, category }) => {
    expect(noResults(SEARCH, [became('tea pot', meant, 80)], CATEGORIES)[0]?.category).toBe(category);
  });

  it('is none where most find something, or where it is not known', () => {
    const search = [
      asked('mug', 100, 30),
      asked('cup', null, 50),
      asked('(other)', 500, 500),
      asked('pan', 500, null),
    ];
    expect(noResults(search, [], CATEGORIES)).toEqual([]);
  });
});
