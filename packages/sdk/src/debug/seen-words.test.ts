import { describe, expect, it } from 'vitest';
import type { Seen } from '../record/memory.ts';
import { pageParts, seenWords } from './seen-words.ts';

const place = { page: '/c/kettles', viewport: 's' } as const;

describe('what was seen', () => {
  it.each<[words: string, seen: Seen]>([
    [
      'page /c/kettles, type category, category kettles',
      {
        kind: 'pageview',
        page: { path: '/c/kettles', type: 'category', category: 'kettles' },
        provenance: { source: 'direct' },
        isReload: false,
      },
    ],
    [
      'page / loaded again, type home',
      {
        kind: 'pageview',
        page: { path: '/', type: 'home', category: null },
        provenance: { source: 'direct' },
        isReload: true,
      },
    ],
    ['pause on / after 12.3 s of attention', { kind: 'pause', path: '/', engagedMs: 12_345 }],
    ['/c/kettles seen down to tenth 4 of 10', { kind: 'scroll', path: '/c/kettles', tenth: 4 }],
    ['settled on /p/ink', { kind: 'settled', path: '/p/ink' }],
    [
      'slot grid/3 KE-101 exposed',
      { kind: 'slot', measure: 'exposed', slot: 'grid/3', item: 'KE-101', ...place },
    ],
    ['zone grid exposed', { kind: 'zone', measure: 'exposed', zone: 'grid', isFirst: true, ...place }],
    ['zone grid clicked again', { kind: 'zone', measure: 'clicked', zone: 'grid', isFirst: false, ...place }],
    [
      'element nav:/c/kettles clicked, cell 17',
      {
        kind: 'element',
        measure: 'clicked',
        element: 'nav:/c/kettles',
        isFirst: true,
        cell: 17,
        ...place,
      },
    ],
    [
      'element grid/3 exposed, 200 × 300 at 10, 900',
      {
        kind: 'element',
        measure: 'exposed',
        element: 'grid/3',
        isFirst: true,
        box: { x: 10, y: 900, width: 200, height: 300 },
        ...place,
      },
    ],
    ['search “kettle”', { kind: 'search', search: { term: 'kettle', isEmpty: null } }],
    ['search “ketle”, no results', { kind: 'search', search: { term: 'ketle', isEmpty: true } }],
    [
      'cart KE-101 4990 (EUR, minor units)',
      {
        kind: 'commerce',
        stage: 'cart',
        currency: 'EUR',
        items: [{ item: 'KE-101', value: 4990 }],
        value: 4990,
        isHome: true,
      },
    ],
    [
      'order KE-101 4990, TO-7 100, all 5590 (no currency, minor units)',
      {
        kind: 'commerce',
        stage: 'order',
        currency: null,
        items: [
          { item: 'KE-101', value: 4990 },
          { item: 'TO-7', value: 100 },
        ],
        value: 5590,
        isHome: false,
        order: 'T-1',
      },
    ],
    ['fault of layout', { kind: 'fault', reason: 'layout' }],
    [
      'choice accepted at the banner',
      { kind: 'choice', statement: 'c9f1d2a4', surface: 'banner', choice: 'accepted' },
    ],
    ['preference colour sage', { kind: 'preference', key: 'colour', value: 'sage' }],
  ])('is said as: %s', (words, seen) => {
    expect(seenWords(seen)).toBe(words);
  });
});

describe('a page', () => {
  it('is described by what applies to it alone', () => {
    expect(
      pageParts({
        path: '/search',
        type: 'search',
        category: null,
        search: { term: 'kettle', isEmpty: false },
      }),
    ).toEqual([
      ['type', 'search'],
      ['search', '“kettle”, with results'],
    ]);
    expect(pageParts({ path: '/p/ink', type: 'product', category: 'kettles', item: 'KE-101' })).toEqual([
      ['type', 'product'],
      ['category', 'kettles'],
      ['item', 'KE-101'],
    ]);
  });
});
