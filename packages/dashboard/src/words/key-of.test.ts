import { expect, it } from 'vitest';
import { keyOf } from './key-of.ts';

it.each([
  // http://www.isthe.com/chongo/tech/comp/fnv/, 32 bits, of ASCII: 811c9dc5, e40c292c, bf9cf968
  { english: '', hash: 0x811c9dc5 },
  { english: 'a', hash: 0xe40c292c },
  { english: 'foobar', hash: 0xbf9cf968 },
])('is FNV-1a of “$english”', ({ english, hash }) => {
  expect(keyOf(english)).toBe(hash.toString(36));
});
