import { describe, expect, it } from 'vitest';
import { categoryNode, isPrintable } from './terms.ts';

describe('the node of a page in category flows', () => {
  it('is its category', () => {
    expect(categoryNode('kettles/gooseneck', 'product')).toBe('kettles/gooseneck');
  });

  it('is its type in parentheses where it has none', () => {
    expect(categoryNode(null, 'cart')).toBe('(cart)');
  });
});

describe('a printable text', () => {
  it.each(['/kettles', 'küche', 'ケトル', 'чайник', '👍🏽', 'نِظَام', 'a b'])('is %s', (text) => {
    expect(isPrintable(text)).toBe(true);
  });

  it.each(['\0', 'a\nb', '\x7f', '\x85', '\u2028', '\ud800', 'a\udc00', '\u202eabc', '\u2066'])(
    'is not %j',
    (text) => {
      expect(isPrintable(text)).toBe(false);
    },
  );
});
