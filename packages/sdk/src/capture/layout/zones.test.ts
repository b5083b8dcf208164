// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createZones, type Zones } from './zones.ts';

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

  describe('that is drawn anew', () => {
    /** Draws the page, and names its regions in the order of the document. */
    function draw(html: string, zones: Zones): (string | undefined)[] {
      document.body.innerHTML = html;
      return named(zones);
    }
    const named = (zones: Zones) =>
      [...document.querySelectorAll('[id],aside')].map((root) => zones.at(root)?.name);
    const grid = (): Element => Object.assign(document.createElement('section'), { id: 'grid' });
    let zones: Zones;
    beforeEach(() => {
      zones = createZones(document, '/c/kettles');
    });

    it('has the name of the one that it stands for', () => {
      const html = '<section id="grid"></section><aside></aside><aside></aside>';
      expect([draw(html, zones), draw(html, zones)]).toEqual([
        ['grid', 'aside', 'aside-2'],
        ['grid', 'aside', 'aside-2'],
      ]);
    });

    it('is told apart from one that is still there', () => {
      draw('<aside></aside><aside></aside>', zones);
      document.querySelector('aside')?.remove();
      document.body.append(document.createElement('aside'), document.createElement('aside'));
      expect(named(zones)).toEqual(['aside-2', 'aside', 'aside-3']);
    });

    it('leaves its name to what was in it before: the click that removed it is told later', () => {
      draw('<section id="grid"><button></button></section>', zones);
      const button = document.querySelector('button') as Element;
      document.body.replaceChildren(grid());
      expect([named(zones), zones.of(button).name]).toEqual([['grid'], 'grid']);
    });

    it('and put back beside what stands for it has a number', () => {
      const [first, second] = [grid(), grid()];
      const show = (...roots: Element[]) => {
        document.body.replaceChildren(...roots);
        return named(zones);
      };
      expect([show(first), show(second), show(first), show(first, second)]).toEqual([
        ['grid'],
        ['grid'],
        ['grid'],
        ['grid', 'grid-2'],
      ]);
    });
  });
});
