// @vitest-environment happy-dom
import type { Route } from '@holloway/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { setUrl } from '../../../test/dom.ts';
import { createItems } from './items.ts';
import { createSlots } from './slots.ts';
import { createWalk } from './walk.ts';
import { createZones } from './zones.ts';

const ROUTES: Route[] = [{ pattern: '/p/:name', type: 'product' }];

/** What a walk through a page with this body finds: positions with their boxes, by id or tag, and other elements. */
function found(html: string, routes = ROUTES) {
  document.body.innerHTML = html;
  const positions: string[] = [];
  const elements: string[] = [];
  const nameOf = (element: Element): string => element.id || element.localName;
  const zones = createZones(document, '/c/kettles');
  const slots = createSlots(({ name, item }, box) => positions.push(`${name} ${item} ${nameOf(box)}`));
  const walk = createWalk(document, {
    zones,
    slots,
    itemOf: createItems(window, routes),
    onZone: (root) => zones.at(root),
    onElement: (element) => elements.push(nameOf(element)),
  });
  while (walk.step());
  return { positions, elements };
}

beforeEach(() => {
  setUrl('https://shop.example/c/kettles');
  document.head.replaceChildren();
});

describe('the position of a product', () => {
  it('is counted by distinct products: picture and title are one, in the box that holds no other', () => {
    const { positions, elements } = found(`<section id="grid"><ul>
      <li id="first"><a href="/p/a"><img></a><a href="/p/a">A</a><button></button></li>
      <li><a id="guide" href="/guide">How to choose</a></li>
      <li id="second"><button></button><div><a href="/p/b"><img></a></div><a href="/p/b#reviews">B</a></li>
    </ul></section>`);
    expect(positions).toEqual(['grid/1 /p/a first', 'grid/2 /p/b second']);
    expect(elements).toEqual(['guide']);
  });

  it('is what the store says it is', () => {
    const { positions } = found(`<main><div id="card" data-holloway-zone="hero/top" data-holloway-slot="left">
      <a href="/x" data-holloway-item="KE-101">A</a></div></main>`);
    expect(positions).toEqual(['hero/top/left KE-101 a']);
  });

  it('has the stock number that an ItemList gives', () => {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = JSON.stringify({
      '@type': 'ItemList',
      itemListElement: [
        { position: 1, url: '/kettle-a' },
        { position: 2, item: { '@type': 'Product', url: 'https://shop.example/kettle-b', sku: 'KB' } },
      ],
    });
    document.head.append(script);
    const { positions } = found(
      '<main id="list"><a href="/kettle-a">A</a><a href="/kettle-b">B</a></main>',
      [],
    );
    expect(positions).toEqual(['list/1 /kettle-a a', 'list/2 KB a']);
  });

  it('of a slide that a carousel repeats is that of its original', () => {
    const { positions } = found(`<section id="new"><p id="copy" class="slick-cloned"><a href="/p/b">B</a></p>
      <p id="one"><a href="/p/a">A</a></p><p id="two"><a href="/p/b">B</a></p></section>`);
    expect(positions).toEqual(['new/1 /p/a one', 'new/2 /p/b copy', 'new/2 /p/b two']);
  });

  it('is not lost to a link inside a drawing that leads to the same product', () => {
    const svg = (href: string): string => `<svg><a id="drawn" href="${href}"></a></svg>`;
    const { positions, elements } = found(
      `<section id="map">${svg('/p/a')}</section><section id="grid"><p id="card"><a href="/p/a">A</a></p></section>`,
    );
    expect({ positions, elements }).toEqual({ positions: ['grid/1 /p/a card'], elements: ['drawn'] });
  });

  it('ends with its region', () => {
    const { positions } = found(`<main><div><section id="hero"><p id="card"><a href="/p/a">A</a></p></section>
      <aside id="more"><p id="other"><a href="/p/a">A</a></p></aside></div></main>`);
    expect(positions).toEqual(['hero/1 /p/a card', 'more/1 /p/a other']);
  });

  it('does not take in the page around a lonely product', () => {
    const { positions, elements } = found(`<main><div><h1>Kettle</h1><button id="buy"></button>
      <p id="similar"><a href="/p/a">A</a></p></div></main>`);
    expect(positions).toEqual(['main/1 /p/a similar']);
    expect(elements).toEqual(['buy']);
  });

  it.each([
    '<a href="/guide">not a product</a>',
    '<a href="https://other.example/p/a">another site</a>',
    '<a href="#p">the same page</a>',
    '<a href="mailto:a@b.example">no page</a>',
    '<a href="https://">broken</a>',
  ])('is none for %s', (html) => {
    expect(found(html)).toEqual({ positions: [], elements: ['a'] });
  });
});
