// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { element } from '../banner/element.ts';
import { type BoxLayer, createBoxLayer } from './box-layer.ts';
import type { DrawnBox } from './figures.ts';

/** Happy-dom lays nothing out: where each stands, by id. */
const RECTS: { readonly [id: string]: readonly [x: number, y: number, width: number, height: number] } = {
  main: [0, -300, 1000, 2000],
  grid: [0, -200, 1000, 800],
  first: [0, 100, 200, 300],
  icon: [300, 100, 24, 24],
  hidden: [0, 0, 0, 0],
};
const CHIP = { width: 80, height: 20 };

const RealObserver = window.IntersectionObserver;

let look: (seen: readonly string[]) => void;
let layer: BoxLayer;
let ending: AbortController;
let frames: FrameRequestCallback[];

const byId = (id: string) => document.getElementById(id) as HTMLElement;
const box = (id: string, kind: DrawnBox['kind'], more: Partial<DrawnBox> = {}): DrawnBox => ({
  ...{ kind, page: '/', element: id, root: byId(id), name: id },
  ...{ step: 3, figure: '12%', details: ['10%–14%'] },
  ...more,
});
const draw = (): void => {
  for (const frame of frames.splice(0)) frame(0);
};
const partOf = (selector: string, index: number) => {
  const part = layer.root.querySelectorAll<HTMLElement>(selector)[index] as HTMLElement;
  return part.hidden ? 'hidden' : part.style.transform;
};

beforeEach(() => {
  document.body.innerHTML =
    '<main id="main"><div id="grid"><p id="first"></p></div><p id="icon"></p><p id="hidden"></p></main>';
  frames = [];
  ending = new AbortController();
  const Observing = class {
    constructor(onLook: (entries: readonly { target: Element; isIntersecting: boolean }[]) => void) {
      look = (seen) =>
        onLook(Object.keys(RECTS).map((id) => ({ target: byId(id), isIntersecting: seen.includes(id) })));
    }
    observe() {}
    disconnect() {}
  };
  Object.defineProperty(window, 'IntersectionObserver', { value: Observing, configurable: true });
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [x, y, width, height] = RECTS[this.id] ?? [0, 0, 0, 0];
    return { left: x, top: y, right: x + width, bottom: y + height, width, height } as DOMRect;
  });
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(CHIP.width);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(CHIP.height);
  layer = createBoxLayer(
    window as Window & typeof globalThis,
    (...made) => element(document, ...made),
    ending.signal,
  );
});
afterEach(() => {
  ending.abort();
  vi.restoreAllMocks();
  Object.defineProperty(window, 'IntersectionObserver', { value: RealObserver, configurable: true });
});

describe('a box', () => {
  it('lies where its part of the page is, with its number in its middle', () => {
    layer.show([box('first', 'slot')]);
    look(['first']);
    draw();
    expect(partOf('.box', 0)).toBe('translate(0px,100px)');
    expect(partOf('.chip', 0)).toBe('translate(60px,240px)');
  });

  it('is not there while its part is out of sight, as in a carousel, or has no place', () => {
    layer.show([box('first', 'slot'), box('hidden', 'slot')]);
    expect([partOf('.box', 0), partOf('.chip', 1)]).toEqual(['hidden', 'hidden']);
    look(['hidden']);
    draw();
    expect([partOf('.box', 0), partOf('.box', 1)]).toEqual(['hidden', 'hidden']);
    look(['first']);
    draw();
    look([]);
    draw();
    expect(partOf('.box', 0)).toBe('hidden');
  });

  it('of a region that holds others has no colour of its own, and names that would meet stand side by side', () => {
    layer.show([box('main', 'zone'), box('grid', 'zone'), box('first', 'slot')]);
    look(['main', 'grid', 'first']);
    draw();
    expect([...layer.root.querySelectorAll('.box')].map(({ className }) => className)).toEqual([
      'box zone bare',
      'box zone bare',
      'box slot step-3',
    ]);
    // Both reach up beyond the window: their names stay in sight.
    expect([partOf('.chip', 0), partOf('.chip', 1)]).toEqual(['translate(4px,4px)', 'translate(92px,4px)']);
  });

  it('that is small has its number alone', () => {
    layer.show([box('icon', 'slot'), box('first', 'slot')]);
    look(['icon', 'first']);
    draw();
    const chips = [...layer.root.querySelectorAll('.chip')];
    expect(chips.map(({ classList }) => classList.contains('brief'))).toEqual([true, false]);
  });

  it('is moved once a frame, however much is scrolled', () => {
    layer.show([box('first', 'slot')]);
    look(['first']);
    draw();
    for (let i = 0; i < 5; i++) window.dispatchEvent(new Event('scroll'));
    expect(frames).toHaveLength(1);
  });

  it('stays where it is while another number is chosen', () => {
    layer.show([box('first', 'slot')]);
    look(['first']);
    draw();
    layer.show([box('first', 'slot', { figure: '3%' })]);
    expect(partOf('.box', 0)).toBe('translate(0px,100px)');
  });
});
