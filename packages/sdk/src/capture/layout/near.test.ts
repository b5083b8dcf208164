// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Sight } from './exposure.ts';
import { createNear } from './near.ts';

const HEIGHT = 800;

/** A list of so many parts, 100 pixels each, with what is observed of it and where it is asked for rectangles. */
function list(length: number) {
  document.body.innerHTML = '<p></p>'.repeat(length);
  const parts = [...document.body.children];
  const watched = new Set<Element>();
  const asked: Element[] = [];
  let scrolled = 0;
  const near = createNear(
    {
      watch: ({ element }) => watched.add(element),
      unwatch: (element) => watched.delete(element),
      forget() {
        for (const element of watched) if (!element.isConnected) watched.delete(element);
      },
      again() {},
    },
    (elements, onRead) => {
      asked.splice(0, Infinity, ...elements);
      if (asked.length === 0) return; // as in a browser
      const placeOf = (each: Element) => [...document.body.children].indexOf(each) * 100 - scrolled;
      onRead(new Map(asked.map((each) => [each, new DOMRect(0, placeOf(each), 300, 100)])));
    },
    () => HEIGHT,
  );
  const sightOf = (element: Element): Sight => ({
    element,
    dwellMs: 1_000,
    isSeen: () => false,
    onSeen() {},
  });
  const sights = parts.map(sightOf);
  sights.forEach(near.add);
  const numbers = (elements: Iterable<Element>): number[] => [...elements].map((each) => parts.indexOf(each));
  return {
    near,
    parts,
    sights,
    /** What it says of room, and the parts that are observed then. */
    lookAt(top: number) {
      scrolled = top;
      const room: boolean[] = [];
      near.look((isPassed) => room.push(isPassed));
      return { room, watched: numbers(watched) };
    },
    asked: () => numbers(asked),
  };
}
const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('what is observed', () => {
  it('is what is near the window, in batches of 16', () => {
    const { lookAt, asked } = list(64);
    expect(lookAt(0)).toEqual({ room: [], watched: from(0, 31) });
    expect(asked()).toEqual([15, 31, 47, 63]);
    expect(lookAt(5_600)).toEqual({ room: [false], watched: [...from(0, 15), ...from(48, 63)] });
  });

  it('is no more what was taken out of the document, nor are its rectangles asked for', () => {
    const { near, parts, lookAt, asked } = list(64);
    for (const part of [...parts.slice(10, 16), ...parts.slice(16, 48)]) part.remove();
    near.forget();
    expect(lookAt(0)).toEqual({ room: [], watched: [...from(0, 9), ...from(48, 63)] });
    expect(asked()).toEqual([9, 63]);
  });

  it('is room for more where all of it was taken out', () => {
    const { near, lookAt, asked } = list(64);
    document.body.replaceChildren();
    near.forget();
    expect(lookAt(0)).toEqual({ room: [false], watched: [] });
    expect(asked()).toEqual([]);
  });

  it('is again what is put back, unless it was seen', () => {
    const { near, parts, sights, lookAt } = list(3);
    document.body.replaceChildren();
    near.forget();
    document.body.replaceChildren(...parts);
    const [first] = sights;
    if (first) first.isOver = true;
    parts.forEach(near.again);
    expect(lookAt(0)).toEqual({ room: [false], watched: [1, 2] });
  });

  it('is once what is met again without having been away', () => {
    const { near, parts, lookAt, asked } = list(16);
    parts.forEach(near.again);
    lookAt(0);
    expect(asked()).toEqual([15]);
  });
});
