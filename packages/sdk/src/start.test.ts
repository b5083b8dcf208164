// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setUrl } from '../test/dom.ts';
import type { Holloway } from './holloway.ts';
import { start } from './start.ts';

const CONFIG = { site: 'store', timeZone: 'Europe/Rome', statement: 'c9f1d2a4', routes: [] };
const ACCEPTED =
  '{"v":1,"statement":"c9f1d2a4","choices":{"preferences":true,"analytics":true,"marketing":true},"day":"2026-11-23"}';
const REJECTED = ACCEPTED.replaceAll('true', 'false');
/** By the banner, which explains counting and nothing else. */
const ACCEPTED_BY_BANNER = REJECTED.replace('"analytics":false', '"analytics":true');

let fetched: { url: string; body?: string }[];
let config: object | null;

const collected = () => fetched.filter(({ url }) => url.endsWith('/v1/collect'));
const counted = () =>
  collected().flatMap(({ body = '' }) => JSON.parse(body).increments.map(([fact]: [string]) => fact));
const stored = () => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort();
const banner = () => document.querySelector<HTMLElement>('section#holloway-ui');
const control = () => document.querySelector<HTMLElement>('button#holloway-ui');
const press = (label: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click();

/** Everything that was asked for has been answered, and the answers have been acted on. */
const settled = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

async function open(): Promise<Holloway> {
  delete window.holloway;
  const holloway = start({ site: 'store', collector: 'https://stats.example' });
  await settled();
  return holloway;
}

const leave = () => window.dispatchEvent(new Event('pagehide'));

beforeEach(() => {
  vi.useFakeTimers({
    now: Date.UTC(2026, 10, 23, 11),
    toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout'],
  });
  setUrl('https://shop.example/');
  localStorage.clear();
  sessionStorage.clear();
  document.body.innerHTML = '<main><h1>Shop</h1></main>';
  config = CONFIG;
  fetched = [];
  // happy-dom knows no requests that outlive a page; without them a beacon would be sent.
  Object.defineProperty(window.Request.prototype, 'keepalive', { value: true, configurable: true });
  vi.spyOn(console, 'warn').mockReset().mockReturnValue();
  vi.spyOn(window, 'fetch').mockImplementation(async (url, init) => {
    fetched.push({ url: String(url), ...(typeof init?.body === 'string' ? { body: init.body } : {}) });
    if (String(url).endsWith('config.json')) {
      return config ? Response.json(config) : new Response('', { status: 404 });
    }
    return new Response(null, { status: 204 });
  });
});

afterEach(async () => {
  // Ends the listening of the page that was open.
  await window.holloway?.consent.set({ analytics: false }).catch(() => {});
  vi.useRealTimers();
});

describe('before a choice', () => {
  it('nothing is sent and nothing is stored, whatever the visitor does', async () => {
    const holloway = await open();
    document.body.click();
    holloway.pageview();
    vi.advanceTimersByTime(60_000);
    leave();
    await settled();
    expect(fetched).toEqual([{ url: 'https://stats.example/v1/sites/store/config.json' }]);
    expect(stored()).toEqual([]);
    expect(holloway.consent.get()).toEqual({
      state: 'unknown',
      choices: { preferences: false, analytics: false, marketing: false },
      objection: false,
    });
  });

  it('the visitor is asked, and can use the page', async () => {
    await open();
    expect(banner()?.textContent).toContain('cookies');
    expect(document.activeElement).toBe(document.body);
  });

  it('nobody is asked where the site cannot be reached, and the developer is told once', async () => {
    config = null;
    await open();
    expect(banner()).toBeNull();
    expect(control()).toBeNull();
    expect(vi.mocked(console.warn).mock.calls).toEqual([
      ['Holloway: https://stats.example/ does not know the site store, or does not answer'],
    ]);
  });

  it('an objection by Global Privacy Control is told, and stands until the visitor chooses', async () => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true });
    const holloway = await open();
    expect(banner()?.textContent).toContain('Global Privacy Control');
    expect(holloway.consent.get().objection).toBe(true);
    press('Accept all');
    await settled();
    expect(holloway.consent.get().choices.analytics).toBe(true);
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: undefined, configurable: true });
  });
});

describe('after Accept all', () => {
  it('the banner is gone, the choice is kept, and the page is counted', async () => {
    await open();
    press('Accept all');
    await settled();
    expect(banner()).toBeNull();
    expect(localStorage.getItem('holloway.choice')).toBe(ACCEPTED_BY_BANNER);
    leave();
    await settled();
    expect(counted()).toContain('visit.entry');
    expect(JSON.parse(collected()[0]?.body ?? '')).toMatchObject({
      v: 1,
      site: 'store',
      day: '2026-11-23',
      statement: 'c9f1d2a4',
      basis: 'chosen',
    });
  });

  it('counts are sent every twenty seconds', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    await open();
    expect(collected()).toEqual([]);
    vi.advanceTimersByTime(20_000);
    await settled();
    expect(counted()).toContain('page.view');
  });

  it('the next page counts without asking', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    await open();
    expect(banner()).toBeNull();
    leave();
    await settled();
    expect(counted()).toContain('page.view');
  });

  it('another view of the page can be counted by hand', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    const holloway = await open();
    holloway.pageview();
    await settled();
    leave();
    await settled();
    expect(counted()).toContain('page.onward');
  });

  it('clicks on the positions of products are counted, and sent while the answer can be heard', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    config = { ...CONFIG, routes: [{ pattern: '/p/:name', type: 'product' }] };
    document.body.innerHTML = '<section id="new"><a href="/p/a">A</a><a href="/p/b">B</a></section>';
    await open();
    const link = document.querySelectorAll('a')[1];
    link?.addEventListener('click', (event) => event.preventDefault());
    link?.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, composed: true, button: 2 }));
    await settled();
    expect(collected()).toEqual([]);
    link?.click();
    await settled();
    const sent = collected().flatMap(({ body = '' }) => JSON.parse(body).increments);
    expect(sent.filter(([fact]) => fact === 'slot.clicked')).toEqual([
      ['slot.clicked', ['/', 'new/2', '/p/b', 'l'], 1, 0, 1],
    ]);
  });

  it('the focus goes to the control that can change it, in the place of the banner', async () => {
    await open();
    banner()?.querySelectorAll('button')[1]?.focus();
    press('Accept all');
    await settled();
    expect(document.activeElement).toBe(control());
    expect(document.body.firstElementChild).toBe(control());
  });

  it('the visitor is asked again only about a new statement, and is not counted meanwhile', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    config = { ...CONFIG, statement: '00000000' };
    await open();
    expect(banner()).not.toBeNull();
    leave();
    await settled();
    expect(collected()).toEqual([]);
  });

  it('the visitor is asked again after six months', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    vi.setSystemTime(Date.UTC(2027, 4, 26));
    await open();
    expect(banner()).not.toBeNull();
  });
});

describe('after Reject all', () => {
  it('nothing is kept but the choice, and nothing is sent', async () => {
    await open();
    press('Reject all');
    await settled();
    expect(banner()).toBeNull();
    vi.advanceTimersByTime(60_000);
    leave();
    await settled();
    expect(collected()).toEqual([]);
    expect(stored()).toEqual(['holloway.choice']);
    expect(localStorage.getItem('holloway.choice')).toBe(REJECTED);
  });

  it('the next page makes no request at all, and still offers to change it', async () => {
    localStorage.setItem('holloway.choice', REJECTED);
    await open();
    expect(fetched).toEqual([]);
    expect(control()?.textContent).toBe('Privacy settings');
  });

  it('the visitor can accept after all', async () => {
    localStorage.setItem('holloway.choice', REJECTED);
    await open();
    control()?.click();
    await settled();
    expect(banner()?.textContent).toContain('You have rejected.');
    expect(document.activeElement).toBe(banner());
    press('Accept all');
    await settled();
    expect(localStorage.getItem('holloway.choice')).toBe(ACCEPTED_BY_BANNER);
  });
});

describe('a withdrawal', () => {
  it('erases everything in the same tick, and sends nothing more', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    sessionStorage.setItem(
      'holloway.outbox',
      '{"quietUntil":9e15,"failures":1,"parcels":[{"body":"{}","madeAt":0}]}',
    );
    const holloway = await open();
    expect(stored()).toContain('holloway.visit');
    void holloway.consent.set({ analytics: false });
    expect(stored()).toEqual(['holloway.choice']);
    leave();
    vi.advanceTimersByTime(60_000);
    await settled();
    expect(collected()).toEqual([]);
    expect(stored()).toEqual(['holloway.choice']);
  });

  it('keeps the other choices as they were', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    const holloway = await open();
    await holloway.consent.set({ analytics: false });
    expect(holloway.consent.get().choices).toEqual({ preferences: true, analytics: false, marketing: true });
  });

  it('in another tab counts here too', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    await open();
    localStorage.setItem('holloway.choice', REJECTED);
    window.dispatchEvent(Object.assign(new Event('storage'), { key: 'holloway.choice' }));
    expect(stored()).toEqual(['holloway.choice']);
    leave();
    await settled();
    expect(collected()).toEqual([]);
  });

  it('is noticed by a page that comes back from the cache', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    await open();
    localStorage.clear();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    leave();
    await settled();
    expect(collected()).toEqual([]);
    expect(banner()).not.toBeNull();
  });
});

describe('a store with a control of its own', () => {
  it('is given no second one, and its own opens the banner', async () => {
    document.body.innerHTML = '<footer><a href="#privacy" data-holloway-open>Cookies</a></footer>';
    localStorage.setItem('holloway.choice', ACCEPTED);
    await open();
    expect(control()).toBeNull();
    document.querySelector<HTMLElement>('[data-holloway-open]')?.click();
    await settled();
    expect(banner()).not.toBeNull();
  });
});

describe('start', () => {
  it('is once for a page', async () => {
    const first = await open();
    expect(start({ site: 'other', collector: 'https://other.example' })).toBe(first);
    expect(window.holloway).toBe(first);
  });

  it('keeps the path of the collector', async () => {
    delete window.holloway;
    start({ site: 'store', collector: '/relay' });
    await settled();
    expect(fetched[0]?.url).toBe('https://shop.example/relay/v1/sites/store/config.json');
  });

  it('throws for an address that is none', () => {
    delete window.holloway;
    expect(() => start({ site: 'store', collector: 'https://[' })).toThrow(TypeError);
  });
});
