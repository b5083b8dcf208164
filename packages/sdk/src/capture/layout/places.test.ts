// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createPlaces, type Places } from './places.ts';
import { createZones, type Zones } from './zones.ts';

let places: Places;
let zones: Zones;
beforeEach(() => {
  places = createPlaces();
  zones = createZones(document, '/c/kettles');
});

/** Draws the page, has all links and buttons met, and tells of each its place, and whether it is observed. */
function draw(html: string): string[] {
  document.body.innerHTML = html;
  return meet();
}
function meet(): string[] {
  return [...document.querySelectorAll('a,button')].map((element) => {
    const isObserved = places.meet(element, zones.of(element));
    return `${element.localName}-${places.of(element)}${isObserved ? ' observed' : ''}`;
  });
}
const observed = (all: readonly string[]): number => all.filter((each) => each.endsWith('observed')).length;
const buttons = (length: number): string => '<button></button>'.repeat(length);

describe('the place of an element', () => {
  it('is the next of its kind in its region', () => {
    expect(
      draw('<main><a></a><button></button><button></button></main><aside><button></button></aside>'),
    ).toEqual(['a-1 observed', 'button-1 observed', 'button-2 observed', 'button-1 observed']);
  });

  it('stays where it is met again', () => {
    draw('<main><button></button></main>');
    expect(meet()).toEqual(['button-1']);
  });

  it('is that of what was there before, where it is drawn anew', () => {
    draw(`<main id="list">${buttons(3)}</main>`);
    document.querySelector('button')?.remove();
    document.querySelector('main')?.append(document.createElement('button'));
    places.forget();
    expect(meet()).toEqual(['button-2', 'button-3', 'button-1 observed']);
    const main = document.querySelector('main');
    if (main) main.innerHTML = buttons(4);
    places.forget();
    expect(meet()).toEqual(
      ['button-1', 'button-2', 'button-3', 'button-4'].map((each) => `${each} observed`),
    );
  });

  it('is that of what was there before in a region that is drawn anew', () => {
    draw(`<main>${buttons(3)}</main>`);
    document.body.replaceChildren();
    places.forget();
    expect(draw(`<main>${buttons(2)}</main>`)).toEqual(['button-1 observed', 'button-2 observed']);
  });

  it('is still known of what is gone: the click that removed it is told later', () => {
    draw(`<main>${buttons(3)}</main>`);
    const last = document.querySelector('button:last-child') as Element;
    document.body.replaceChildren();
    places.forget();
    expect(places.of(last)).toBe(3);
  });

  it('of what is put back is one that no other has taken', () => {
    draw(`<main>${buttons(1)}</main>`);
    const main = document.querySelector('main') as Element;
    const away = main.firstElementChild as Element;
    main.replaceChildren(document.createElement('button'));
    places.forget();
    meet();
    main.append(away);
    expect(meet()).toEqual(['button-1', 'button-2 observed']);
  });
});

describe('the room for elements', () => {
  it('is 20 in a region and 60 on a page', () => {
    const region = (tag: string): string => `<${tag}>${buttons(25)}</${tag}>`;
    const all = draw(['main', 'aside', 'nav', 'footer'].map(region).join(''));
    expect([0, 25, 50, 75].map((start) => observed(all.slice(start, start + 25)))).toEqual([20, 20, 20, 0]);
  });

  it('is not used up by drawing the same again and again', () => {
    for (let i = 0; i < 5; i++) {
      expect(observed(draw(`<main>${buttons(15)}</main>`))).toBe(15);
      document.body.replaceChildren();
      places.forget();
    }
  });
});
