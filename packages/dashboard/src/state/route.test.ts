import { describe, expect, it } from 'vitest';
import { optionOf, readRoute, writeRoute } from './route.ts';

describe('a route', () => {
  it.each([
    '#/',
    '#/store/overview',
    '#/account',
    '#/store/people',
    '#/people/overview',
    '#/store/paths?range=90d&slice=device%3Aphone&level=page&at=%2F&at=%2Fc%2Ftea',
    '#/my%2Fstore/layout?from=2026-11-01&to=2026-11-05&page=%2Fc%2Ftea',
  ])('is the same after it was read from %s and written', (hash) => {
    expect(writeRoute(readRoute(hash))).toBe(hash);
  });

  it('needs no site for a screen about the collector, and takes any other word alone for a site', () => {
    expect(readRoute('#/keys')).toMatchObject({ site: null, screen: 'keys' });
    expect(readRoute('#/pages')).toMatchObject({ site: 'pages' });
  });

  it('keeps every value of an option, in order', () => {
    expect(readRoute('#/store/paths?at=b&at=a').options).toEqual({ at: ['b', 'a'] });
  });

  it.each([
    { hash: '', screen: 'overview' },
    { hash: '#/store/nowhere', screen: 'overview' },
    { hash: '#/%E0%A4%A/pages', screen: 'pages' },
  ])('falls back to what can be read of "$hash"', ({ hash, screen }) => {
    expect(readRoute(hash).screen).toBe(screen);
  });

  it.each(['device:toaster', 'phone', 'device:phone,country:IT'])(
    'takes all visits for the slice %s',
    (slice) => {
      expect(readRoute(`#/store/overview?slice=${slice}`).slice).toBe('*');
    },
  );
});

it('takes the first allowed value for an option that is missing or unknown', () => {
  expect(optionOf({}, 'level', ['category', 'page'])).toBe('category');
  expect(optionOf({ level: ['aisle'] }, 'level', ['category', 'page'])).toBe('category');
  expect(optionOf({ level: ['page'] }, 'level', ['category', 'page'])).toBe('page');
});
