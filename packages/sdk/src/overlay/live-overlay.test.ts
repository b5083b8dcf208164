// @vitest-environment happy-dom
import type { OverlayAnswer } from '@holloway/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CONFIG } from '../../test/config.ts';
import { setUrl, watchListeners } from '../../test/dom.ts';
import { WORDING } from '../../test/wording.ts';
import { start } from '../start.ts';

const AGREED =
  '{"v":1,"statement":"c9f1d2a4","choices":{"preferences":true,"analytics":true,"marketing":true},"day":"2026-11-23"}';
const REFUSED = AGREED.replaceAll('true', 'false');
const CODE = 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE';
const LIST = 'https://shop.example/c/kettles';
const BOX = { page: '/c/kettles', element: 'grid/1', name: 'Product list 1' };
const ANSWER: OverlayAnswer = {
  site: {
    ...{ id: 'store', name: 'Store', kind: 'live', currency: 'EUR' },
    routes: [{ pattern: '/p/:name', type: 'product' }],
  },
  ...{ k: 10, page: '/c/kettles', name: 'Kettles', from: '2026-11-01', to: '2026-11-20', language: 'fr' },
  windows: {
    ...{ s: [], m: [] },
    all: [{ ...BOX, figures: {} }],
    l: [{ ...BOX, figures: { exposure: { value: 0.4, low: 0.3, high: 0.5, missing: 0 } } }],
  },
  next: { code: 'x2', expires: '2026-11-23T11:30:00.000Z' },
};

let asked: { readonly url: string; readonly body: unknown; readonly credentials?: string | undefined }[];
let answer: OverlayAnswer;
let status: number;
let shadow: ShadowRoot | undefined;
let endListening: () => void;
const { attachShadow } = Element.prototype;

async function settled(): Promise<void> {
  for (let i = 0; i < 8; i++) {
    await vi.dynamicImportSettled();
    for (let j = 0; j < 20; j++) await Promise.resolve();
    vi.advanceTimersByTime(1);
  }
}

async function open(address: string, choice: string | null = null): Promise<void> {
  setUrl(address);
  if (choice) localStorage.setItem('holloway.choice', choice);
  delete window.holloway;
  start({ site: 'store', collector: 'https://stats.example' });
  await settled();
}

const host = () => document.querySelector('[data-holloway-overlay]');
/** French has spaces of its own. */
const plain = (text = ''): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ');
const panel = () => plain(shadow?.querySelector('.panel')?.textContent ?? '');
const chips = () =>
  [...(shadow?.querySelectorAll('.chip') ?? [])].map(({ textContent }) => plain(textContent ?? ''));
const questions = () => asked.filter(({ url }) => url.endsWith('/overlay')).map(({ body }) => body);
const stored = () => [...Object.keys(localStorage), ...Object.keys(sessionStorage)];

beforeEach(() => {
  vi.useFakeTimers({
    now: Date.UTC(2026, 10, 23, 11),
    toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
  });
  endListening = watchListeners();
  localStorage.clear();
  sessionStorage.clear();
  document.body.innerHTML = `<main><section data-holloway-zone="grid"><ul>
    <li><a href="/p/a">A</a></li><li><a href="/p/b">B</a></li></ul></section><a href="/help">Help</a></main>`;
  answer = ANSWER;
  asked = [];
  status = 200;
  shadow = undefined;
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    shadow = attachShadow.call(this, { ...init });
    return shadow;
  });
  vi.spyOn(window, 'fetch').mockImplementation(async (url, init) => {
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    asked.push({ url: String(url), body, credentials: init?.credentials });
    if (String(url).endsWith('/v1/overlay')) return Response.json(answer, { status });
    if (String(url).endsWith('en.json')) return { ok: true, json: async () => WORDING } as Response;
    return Response.json(CONFIG);
  });
});
afterEach(async () => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  endListening();
  await window.holloway?.consent.set({ analytics: false }).catch(() => {});
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a page that is opened with a code', () => {
  it('asks for its numbers with it, without cookies, and takes it out of the address', async () => {
    await open(`${LIST}?sort=new#reviews#holloway-overlay=${CODE}`);
    expect(location.href).toBe(`${LIST}?sort=new#reviews`);
    expect(questions()).toEqual([{ site: 'store', code: CODE, page: '/c/kettles' }]);
    expect(asked.find(({ url }) => url.endsWith('/overlay'))?.credentials).toBe('omit');
  });

  it('has them over its parts, in the language of the dashboard; what is not told are too few', async () => {
    await open(`${LIST}#holloway-overlay=${CODE}`);
    expect(chips()).toEqual(['main · trop peu', 'grid · trop peu', '40 %30 %–50 %', 'trop peu']);
    expect(panel()).toContain('Kettles /c/kettlesStore · 1–20 nov. 2026 · Grandes');
    expect(panel()).toContain('1 sur 4 avec un chiffre');
    expect(panel()).toContain('Au moins 10 navigateurs');
  });

  it.each([
    ['who agreed', AGREED],
    ['who refused', REFUSED],
    ['who was never asked', null],
  ])('shows them to somebody %s, counts nothing, and stores nothing', async (_, choice) => {
    await open(`${LIST}#holloway-overlay=${CODE}`, choice);
    window.holloway?.track('add_to_cart', { items: [{ item_id: 'A' }] });
    window.dispatchEvent(new Event('pagehide'));
    await settled();
    expect(chips()).toHaveLength(4);
    expect(asked.filter(({ url }) => url.endsWith('/v1/collect'))).toEqual([]);
    expect(stored()).toEqual(choice === null ? [] : ['holloway.choice']);
    expect(await window.holloway?.arm('hero')).toBe('a');
  });

  it('is of all windows together where there is nothing of windows of this size, and says so', async () => {
    const { l } = ANSWER.windows;
    answer = { ...ANSWER, windows: { ...ANSWER.windows, all: l, l: [] } };
    await open(`${LIST}#holloway-overlay=${CODE}`);
    expect(panel()).toContain('Toutes les tailles ensemble :');
    expect(chips()[2]).toContain('40 %');
  });

  it('says so where nothing at all is known', async () => {
    answer = { ...ANSWER, windows: { all: [], s: [], m: [], l: [] } };
    await open(`${LIST}#holloway-overlay=${CODE}`);
    expect(panel()).toContain('trop peu de visiteurs ont vu une partie de cette page');
  });

  it('is coloured by what is chosen, with links where these are wanted', async () => {
    await open(`${LIST}#holloway-overlay=${CODE}`);
    const [rate] = shadow?.querySelectorAll('select') ?? [];
    if (rate) rate.value = 'clickRate';
    rate?.dispatchEvent(new Event('change'));
    expect(chips()).toEqual(['trop peu', 'trop peu']);
    expect(rate?.value).toBe('clickRate');
    if (rate) rate.value = 'exposure';
    shadow?.querySelector('input')?.click();
    expect(chips()).toHaveLength(5);
  });

  it('is closed by Escape, unless that was meant for something of the page', async () => {
    await open(`${LIST}#holloway-overlay=${CODE}`);
    const meant = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true });
    meant.preventDefault();
    window.dispatchEvent(meant);
    expect(host()).not.toBeNull();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(host()).toBeNull();
  });

  it('says so where the code works no more, and shows nothing', async () => {
    status = 403;
    await open(`${LIST}#holloway-overlay=${CODE}`);
    expect(panel()).toContain('A code works once');
    expect(chips()).toEqual([]);
  });

  it('says so where the collector cannot be asked', async () => {
    status = 503;
    await open(`${LIST}#holloway-overlay=${CODE}`);
    expect(panel()).toContain('could not be asked for');
  });

  it('asks with the next code where a router shows another page', async () => {
    await open(`${LIST}#holloway-overlay=${CODE}`);
    history.pushState(null, '', '/c/pots#holloway-overlay=x2');
    vi.advanceTimersByTime(250);
    await settled();
    expect(location.href).toBe('https://shop.example/c/pots');
    expect(questions()[1]).toEqual({ site: 'store', code: 'x2', page: '/c/pots' });
  });

  it('finds anew what a script puts there', async () => {
    await open(`${LIST}#holloway-overlay=${CODE}`);
    document.querySelector('ul')?.insertAdjacentHTML('beforeend', '<li><a href="/p/c">C</a></li>');
    await settled();
    vi.advanceTimersByTime(500);
    await settled();
    expect(chips()).toHaveLength(5);
  });

  it('finds anew what stands in a body that a router has put there', async () => {
    await open(`${LIST}#holloway-overlay=${CODE}`);
    const body = document.createElement('body');
    body.innerHTML = document.body.innerHTML;
    document.body.replaceWith(body);
    await settled();
    vi.advanceTimersByTime(500);
    await settled();
    document.querySelector('ul')?.insertAdjacentHTML('beforeend', '<li><a href="/p/c">C</a></li>');
    await settled();
    vi.advanceTimersByTime(500);
    await settled();
    expect(chips()).toHaveLength(5);
  });

  it('is closed to the scripts of the page', async () => {
    await open(`${LIST}#holloway-overlay=${CODE}`);
    expect(host()?.shadowRoot).toBeNull();
  });
});

it.each(['x1', `${CODE}E`, `${CODE.slice(1)}.`])(
  'a page that is opened with %s, which is no code, is as any other, without it',
  async (none) => {
    await open(`${LIST}#holloway-overlay=${none}`, AGREED);
    expect([questions(), host(), location.href]).toEqual([[], null, LIST]);
    // Of whoever agreed, as is kept where somebody is counted.
    expect(stored()).toContain('holloway.visit');
  },
);

it('a page that is opened without one asks for nothing of it', async () => {
  await open(`${LIST}#reviews`, REFUSED);
  expect([asked, host(), location.hash]).toEqual([[], null, '#reviews']);
});
