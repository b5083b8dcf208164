// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createZones } from './zones.ts';

/** The region of the element with the id `here`, and the page it is counted on. */
function zoneIn(html: string): string {
  document.body.innerHTML = html;
  const here = document.querySelector('#here');
  if (!here) throw new Error('the page has no #here');
  const zones = createZones(document, '/c/kettles');
  // In the order of the document, as they are met.
  for (const root of document.querySelectorAll('main,nav,aside,header,footer,section,[role]')) zones.at(root);
  const { page, name } = zones.of(here);
  return `${page} ${name}`;
}

const HERE = '<a id="here"></a>';

describe('a region', () => {
  it.each([
    { html: `<div data-holloway-zone="hero/top">${HERE}</div>`, zone: 'hero/top' },
    { html: `<section id="new">${HERE}</section>`, zone: 'new' },
    { html: `<section><h2 id="sale">Sale</h2>${HERE}</section>`, zone: 'sale' },
    { html: `<section aria-labelledby="best">${HERE}</section>`, zone: 'best' },
    { html: `<div role="complementary">${HERE}</div>`, zone: 'aside' },
    { html: `<form role="search">${HERE}</form>`, zone: 'search' },
    { html: `<aside>${HERE}</aside>`, zone: 'aside' },
    { html: `<main><section><h2>Sale</h2>${HERE}</section></main>`, zone: 'main' },
    { html: `<main><section><h2 id="inner">I</h2></section>${HERE}</main>`, zone: 'main' },
    { html: `<main><article><header>${HERE}</header></article></main>`, zone: 'main' },
    { html: `<main><nav>${HERE}</nav></main>`, zone: 'nav' },
    { html: `<section id="user-1234567">${HERE}</section>`, zone: 'page' },
    { html: `<section id=":r1:">${HERE}</section>`, zone: 'page' },
    { html: `<section data-holloway-zone="${'x'.repeat(201)}">${HERE}</section>`, zone: 'page' },
    { html: `<div>${HERE}</div>`, zone: 'page' },
  ])('is $zone for $html', ({ html, zone }) => {
    expect(zoneIn(html)).toBe(`/c/kettles ${zone}`);
  });

  it.each([
    { html: `<header><nav id="menu">${HERE}</nav></header>`, zone: 'menu' },
    { html: `<header><section id="offer">${HERE}</section></header>`, zone: 'offer' },
    { html: `<div role="contentinfo">${HERE}</div>`, zone: 'footer' },
  ])('of the head and the foot belongs to any page: $html', ({ html, zone }) => {
    expect(zoneIn(html)).toBe(`(any) ${zone}`);
  });

  it('that has the name of one before it is told apart by a number', () => {
    expect(zoneIn(`<aside></aside><aside></aside><aside>${HERE}</aside>`)).toBe('/c/kettles aside-3');
  });

  it('of the foot has the same number whatever the page holds', () => {
    const foot = `<footer><nav>${HERE}</nav></footer>`;
    expect(zoneIn(`<header><nav></nav></header><main><nav></nav><nav></nav></main>${foot}`)).toBe(
      '(any) nav-2',
    );
    expect(zoneIn(`<header><nav></nav></header><main></main>${foot}`)).toBe('(any) nav-2');
  });
});
