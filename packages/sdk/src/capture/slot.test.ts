// @vitest-environment happy-dom
import type { Route } from '@holloway/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { setUrl } from '../../test/dom.ts';
import { describeSlot } from './slot.ts';

const URL_OF_PAGE = 'https://shop.example/c/kettles';
const ROUTES: Route[] = [{ pattern: '/p/:name', type: 'product' }];

/** Sets the body and describes the link with the id `here`. */
function slotIn(html: string, routes = ROUTES) {
  document.body.innerHTML = html;
  const link = document.querySelector<HTMLAnchorElement>('#here');
  return link && describeSlot(link, URL_OF_PAGE, routes);
}

beforeEach(() => {
  setUrl(URL_OF_PAGE);
  document.head.replaceChildren();
});

describe('the position of a product link', () => {
  it('is counted by distinct products: picture and title are one', () => {
    const slot = slotIn(`<section id="grid">
      <a href="/p/a"><img></a><a href="/p/a">A</a>
      <a href="/guide">How to choose</a>
      <a href="/p/b"><img></a><a id="here" href="/p/b#reviews">B</a>
    </section>`);
    expect(slot).toEqual({ slot: 'grid/2', item: '/p/b' });
  });

  it('is what the store says it is', () => {
    const slot = slotIn(`<main><div data-holloway-zone="hero/top" data-holloway-slot="left">
      <a id="here" href="/p/a" data-holloway-item="KE-101">A</a></div></main>`);
    expect(slot).toEqual({ slot: 'hero/top/left', item: 'KE-101' });
  });

  it.each([
    { html: '<section id="new"><a id="here" href="/p/a">A</a></section>', zone: 'new' },
    { html: '<section><h2 id="sale">Sale</h2><a id="here" href="/p/a">A</a></section>', zone: 'sale' },
    { html: '<main><section><h2>Sale</h2><a id="here" href="/p/a">A</a></section></main>', zone: 'main' },
    {
      html: '<main><section><h2 id="inner">I</h2></section><a id="here" href="/p/a">A</a></main>',
      zone: 'main',
    },
    { html: '<aside><a id="here" href="/p/a">A</a></aside>', zone: 'aside' },
    { html: '<section id="user-1234567"><a id="here" href="/p/a">A</a></section>', zone: 'page' },
    { html: '<div><a id="here" href="/p/a">A</a></div>', zone: 'page' },
  ])('is in the zone $zone for $html', ({ html, zone }) => {
    expect(slotIn(html)).toEqual({ slot: `${zone}/1`, item: '/p/a' });
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
    const list = '<main id="list"><a href="/kettle-a">A</a><a id="here" href="/kettle-b">B</a></main>';
    expect(slotIn(list, [])).toEqual({ slot: 'list/2', item: 'KB' });
  });

  it.each([
    '<a id="here" href="/guide">not a product</a>',
    '<a id="here" href="https://other.example/p/a">another site</a>',
    '<a id="here" href="#p">the same page</a>',
    '<a id="here" href="mailto:a@b.example">no page</a>',
    '<a id="here" href="https://">broken</a>',
  ])('is none for %s', (html) => {
    expect(slotIn(html)).toBeNull();
  });
});
