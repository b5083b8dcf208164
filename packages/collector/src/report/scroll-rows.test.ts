import { describe, expect, it } from 'vitest';
import { none, told } from '../../test/shown.ts';
import { scrollRows } from './scroll-rows.ts';

describe('the rows of scrolling', () => {
  it('add up what came further, down to the furthest tenth that is known', () => {
    expect(scrollRows(told([['/a', 4], 10], [['/a', 2], 30], [['/a', 1], 5]))).toEqual([
      { page: '/a', tenth: 1, n: 5, reached: 45 },
      { page: '/a', tenth: 2, n: 30, reached: 40 },
      { page: '/a', tenth: 3, n: null, reached: 10 },
      { page: '/a', tenth: 4, n: 10, reached: 10 },
    ]);
  });

  it('stand by page, and count each by itself', () => {
    expect(scrollRows(told([['/b', 1], 12], [['/a', 1], 20]))).toEqual([
      { page: '/a', tenth: 1, n: 20, reached: 20 },
      { page: '/b', tenth: 1, n: 12, reached: 12 },
    ]);
  });

  it('of nothing are none', () => {
    expect(scrollRows(none)).toEqual([]);
  });
});
