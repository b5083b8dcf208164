import { describe, expect, it } from 'vitest';
import { eraseKept, expiriesOf, matcherOf } from './erase-kept.ts';

describe('the pattern of a cookie', () => {
  it.each([
    { pattern: '_ga', name: '_ga', matches: true },
    { pattern: '_ga', name: '_ga_X1', matches: false },
    { pattern: '_ga', name: 'a_ga', matches: false },
    { pattern: '_ga*', name: '_ga', matches: true },
    { pattern: '_ga*', name: '_ga_X1', matches: true },
    { pattern: '_ga*', name: 'my_ga', matches: false },
    { pattern: 'a*z', name: 'a-1-z', matches: true },
    { pattern: 'a*z', name: 'a-1-y', matches: false },
    { pattern: 'a.b+c', name: 'a.b+c', matches: true },
    { pattern: 'a.b+c', name: 'aXbbc', matches: false },
    { pattern: '[id]', name: 'i', matches: false },
    { pattern: '*', name: 'cart', matches: true },
    { pattern: '*', name: 'holloway.choice', matches: false },
    { pattern: 'holloway.choice', name: 'holloway.choice', matches: false },
    { pattern: 'h*', name: 'holloway.visit', matches: false },
  ])('$pattern and $name: $matches', ({ pattern, name, matches }) => {
    expect(matcherOf(pattern)(name)).toBe(matches);
  });
});

describe('a cookie', () => {
  const plain = { hostname: 'localhost', pathname: '/', protocol: 'http:' };

  it('is erased by every path above the page, with a slash at the end and without', () => {
    const expiries = expiriesOf('a', { domain: 'x' }, { ...plain, pathname: '/c/kettles' });
    expect(expiries.filter((each) => !each.includes('domain'))).toEqual([
      'a=;max-age=0;path=/',
      'a=;max-age=0;path=',
      'a=;max-age=0;path=/c',
      'a=;max-age=0;path=/c/',
      'a=;max-age=0;path=/c/kettles',
      'a=;max-age=0;path=/c/kettles/',
    ]);
  });

  it('is erased for the host alone, and for each domain above it', () => {
    const expiries = expiriesOf('a', {}, { ...plain, hostname: 'www.shop.example.org' });
    expect(expiries.filter((each) => /path=\/(;|$)/.test(each))).toEqual([
      'a=;max-age=0;path=/',
      'a=;max-age=0;path=/;domain=www.shop.example.org',
      'a=;max-age=0;path=/;domain=shop.example.org',
      'a=;max-age=0;path=/;domain=example.org',
    ]);
  });

  it('is erased where it is declared to be, and not where it is not', () => {
    const expiries = expiriesOf(
      'a',
      { domain: '.example.org', path: '/account' },
      { ...plain, hostname: 'www.example.org' },
    );
    expect(expiries).toContain('a=;max-age=0;path=/account;domain=.example.org');
    expect(expiries.join()).not.toContain('www');
  });

  it('is erased from a secure page as one that is secure, and as one that is partitioned', () => {
    const secure = expiriesOf('a', {}, { ...plain, protocol: 'https:' });
    expect(secure.slice(0, 2)).toEqual([
      'a=;max-age=0;path=/;secure',
      'a=;max-age=0;path=/;secure;partitioned',
    ]);
    expect(expiriesOf('a', {}, plain).join()).not.toContain('secure');
  });
});

describe('what a service has kept', () => {
  const storageOf = (values: { [key: string]: unknown }) =>
    Object.defineProperty(values, 'removeItem', {
      value: (key: string) => delete values[key],
    }) as unknown as Storage;

  it('is erased where it can be, though the rest is blocked', () => {
    const sessionStorage = storageOf({ _px_1: '1', cart: '2', 'holloway.outbox': '3' });
    const blocked = {
      document: {
        get cookie(): string {
          throw new Error('SecurityError');
        },
      },
      location: { hostname: 'shop.example', pathname: '/', protocol: 'https:' },
      get localStorage(): Storage {
        throw new Error('SecurityError');
      },
      sessionStorage,
    } as unknown as Window;
    eraseKept(blocked, { cookies: [{ name: '_px*', days: 1 }] });
    expect(Object.keys(sessionStorage)).toEqual(['cart', 'holloway.outbox']);
  });
});
