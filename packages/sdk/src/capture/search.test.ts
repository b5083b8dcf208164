// @vitest-environment happy-dom
import type { Route } from '@holloway/protocol';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setUrl } from '../../test/dom.ts';
import { readLinkedData } from './json-ld.ts';
import { describePage } from './page.ts';
import { hasNoneByNow, searchTerm } from './search.ts';

const ROUTES: Route[] = [
  { pattern: '/search', type: 'search' },
  { pattern: '/p/:name', type: 'product' },
];

const TEA = { term: 'tea', isEmpty: null };

function show(path: string, html: string, routes: readonly Route[] = []) {
  setUrl(`https://shop.example${path}`);
  document.body.innerHTML = html;
  return describePage(document, location.href, routes);
}

beforeEach(() => {
  document.body.removeAttribute('data-holloway-search');
});

describe('a search term', () => {
  it.each([
    { text: '  Milk   FROTHER ', term: 'milk frother' },
    { text: 'Wasserkocher für Tee', term: 'wasserkocher für tee' },
    { text: 'ke-101', term: 'ke-101' },
    { text: 'anna@home.example', term: undefined },
    { text: '+44 20 7946 0958', term: undefined },
    { text: 'order 100234567', term: undefined },
    { text: '', term: undefined },
    { text: null, term: undefined },
    { text: 'x '.repeat(60), term: undefined },
  ])('of $text is $term', ({ text, term }) => {
    expect(searchTerm(text)).toBe(term);
  });
});

describe('a search page', () => {
  it('is the one that the search form of the page leads to', () => {
    const form = '<form role="search" action="/find"><input name="phrase"></form>';
    expect(show('/find?phrase=Frother&sort=price', form)).toMatchObject({
      type: 'search',
      search: { term: 'frother', isEmpty: null },
    });
    expect(show('/c/kettles?phrase=Frother', form)).toMatchObject({ type: 'page', search: undefined });
    expect(show('/find', form)).toMatchObject({ type: 'page', search: undefined });
  });

  it('may have a form with a field called action, and one outside any form', () => {
    const html = `<input type="search" name="x"><form action="/find"><input name="action"><input type="search" name="s"></form>`;
    expect(show('/find?s=tea&x=no', html).search?.term).toBe('tea');
  });

  it('is told by its route and the usual names of an address', () => {
    expect(show('/search?lang=en&q=kettle', '', ROUTES).search?.term).toBe('kettle');
    expect(show('/p/swan?q=kettle', '', ROUTES).search).toBeUndefined();
  });

  it('is told by the store before anything else', () => {
    document.body.setAttribute('data-holloway-search', 'Tea pots');
    expect(show('/search?q=teapot', '', ROUTES).search?.term).toBe('tea pots');
  });

  it('is told by its JSON-LD', () => {
    const linked = '<script type="application/ld+json">{"@type":"SearchResultsPage"}</script>';
    expect(show('/s?q=tea', linked)).toMatchObject({ type: 'search', search: { term: 'tea' } });
  });

  it.each([
    { html: '<p data-holloway-results="0">Nothing</p>', isEmpty: true },
    { html: '<p data-holloway-results="12">12 of 48</p>', isEmpty: false },
    {
      html: '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[]}</script>',
      isEmpty: true,
    },
    { html: '<main></main>', isEmpty: null },
  ])('says by $html that it is empty: $isEmpty', ({ html, isEmpty }) => {
    expect(show('/search?q=tea', html, ROUTES).search?.isEmpty).toBe(isEmpty);
  });

  it.each([
    { html: '<main><a href="/p/swan">Swan</a></main>', routes: ROUTES, isEmpty: false },
    {
      html: '<a href="/p/swan">Swan</a><main><a href="/about">About</a></main>',
      routes: ROUTES,
      isEmpty: true,
    },
    { html: '<main></main>', routes: [], isEmpty: null },
    { html: '<a href="/p/swan">Swan</a>', routes: ROUTES, isEmpty: null },
    { html: '<div role="main"><a href="/about">About</a></div>', routes: ROUTES, isEmpty: true },
  ])(
    'is empty, a while later, where no product is linked in $html: $isEmpty',
    ({ html, routes, isEmpty }) => {
      show('/search?q=tea', html, routes);
      expect(hasNoneByNow(document, location.href, readLinkedData(document), TEA, routes)).toBe(isEmpty);
    },
  );

  it.each([
    { at: '/search?q=Tea&page=2', isEmpty: true },
    { at: '/search', isEmpty: true },
    { at: '/search?q=toaster', isEmpty: null },
    { at: '/search?q=anna@home.example', isEmpty: null },
  ])(
    'says nothing of a search that it is not of any more: at $at it is empty: $isEmpty',
    ({ at, isEmpty }) => {
      show(at, '<p data-holloway-results="0">Nothing</p>', ROUTES);
      expect(hasNoneByNow(document, location.href, readLinkedData(document), TEA, ROUTES)).toBe(isEmpty);
    },
  );

  it('says nothing of a search where the store tells of another by now', () => {
    document.body.setAttribute('data-holloway-search', 'toaster');
    show('/search?q=tea', '<p data-holloway-results="0">Nothing</p>', ROUTES);
    expect(hasNoneByNow(document, location.href, readLinkedData(document), TEA, ROUTES)).toBeNull();
  });

  it('is found in browsers of 2020, which throw on selectors that are younger', () => {
    const younger = /:(is|where|has)\(|:not\([^()]*,/;
    const refuse = (selector: string): void => {
      if (younger.test(selector)) throw new SyntaxError('no selector');
    };
    const { querySelector, querySelectorAll } = document;
    vi.spyOn(document, 'querySelector').mockImplementation((selector: string) => {
      refuse(selector);
      return querySelector.call(document, selector);
    });
    vi.spyOn(document, 'querySelectorAll').mockImplementation((selector: string) => {
      refuse(selector);
      return querySelectorAll.call(document, selector);
    });
    const form =
      '<form role="search" action="/find"><input type="submit" name="go"><input name="phrase"></form>';
    expect(show('/find?phrase=Frother&go=1', form)).toMatchObject({
      type: 'search',
      search: { term: 'frother' },
    });
    vi.restoreAllMocks();
  });
});
