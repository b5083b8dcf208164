import { describe, expect, it } from 'vitest';
import { isTemplate, liveAddress } from './live-address.ts';

describe('the address of a live page', () => {
  it.each([
    ['/c/kettles', 'https://shop.example/c/kettles#holloway-overlay=x1'],
    ['/search?q=pot', 'https://shop.example/search?q=pot#holloway-overlay=x1'],
    ['/shop#/c/kettles', 'https://shop.example/shop#/c/kettles#holloway-overlay=x1'],
  ])('of %s has the code behind all else, where no server is told it', (path, address) => {
    expect(liveAddress('https://shop.example', path, 'x1')).toBe(address);
  });

  it.each(['', 'c/kettles', '//evil.example/', '/\\evil.example', '/c/:id', '/c/*'])(
    'is none for %o',
    (path) => {
      expect(liveAddress('https://shop.example', path, 'x1')).toBeNull();
    },
  );

  it('needs the path of one page where it is counted by a template', () => {
    expect([isTemplate('/p/:id/reviews'), isTemplate('/p/a:b')]).toEqual([true, false]);
  });
});
