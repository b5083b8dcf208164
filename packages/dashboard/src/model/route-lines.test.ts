import { describe, expect, it } from 'vitest';
import { readRouteLines, writeRouteLines } from './route-lines.ts';

const ROUTES = [
  { pattern: '/', type: 'home' },
  { pattern: '/c/:top/*', type: 'category', category: ':top/*' },
  { pattern: '/about' },
];

describe('route templates', () => {
  it('are written one a line, and read again', () => {
    expect(writeRouteLines(ROUTES)).toBe('/ = home\n/c/:top/* = category :top/*\n/about');
    expect(readRouteLines(writeRouteLines(ROUTES))).toEqual(ROUTES);
  });

  it('may stand with empty lines, spaces, and a category of several words', () => {
    expect(readRouteLines('\n  /sale =  category on sale \r\n\n')).toEqual([
      { pattern: '/sale', type: 'category', category: 'on sale' },
    ]);
  });

  it('are none where nothing is written', () => {
    expect(readRouteLines(' \n')).toEqual([]);
  });
});
