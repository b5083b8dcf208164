import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisePath } from './path.ts';

describe('a normalised path keeps what names a page', () => {
  it.each([
    ['/', '/'],
    ['', '/'],
    ['/kettles', '/kettles'],
    ['/kettles/', '/kettles'],
    ['//kettles///gooseneck', '/kettles/gooseneck'],
    ['kettles', '/kettles'],
    ['/p/stainless-steel-kettle-1-7-l', '/p/stainless-steel-kettle-1-7-l'],
    ['/p/Stainless-Steel-Kettle-1-7-L', '/p/Stainless-Steel-Kettle-1-7-L'],
    ['/p/espresso-ec685-m-15bar-1300w-2cup', '/p/espresso-ec685-m-15bar-1300w-2cup'],
    ['/p/12345', '/p/12345'],
    ['/collections/sale-2026-11-23', '/collections/sale-2026-11-23'],
    ['/index.html', '/index.html'],
    ['/100%-cotton', '/100%-cotton'],
    ['/küche/wasserkocher', '/küche/wasserkocher'],
    ['/k%C3%BCche', '/küche'],
    ['/%E3%82%B1%E3%83%88%E3%83%AB', '/ケトル'],
    ['/чайники/электрические', '/чайники/электрические'],
    ['/caf%E9', '/caf%E9'],
    ['/orders/:id', '/orders/:id'],
  ])('%s is %s', (path, normal) => {
    expect(normalisePath(path)).toBe(normal);
  });
});

describe('a normalised path drops what is no part of the page', () => {
  it.each([
    { what: 'a query', path: '/search?q=anna@example.com', normal: '/search' },
    { what: 'a fragment', path: '/kettles#anna', normal: '/kettles' },
    { what: 'path parameters', path: '/cart;jsessionid=8A1F', normal: '/cart' },
    { what: 'an encoded query', path: '/search%3Fq=anna', normal: '/search' },
    { what: 'a query encoded twice', path: '/search%253Fq=anna', normal: '/search' },
    { what: 'dot segments', path: '/a/./b/../c', normal: '/a/b/c' },
    { what: 'dots above the root', path: '/../../etc', normal: '/etc' },
    { what: 'encoded dot segments', path: '/a/%2e%2e/b', normal: '/a/b' },
    {
      what: 'segments after the twelfth',
      path: '/1/2/3/4/5/6/7/8/9/10/11/12/13',
      normal: '/1/2/3/4/5/6/7/8/9/10/11/12',
    },
    {
      what: 'segments after 200 characters',
      path: `/${'long-'.repeat(30)}/${'word-'.repeat(12)}`,
      normal: `/${'long-'.repeat(30)}`,
    },
  ])('$what', ({ path, normal }) => {
    expect(normalisePath(path)).toBe(normal);
  });

  it('takes an encoded slash for a slash', () => {
    expect(normalisePath('/kettles%2Fgooseneck')).toBe('/kettles/gooseneck');
  });
});

describe('a normalised path says :id instead of', () => {
  it.each([
    ['an e-mail address', 'anna@example.com'],
    ['an encoded e-mail address', 'anna%40example.com'],
    ['an e-mail address encoded twice', 'anna%2540example.com'],
    ['an e-mail address in broken encoding', '%E9anna%40example.com%'],
    ['an e-mail address in full-width letters', 'anna\uff20example.com'],
    ['a number of six digits', '123456'],
    ['a long number inside a word', 'order-20261123'],
    ['a long number in full-width digits', '\uff11\uff12\uff13\uff14\uff15\uff16'],
    ['a telephone number', '333-123-4567'],
    ['a telephone number with spaces', '+39%20333%20123%204567'],
    ['an IPv4 address', '192.0.2.17'],
    ['an IPv6 address', '2001:db8::17'],
    ['a UUID', '3f2b8c1e-9d4a-4b6f-8e21-0c5d7a9b1e3f'],
    ['a UUID with a prefix', 'cart_3F2B8C1E-9D4A-4B6F-8E21-0C5D7A9B1E3F'],
    ['a hash', 'da39a3ee5e6b'],
    ['a hexadecimal id with a prefix', 'order-4f3a9c2b1d8e'],
    ['a token of mixed cases', 'aZ3kQ9wLm2XpR7tB'],
    ['a token in base64url with hyphens', 'dGhpcyBpc-yB3aXRoIGh5-cGhlbnMx'],
    ['a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r'],
    ['a token of small letters and digits', 'x7f3k29dq8z1m4ba'],
    ['a token of letters alone', 'qwhzkfjtmxnvbplrsdgyceouiahwqzkf'],
    ['a control character', 'kettles%00'],
    ['a line break', 'kettles%0Agooseneck'],
    ['half a character', 'kettles\ud83d'],
    ['a text that turns direction', 'kettles\u202egnp'],
    ['a segment too long to be kept', 'word-'.repeat(40)],
  ])('%s', (_what, segment) => {
    expect(normalisePath(`/a/${segment}/b`)).toBe('/a/:id/b');
  });
});

describe('normalisation', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2F',
      '%252F',
      '%3F',
      '%25',
      '%',
      ':id',
      '%E9',
      '%C3%BC',
      '%40',
      ' ',
      'a-1',
    ),
    fc.stringMatching(/^[a-zA-Z0-9._~-]{0,40}$/),
  );
  const anyPath = fc
    .array(fc.tuple(fc.constantFrom('/', '', '?', '%2f'), piece), { maxLength: 16 })
    .map((pieces) => pieces.flat().join(''));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        const normal = normalisePath(path);
        expect(normalisePath(normal)).toBe(normal);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    { what: 'letters that are a number in hexadecimal', path: '/abcdefabcdef', normal: '/:id' },
    { what: 'letters that are a UUID', path: '/feedbeef-dead-beef-cafe-abcdefabcdef', normal: '/:id' },
    { what: 'numbers that make a telephone number', path: '/a-333-1234-56-b', normal: '/:id' },
    { what: 'numbers at the end that do', path: '/a-333-1234-56', normal: '/:id' },
    {
      what: 'more than 200 characters',
      path: `/${'word-'.repeat(20)}a/${'word-'.repeat(20)}a`,
      normal: `/${'word-'.repeat(20)}a`,
    },
  ])('is not taken in by $what', ({ path, normal }) => {
    expect(normalisePath(path)).toBe(normal);
  });

  it('of what is told at a glance is the same as of what is looked at closely', () => {
    const word = fc.stringMatching(/^(?:[a-z]{1,12}|[a-f]{12}|\d{1,5}|[\w-]{1,6})$/);
    const segment = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 6 }), fc.constantFrom('', '', '.html'))
      .map(([words, ending]) => words.join('-') + ending);
    const path = fc
      .array(segment, { minLength: 1, maxLength: 4 })
      .map((segments) => `/${segments.join('/')}`);
    fc.assert(
      // An empty segment changes nothing, but no such path is told at a glance.
      fc.property(path, (each) => {
        expect(normalisePath(each)).toBe(normalisePath(`/${each}`));
      }),
      { numRuns: 5000 },
    );
  });

  it('gives 1 to 200 characters that begin with a slash, with at most 12 segments and none of ? # ; @', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        const normal = normalisePath(path);
        expect(normal).toMatch(/^\/[^?#;@]{0,199}$/u);
        expect(normal.split('/').length - 1).toBeLessThanOrEqual(12);
      }),
      { numRuns: 2000 },
    );
  });
});
