// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScroll, type Scroll } from './scroll.ts';

const WINDOW_PX = 800;

let scroll: Scroll;
let ending: AbortController;
/** Called with the next frame, as long as something is observed. */
let draw: () => void;
/** What the browser would lay out; only a frame may ask for it. */
let page: { top: number; height: number };
let isLaidOut: boolean;

const askedFor = <T>(value: () => T) => ({
  configurable: true,
  get() {
    if (!isLaidOut) throw new Error('a layout is forced');
    return value();
  },
});

/** A moment passes, with frames in it. */
function pass(ms: number): void {
  for (let at = 0; at <= ms; at += 20) {
    draw();
    vi.advanceTimersByTime(20);
  }
  draw();
}

function move(top: number, target: EventTarget = document): void {
  page.top = top;
  target.dispatchEvent(new Event('scroll'));
}

beforeEach(() => {
  vi.useFakeTimers();
  page = { top: 0, height: 4_000 };
  isLaidOut = false;
  const { documentElement } = document;
  Object.defineProperty(
    documentElement,
    'scrollTop',
    askedFor(() => page.top),
  );
  Object.defineProperty(
    documentElement,
    'scrollHeight',
    askedFor(() => page.height),
  );
  Object.defineProperty(
    window,
    'innerHeight',
    askedFor(() => WINDOW_PX),
  );
  draw = () => {};
  class Eye {
    constructor(onLook: () => void) {
      let isWatching = false;
      Object.assign(this, {
        observe: () => {
          isWatching = true;
        },
        disconnect: () => {
          isWatching = false;
        },
      });
      draw = () => {
        if (!isWatching) return;
        isLaidOut = true;
        onLook();
        isLaidOut = false;
      };
    }
  }
  vi.stubGlobal('IntersectionObserver', Eye);
  ending = new AbortController();
  scroll = createScroll(window, ending.signal, (work) => work);
});
afterEach(() => {
  ending.abort();
  for (const name of ['scrollTop', 'scrollHeight']) Reflect.deleteProperty(document.documentElement, name);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a page', () => {
  it.each([
    { height: 4_000, tenth: 2 },
    { height: 4_001, tenth: 2 },
    { height: 3_999, tenth: 3 },
    { height: 80_000, tenth: 1 },
    { height: 800, tenth: 10 },
    { height: 500, tenth: 10 },
  ])('$height pixels high, of which a window shows 800, is seen to tenth $tenth at once', (it) => {
    page.height = it.height;
    scroll.begin();
    draw();
    expect(scroll.end()).toBe(it.tenth);
  });

  it('is seen as far as anybody came, and not as far as they went back to', () => {
    scroll.begin();
    draw();
    move(1_600);
    pass(200);
    move(0);
    pass(200);
    expect(scroll.end()).toBe(6);
  });

  it('is seen to its end, whatever bounces there', () => {
    scroll.begin();
    move(3_260);
    pass(200);
    expect(scroll.end()).toBe(10);
  });

  it('is not seen where it only rushes by', () => {
    scroll.begin();
    draw();
    move(3_200);
    vi.advanceTimersByTime(50);
    move(0);
    pass(200);
    expect(scroll.end()).toBe(2);
  });

  it('is seen from where it comes back to', () => {
    page.top = 2_400;
    scroll.begin();
    draw();
    move(2_000);
    pass(200);
    expect(scroll.end()).toBe(8);
  });

  it('is not seen by what scrolls inside it', () => {
    const list = document.createElement('ul');
    document.body.append(list);
    scroll.begin();
    draw();
    move(1_600, list);
    pass(200);
    expect(scroll.end()).toBe(2);
  });
});

describe('a page that grows', () => {
  it('before anybody scrolls is as high as it has become', () => {
    page.height = 800;
    scroll.begin();
    draw();
    page.height = 4_000;
    scroll.look();
    draw();
    expect(scroll.end()).toBe(2);
  });

  it('before anybody scrolls, and was not looked at since, is as high as it is when they do', () => {
    page.height = 800;
    scroll.begin();
    draw();
    page.height = 4_000;
    move(400);
    pass(200);
    expect(scroll.end()).toBe(3);
  });

  it('where its end is reached was seen to its end, as it was then', () => {
    scroll.begin();
    draw();
    move(3_200);
    pass(200);
    page.height = 8_000;
    move(3_600);
    pass(200);
    expect(scroll.end()).toBe(10);
  });

  it('where its middle is reached is seen further as it is scrolled further', () => {
    scroll.begin();
    draw();
    move(1_600);
    pass(200);
    page.height = 8_000;
    move(4_800);
    pass(200);
    expect(scroll.end()).toBe(7);
  });
});

describe('a view', () => {
  it('is told of once, and nothing is looked at until the next', () => {
    scroll.begin();
    draw();
    move(1_600);
    pass(200);
    expect(scroll.end()).toBe(6);
    move(3_200);
    scroll.look();
    pass(200);
    expect(scroll.end()).toBeNull();
    scroll.begin();
    page.top = 0;
    draw();
    expect(scroll.end()).toBe(2);
  });

  it('is told nothing of where nothing was drawn', () => {
    expect(scroll.end()).toBeNull();
    scroll.begin();
    expect(scroll.end()).toBeNull();
  });

  it('is told nothing of where the browser cannot tell', () => {
    page.height = Number.NaN;
    scroll.begin();
    draw();
    expect(scroll.end()).toBeNull();
    vi.stubGlobal('IntersectionObserver', undefined);
    const old = createScroll(window, ending.signal, (work) => work);
    old.begin();
    move(400);
    pass(200);
    expect(old.end()).toBeNull();
  });

  it('is not looked at any more once the watching has ended', () => {
    scroll.begin();
    ending.abort();
    draw();
    move(400);
    pass(200);
    expect(scroll.end()).toBeNull();
  });
});
