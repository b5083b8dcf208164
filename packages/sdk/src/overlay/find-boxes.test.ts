// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { setUrl } from '../../test/dom.ts';
import { findBoxes } from './find-boxes.ts';

const ROUTES = [{ pattern: '/p/:name', type: 'product' }] as const;
const PAGE = `
  <header id="top"><nav id="menu"><a href="/c/tea">Tea</a></nav></header>
  <main><section data-holloway-zone="grid">
    <ul><li id="a"><a href="/p/a">A</a></li><li id="b"><a href="/p/b">B</a></li></ul>
    <a id="help" href="/help">Help</a>
  </section></main>`;

beforeEach(() => {
  setUrl('https://shop.example/c/kettles');
  document.body.innerHTML = PAGE;
});

const find = async (more: Partial<Parameters<typeof findBoxes>[0]> = {}) =>
  (
    await findBoxes({
      ...{ window: window as Window & typeof globalThis, routes: ROUTES, page: '/c/kettles' },
      ...{ now: () => 0, breathe: async () => {} },
      ...more,
    })
  ).map(({ kind, page, element, root }) => [kind, page, element, root.id || root.localName].join(' '));

it('finds the parts of a page by the names that they are counted by, where each stands', async () => {
  expect(await find()).toEqual([
    'zone (any) top top',
    'zone (any) menu menu',
    'zone /c/kettles main main',
    'zone /c/kettles grid section',
    'slot /c/kettles grid/1 a',
    'slot /c/kettles grid/2 b',
    'link (any) menu:/c/tea a',
    'link /c/kettles grid:/help help',
  ]);
});

it('leaves the page a turn whenever a slice is over', async () => {
  let ms = 0;
  const breathe = vi.fn(async () => {});
  const now = () => {
    ms += 4;
    return ms;
  };
  expect((await find({ now, breathe })).length).toBe(8);
  expect(breathe.mock.calls.length).toBeGreaterThan(1);
});
