import type { Route } from '@holloway/protocol';
import { routedPage } from '@holloway/sdk/describe';
import { describe, expect, it } from 'vitest';
import { checkRoutes } from './routes.ts';

const issuesOf = (...routes: readonly Route[]) => {
  const checked = checkRoutes(routes);
  return checked.ok ? [] : checked.issues.map(({ field, rule }) => `${field} ${rule}`);
};
const withPattern = (pattern: string) => issuesOf({ pattern, type: 'page' });

describe('the routes of a site', () => {
  it('are taken in their order', () => {
    const routes = [
      { pattern: '/', type: 'home' },
      { pattern: '/c/sale', type: 'category', category: 'sale' },
      { pattern: '/c/:top/*', type: 'category', category: ':top/*' },
      { pattern: '/:slug-p:number', type: 'product' },
      { pattern: '/blog/*', category: 'blog' },
      { pattern: '/kettle.html', type: 'page' },
    ];
    expect(checkRoutes(routes)).toEqual({ ok: true, value: routes });
  });

  it('may leave their last segment open, which makes two of one', () => {
    const checked = checkRoutes([{ pattern: '/c/:top/:page?', type: 'category', category: ':top' }]);
    expect(checked).toEqual({
      ok: true,
      value: [
        { pattern: '/c/:top', type: 'category', category: ':top' },
        { pattern: '/c/:top/:page', type: 'category', category: ':top' },
      ],
    });
    expect(checkRoutes([{ pattern: '/:page?', type: 'page' }])).toMatchObject({
      value: [{ pattern: '/' }, { pattern: '/:page' }],
    });
  });

  it.each([
    { pattern: 'c/:top', rule: /must begin with a slash/ },
    { pattern: 'https://shop.example/c', rule: /must begin with a slash/ },
    { pattern: '', rule: /must begin with a slash/ },
    { pattern: `/${'x'.repeat(200)}`, rule: /at most 200 characters/ },
    { pattern: '/c?page=:n', rule: /of a path alone/ },
    { pattern: '/c/:top?/x', rule: /of a path alone/ },
    { pattern: '/c#top', rule: /of a path alone/ },
    { pattern: '/c/(tea|coffee)', rule: /must not have any of/ },
    { pattern: '/c/[a-z]+', rule: /must not have any of/ },
    { pattern: '/c/\\d', rule: /must not have any of/ },
    { pattern: '/c/$', rule: /must not have any of/ },
    { pattern: '/c/*/x', rule: /one \* only, as its last segment/ },
    { pattern: '/c/**', rule: /one \* only, as its last segment/ },
    { pattern: '/c*', rule: /one \* only, as its last segment/ },
    { pattern: '/c/:', rule: /a name behind each colon/ },
    { pattern: '/c/:1', rule: /a name behind each colon/ },
    { pattern: '/c/:rest/*', rule: /what \* stands for/ },
    { pattern: '/c/:a/:a', rule: /a name twice/ },
    { pattern: '/:a/:b/:c/:d/:e/:f/:g/:h/:i', rule: /at most 8 placeholders/ },
    { pattern: '/:a:b', rule: /something between two placeholders/ },
    { pattern: '/c/', rule: /as paths are counted/ },
    { pattern: '/c//x', rule: /as paths are counted/ },
    { pattern: '/t%C3%A9', rule: /as paths are counted/ },
    { pattern: '/p/1234567', rule: /as paths are counted/ },
  ])('are refused where a pattern is $pattern', ({ pattern, rule }) => {
    expect(withPattern(pattern)).toEqual([expect.stringMatching(rule)]);
    expect(withPattern(pattern)[0]).toMatch(/^routes\[0\]\.pattern /);
  });

  it('are refused with all that is wrong with them', () => {
    expect(
      issuesOf(
        { pattern: '/a', type: 'canary' },
        { pattern: '/b' },
        { pattern: '/c/:top', category: ':sub' },
        { pattern: '/d', category: '*' },
        { pattern: '/e', category: '/tea/' },
        { pattern: '/f', category: '' },
      ),
    ).toEqual([
      'routes[0].type must be one of home, category, product, search, cart, checkout, order, page',
      'routes[1].type is needed, or a category',
      'routes[2].category must use placeholders of its pattern only',
      'routes[3].category must not have a * that its pattern has not',
      'routes[4].category must not begin or end with a slash',
      'routes[5].category must be 1 to 200 printable characters',
    ]);
  });

  it('are at most 200', () => {
    const routes = Array.from({ length: 201 }, (_, i) => ({ pattern: `/a${i}`, type: 'page' }));
    expect(issuesOf(...routes.slice(1))).toEqual([]);
    expect(issuesOf(...routes)).toEqual(['routes must be at most 200']);
  });
});

describe('a route that is never reached', () => {
  it.each([
    ['/c/:top', '/c/:any'],
    ['/c/:top', '/c/sale'],
    ['/c/*', '/c/:top'],
    ['/c/*', '/c/:top/*'],
    ['/*', '/about'],
    ['/:a', '/:slug-p:number'],
  ])('after %s is %s', (first, second) => {
    const [only, ...more] = issuesOf({ pattern: first, type: 'page' }, { pattern: second, type: 'page' });
    expect(only).toMatch(/^routes\[1\]\.pattern is never reached: .* fits routes\[0\]/);
    expect(more).toEqual([]);
  });

  it.each([
    ['/c/sale', '/c/:top'],
    ['/c/:top', '/c/*'],
    ['/c/:top', '/c/:top/:sub'],
    ['/c/:top/*', '/c/:top'],
    ['/:slug-p:number', '/:slug'],
    ['/c/:a-:b', '/c/:b.:a'],
    ['/a.b/:id', '/aXb/:id'],
  ])('after %s is not %s', (first, second) => {
    expect(issuesOf({ pattern: first, type: 'page' }, { pattern: second, type: 'page' })).toEqual([]);
  });

  it('is meant as browsers read it', () => {
    // The rule is not about how patterns look, but about what the code in browsers makes of them.
    expect(routedPage([{ pattern: '/c/:top', type: 'page' }], '/c/sale').type).toBe('page');
    expect(routedPage([{ pattern: '/c/:top', type: 'page' }], '/c/a/b').type).toBeUndefined();
    expect(routedPage([{ pattern: '/a.b/:id', type: 'page' }], '/a.b/1').type).toBe('page');
    expect(routedPage([{ pattern: '/a.b/:id', type: 'page' }], '/aXb/1').type).toBeUndefined();
  });
});
