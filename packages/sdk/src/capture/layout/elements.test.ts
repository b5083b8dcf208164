// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { setUrl } from '../../../test/dom.ts';
import { nameElement } from './elements.ts';
import { createZones } from './zones.ts';

beforeEach(() => {
  setUrl('https://shop.example/c/kettles');
});

function nameIn(html: string, place: number | undefined = 3): string | undefined {
  document.body.innerHTML = `<main>${html}</main>`;
  const element = document.querySelector('main a,main button,main input');
  const zones = createZones(document, '/c/kettles');
  return element ? nameElement(element, zones.of(element), place, window.location) : undefined;
}

describe('the name of an element', () => {
  it.each([
    { html: '<a href="/c/pans/?sort=price#top" id="x">Pans</a>', name: 'main:/c/pans' },
    { html: '<a href="/orders/1234567">Your order</a>', name: 'main:/orders/:id' },
    { html: '<a href="https://other.example/ann">Ann</a>', name: 'main:other.example' },
    { html: '<a href="#more">More</a>', name: 'main:a-3' },
    { html: '<a href="mailto:ann@shop.example">Ann</a>', name: 'main:a-3' },
    { html: '<button data-holloway-element="wish" id="x">Wish</button>', name: 'main:wish' },
    { html: '<button id="buy" name="add">Buy</button>', name: 'main:#buy' },
    { html: '<button id=":r1:" name="add">Buy</button>', name: 'main:add' },
    { html: '<form action="/cart?x=1"><button type="submit">Buy</button></form>', name: 'main:/cart' },
    { html: '<button id="user-1234567" title="Ann">Ann</button>', name: 'main:button-3' },
  ])('is $name for $html', ({ html, name }) => {
    expect(nameIn(html)).toBe(name);
  });

  it('is none where it would be too long to be counted', () => {
    expect(nameIn(`<button data-holloway-element="${'x'.repeat(199)}"></button>`)).toBeUndefined();
  });
});
