// @vitest-environment happy-dom
import type { SiteConfig } from '@holloway/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CONFIG } from '../test/config.ts';
import { forgetCookie, setUrl, watchListeners } from '../test/dom.ts';
import { WORDING } from '../test/wording.ts';
import type { ConsentStatus, Holloway, StartOptions } from './holloway.ts';
import { start } from './start.ts';

const ACCEPTED =
  '{"v":1,"statement":"c9f1d2a4","choices":{"preferences":true,"analytics":true,"marketing":true},"day":"2026-11-23"}';
const REJECTED = ACCEPTED.replaceAll('true', 'false');
const CONFIG_URL = 'https://stats.example/v1/sites/store/config.json';
const WORDING_URL = 'https://stats.example/v1/sites/store/statements/c9f1d2a4/en.json';

let fetched: { url: string; body?: string }[];
let config: SiteConfig | null;
let endListening: () => void;

const urls = () => fetched.map(({ url }) => url);
const collected = () => fetched.filter(({ url }) => url.endsWith('/v1/collect'));
const counted = () =>
  collected().flatMap(({ body = '' }) => JSON.parse(body).increments.map(([fact]: [string]) => fact));
const stored = () => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort();
const banner = () => document.querySelector<HTMLElement>('section#holloway-ui');
const centre = () => document.querySelector<HTMLDialogElement>('dialog#holloway-ui');
const control = () => document.querySelector<HTMLElement>('#holloway-control');
const press = (action: 'accept' | 'reject' | 'choose') =>
  document.querySelector<HTMLElement>(`#holloway-ui [data-holloway-action=${action}]`)?.click();

/** Everything that was asked for has come, and has been acted on. */
async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await vi.dynamicImportSettled();
    for (let j = 0; j < 20; j++) await Promise.resolve();
    vi.advanceTimersByTime(0); // what is done in a turn of its own
  }
}

async function open(options: Partial<StartOptions> = {}): Promise<Holloway> {
  delete window.holloway;
  const holloway = start({ site: 'store', collector: 'https://stats.example', ...options });
  await settled();
  return holloway;
}

const leave = () => window.dispatchEvent(new Event('pagehide'));

/** Another tab has changed what is stored. */
const hearOf = (key: string | null) => window.dispatchEvent(Object.assign(new Event('storage'), { key }));

const objecting = (value: boolean | undefined) =>
  Object.defineProperty(navigator, 'globalPrivacyControl', { value, configurable: true });

beforeEach(() => {
  vi.useFakeTimers({
    now: Date.UTC(2026, 10, 23, 11),
    toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
  });
  endListening = watchListeners();
  setUrl('https://shop.example/');
  localStorage.clear();
  sessionStorage.clear();
  document.documentElement.lang = '';
  document.body.innerHTML = '<main><h1>Shop</h1></main>';
  config = CONFIG;
  fetched = [];
  // happy-dom knows no requests that outlive a page; without them a beacon would be sent.
  Object.defineProperty(window.Request.prototype, 'keepalive', { value: true, configurable: true });
  vi.spyOn(console, 'warn').mockReset().mockReturnValue();
  vi.spyOn(window, 'fetch').mockImplementation(async (url, init) => {
    fetched.push({ url: String(url), ...(typeof init?.body === 'string' ? { body: init.body } : {}) });
    if (String(url) === WORDING_URL) return { ok: true, json: async () => WORDING } as Response;
    if (!String(url).endsWith('config.json')) return new Response(null, { status: 204 });
    return config ? Response.json(config) : new Response('', { status: 404 });
  });
});

afterEach(async () => {
  await window.holloway?.consent.set({ analytics: false }).catch(() => {});
  endListening();
  objecting(undefined);
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
    expect(urls()).toEqual([CONFIG_URL, WORDING_URL]);
    expect(stored()).toEqual([]);
    expect(holloway.consent.get()).toEqual({
      state: 'unknown',
      choices: { preferences: false, analytics: false, marketing: false },
      basis: null,
      objection: false,
      day: null,
    });
  });

  it('the visitor is asked, and keeps the focus', async () => {
    await open();
    expect(banner()).not.toBeNull();
    expect(control()).toBeNull();
    expect(document.activeElement).toBe(document.body);
  });

  it('nobody is asked where the site cannot be reached, and the developer is told', async () => {
    config = null;
    await open();
    expect([banner(), control()]).toEqual([null, null]);
    expect(new Set(vi.mocked(console.warn).mock.calls.map(([text]) => text))).toEqual(
      new Set(['Holloway: no store at https://stats.example/']),
    );
  });

  it('an objection by Global Privacy Control stands until the visitor chooses', async () => {
    objecting(true);
    const holloway = await open();
    expect(banner()?.textContent).toContain('objection');
    expect(holloway.consent.get()).toMatchObject({ state: 'unknown', objection: true });
    press('accept');
    await settled();
    expect(holloway.consent.get().choices.analytics).toBe(true);
  });
});

describe('after Accept all', () => {
  it('the banner is gone, the choice is kept, and the page is counted', async () => {
    await open();
    press('accept');
    expect(banner()).toBeNull();
    expect(localStorage.getItem('holloway.choice')).toBe(ACCEPTED);
    await settled();
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

  it('means what the store asks about, and no more', async () => {
    config = { ...CONFIG, categories: ['analytics'] };
    const holloway = await open();
    press('accept');
    expect(holloway.consent.get().choices).toEqual({ preferences: false, analytics: true, marketing: false });
  });

  it('the choice itself is counted, by statement and surface', async () => {
    await open();
    press('accept');
    await settled();
    leave();
    await settled();
    const increments = collected().flatMap(({ body = '' }) => JSON.parse(body).increments);
    expect(increments.filter(([fact]) => fact === 'consent.choice')).toEqual([
      ['consent.choice', ['c9f1d2a4', 'banner', 'accepted'], 1],
    ]);
  });

  it('counts are sent every twenty seconds', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    await open();
    expect(collected()).toEqual([]);
    vi.advanceTimersByTime(20_000);
    await settled();
    expect(counted()).toContain('page.view');
  });

  it('the next page counts without asking, and loads no wording', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    await open();
    expect(banner()).toBeNull();
    expect(urls()).toEqual([CONFIG_URL]);
    leave();
    await settled();
    expect(counted()).toContain('page.view');
    expect(counted()).not.toContain('consent.choice');
  });

  it('what was sent can be read again', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    await open();
    leave();
    await settled();
    expect(JSON.parse(sessionStorage.getItem('holloway.sent') ?? '')).toEqual(
      collected().map(({ body }) => body),
    );
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
    await vi.advanceTimersByTimeAsync(1_000); // long enough to know the page
    link?.click();
    await vi.advanceTimersByTimeAsync(0); // the page has its click first
    await settled();
    const sent = collected().flatMap(({ body = '' }) => JSON.parse(body).increments);
    expect(sent.filter(([fact]) => fact === 'slot.clicked')).toEqual([
      ['slot.clicked', ['/', 'new/2', '/p/b', 'l'], 1, 0, 1],
    ]);
  });

  it('the focus goes to the control that can change it, first on the page', async () => {
    await open();
    banner()?.querySelector('button')?.focus();
    press('accept');
    expect(document.activeElement).toBe(control());
    expect(document.body.firstElementChild).toBe(control());
  });

  it('the visitor is asked again only about a new statement, and what was kept is erased meanwhile', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    localStorage.setItem('holloway.visit', '{}');
    config = { ...CONFIG, statement: '00000001' };
    vi.mocked(window.fetch).mockImplementation(async (url) => {
      fetched.push({ url: String(url) });
      return {
        ok: true,
        json: async () => (String(url).endsWith('config.json') ? config : WORDING),
      } as Response;
    });
    await open();
    expect(banner()).not.toBeNull();
    expect(stored()).toEqual(['holloway.choice']);
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
    press('reject');
    expect(banner()).toBeNull();
    await settled();
    vi.advanceTimersByTime(60_000);
    leave();
    await settled();
    expect(collected()).toEqual([]);
    expect(stored()).toEqual(['holloway.choice']);
    expect(localStorage.getItem('holloway.choice')).toBe(REJECTED);
  });

  it('the next page makes no request at all, and still offers to change it', async () => {
    localStorage.setItem('holloway.choice', REJECTED);
    const holloway = await open();
    expect(fetched).toEqual([]);
    expect(control()?.textContent).toBe('Privacy settings');
    expect(holloway.consent.get()).toMatchObject({ state: 'rejected', basis: 'chosen', day: '2026-11-23' });
  });

  it('the next page loads on before it is offered', async () => {
    localStorage.setItem('holloway.choice', REJECTED);
    delete window.holloway;
    const holloway = start({ site: 'store', collector: 'https://stats.example' });
    expect([holloway.consent.get().state, control()]).toEqual(['rejected', null]);
    await settled();
    expect(control()).not.toBeNull();
  });

  it('the next page offers it in English to whoever reads none of its languages', async () => {
    localStorage.setItem('holloway.choice', REJECTED);
    document.documentElement.lang = 'ko';
    const languages = vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['ko-KR']);
    await open();
    languages.mockRestore();
    expect([control()?.textContent, control()?.lang]).toEqual(['Privacy settings', 'en']);
  });

  it('the next page erases what another tab or sub-domain could not', async () => {
    localStorage.setItem('holloway.choice', REJECTED);
    for (const key of ['visit', 'ledger', 'preferences']) localStorage.setItem(`holloway.${key}`, '{}');
    for (const key of ['outbox', 'sent']) sessionStorage.setItem(`holloway.${key}`, '[]');
    await open();
    expect(stored()).toEqual(['holloway.choice']);
  });

  it('nobody is asked again about a new statement', async () => {
    localStorage.setItem('holloway.choice', REJECTED.replace('c9f1d2a4', '00000001'));
    await open();
    expect([banner(), fetched.length]).toEqual([null, 0]);
  });

  it('the visitor can accept after all', async () => {
    localStorage.setItem('holloway.choice', REJECTED);
    await open();
    control()?.click();
    await settled();
    expect(centre()?.textContent).toContain('rejected');
    press('accept');
    expect(localStorage.getItem('holloway.choice')).toBe(ACCEPTED);
  });

  it('refusals are counted only where the site says so: one count, without any detail, once', async () => {
    config = { ...CONFIG, countsRefusals: true };
    const holloway = await open();
    press('reject');
    await settled();
    expect(collected().map(({ body = '' }) => JSON.parse(body))).toMatchObject([
      {
        basis: 'default',
        slices: {},
        increments: [['consent.choice', ['c9f1d2a4', 'banner', 'rejected'], 1, 2]],
      },
    ]);
    await holloway.consent.set({ analytics: false });
    await settled();
    expect(collected()).toHaveLength(1);
    expect(stored()).toEqual(['holloway.choice']);
  });

  it('a refusal is not counted of a browser that objects to it', async () => {
    objecting(true);
    config = { ...CONFIG, countsRefusals: true };
    await open();
    press('reject');
    await settled();
    expect(collected()).toEqual([]);
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

  it('is as quick where the session is yet to come', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    localStorage.setItem('holloway.ledger', '[]');
    sessionStorage.setItem('holloway.sent', '[]');
    delete window.holloway;
    const holloway = start({ site: 'store', collector: 'https://stats.example' });
    void holloway.consent.set({ analytics: false });
    expect(stored()).toEqual(['holloway.choice']);
    await settled();
    expect(JSON.parse(localStorage.getItem('holloway.choice') ?? '').choices.analytics).toBe(false);
  });

  it('keeps the other choices as they were', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    const holloway = await open();
    await holloway.consent.set({ analytics: false });
    expect(holloway.consent.get().choices).toEqual({ preferences: true, analytics: false, marketing: true });
  });

  it('of one thing before the site is known leaves the rest as it was', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    delete window.holloway;
    const holloway = start({ site: 'store', collector: 'https://stats.example' });
    await holloway.consent.set({ marketing: false });
    expect(holloway.consent.get().choices).toEqual({ preferences: true, analytics: true, marketing: false });
  });

  it('in another tab counts here too, at once', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    const holloway = await open();
    localStorage.setItem('holloway.choice', REJECTED);
    hearOf('holloway.choice');
    expect(holloway.consent.get().state).toBe('rejected');
    expect(stored()).toEqual(['holloway.choice']);
    leave();
    await settled();
    expect(collected()).toEqual([]);
  });

  it.each([
    { before: 'refused', choice: REJECTED },
    { before: 'was not asked yet', choice: null },
  ])('that agrees is no leave to count what was told while the visitor $before', async ({ choice }) => {
    if (choice) localStorage.setItem('holloway.choice', choice);
    const holloway = await open();
    const add = (item_id: string) => holloway.track('add_to_cart', { items: [{ item_id }] });
    add('BEFORE');
    Object.assign(window, {
      dataLayer: [{ event: 'add_to_cart', ecommerce: { items: [{ item_id: 'BEFORE' }] } }],
    });
    localStorage.setItem('holloway.choice', ACCEPTED);
    hearOf('holloway.choice');
    await settled();
    add('AFTER');
    await settled();
    leave();
    await settled();
    Reflect.deleteProperty(window, 'dataLayer');
    const bodies = collected()
      .map(({ body }) => body)
      .join();
    expect(bodies).toContain('AFTER');
    expect(bodies).not.toContain('BEFORE');
  });

  it('that was made before counts what the page tells before anybody listens', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    delete window.holloway;
    start({ site: 'store', collector: 'https://stats.example' }).track('add_to_cart', {
      items: [{ item_id: 'EARLY' }],
    });
    await settled();
    leave();
    await settled();
    expect(
      collected()
        .map(({ body }) => body)
        .join(),
    ).toContain('EARLY');
  });

  it('that was made before counts the last hundred things that the page tells before anybody listens', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    delete window.holloway;
    const { track } = start({ site: 'store', collector: 'https://stats.example' });
    for (let i = 1; i <= 150; i++) track('add_to_cart', { items: [{ item_id: `KE-${i}` }] });
    await settled();
    leave();
    await settled();
    const increments = collected().flatMap(({ body = '' }) => JSON.parse(body).increments);
    const added = increments.flatMap(([fact, [item]]) => (fact === 'commerce.added' ? item : []));
    expect([added.length, added.includes('KE-50'), added.includes('KE-51')]).toEqual([100, false, true]);
  });

  it('is noticed by a page that comes back from the cache', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    await open();
    localStorage.clear();
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await settled();
    leave();
    await settled();
    expect(collected()).toEqual([]);
    expect(banner()).not.toBeNull();
  });
});

describe('a page on which counting cannot begin', () => {
  beforeEach(() => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    vi.spyOn(window, 'setInterval').mockImplementation(() => {
      throw new TypeError('theirs');
    });
  });
  afterEach(() => vi.mocked(window.setInterval).mockRestore());

  it('is not listened to, and nothing of it is sent', async () => {
    await open();
    expect(window.setInterval).toHaveBeenCalled();
    document.querySelector('h1')?.click();
    leave();
    await settled();
    expect(collected()).toEqual([]);
  });

  it('hears no error, and its visitor may choose anew', async () => {
    const holloway = await open();
    await expect(holloway.consent.set({ marketing: false })).resolves.toBeUndefined();
    await holloway.consent.set({ analytics: false });
    expect(stored()).toEqual(['holloway.choice']);
    expect(holloway.consent.get().choices).toEqual({ preferences: true, analytics: false, marketing: false });
    expect(control()).not.toBeNull();
  });
});

describe('where the jurisdiction does not ask first', () => {
  beforeEach(() => {
    config = { ...CONFIG, jurisdiction: 'us', model: 'opt-out' };
  });

  it('it counts until the visitor objects, and says on which basis', async () => {
    const holloway = await open();
    expect(banner()).toBeNull();
    expect(control()).not.toBeNull();
    expect(holloway.consent.get()).toMatchObject({ state: 'accepted', basis: 'default' });
    leave();
    await settled();
    expect(JSON.parse(collected()[0]?.body ?? '')).toMatchObject({ basis: 'default' });
    await holloway.consent.set({ preferences: false, analytics: false, marketing: false });
    expect(stored()).toEqual(['holloway.choice']);
  });

  it('an objection by the browser is honoured, and shown to be', async () => {
    objecting(true);
    const holloway = await open();
    expect([banner(), control()?.textContent]).toEqual([null, 'Privacy settings · GPC ✓']);
    expect(holloway.consent.get()).toMatchObject({ state: 'unknown', basis: null });
    leave();
    await settled();
    expect([collected(), stored()]).toEqual([[], []]);
  });
});

describe('who listens', () => {
  it('is told at once and at each change, until it has heard enough', async () => {
    const holloway = await open();
    const heard: ConsentStatus['state'][] = [];
    const end = holloway.consent.on(({ state }) => heard.push(state));
    press('accept');
    await holloway.consent.set({ preferences: false, analytics: false, marketing: false });
    end();
    press('accept');
    await holloway.consent.set({ analytics: true });
    expect(heard).toEqual(['unknown', 'accepted', 'rejected']);
  });

  it('may fail, and stops neither the choice nor whoever listens next', async () => {
    const holloway = await open();
    // The runner listens for errors that nobody keeps quiet; this one is meant.
    const runners = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    const failed = new Promise((resolve) => process.once('unhandledRejection', resolve));
    const heard: string[] = [];
    holloway.consent.on(({ state }) => {
      if (state === 'rejected') throw new Error('theirs');
    });
    holloway.consent.on(({ state }) => heard.push(state));
    press('reject');
    expect([banner(), heard]).toEqual([null, ['unknown', 'rejected']]);
    expect(await failed).toEqual(new Error('theirs'));
    for (const runner of runners) process.on('unhandledRejection', runner);
  });

  it('hears of it as an event of the document, too', async () => {
    const heard: boolean[] = [];
    const listener = ({ detail }: CustomEvent<ConsentStatus>) => heard.push(detail.choices.marketing);
    document.addEventListener('holloway:consent', listener);
    await open();
    press('accept');
    document.removeEventListener('holloway:consent', listener);
    expect(heard).toEqual([true]);
  });

  it('is Google’s tags, where the store wants it: denied before anything, updated on a choice', async () => {
    const page: { dataLayer?: [string, string, Record<string, string>][] } = window as object;
    Reflect.deleteProperty(window, 'dataLayer');
    await open({ consentMode: true });
    press('accept');
    const told = page.dataLayer?.map(([, command, signals]) => [command, signals.ad_storage]);
    expect(told).toEqual([
      ['default', 'denied'],
      ['update', 'granted'],
    ]);
    Reflect.deleteProperty(window, 'dataLayer');
    await open();
    expect(page.dataLayer).toBeUndefined();
  });
});

describe('erasing everything', () => {
  const erase = async () => {
    control()?.click();
    await settled();
    document.querySelector<HTMLElement>('#holloway-ui [data-holloway-held] summary')?.click();
    await settled();
    [...document.querySelectorAll<HTMLElement>('#holloway-ui button')]
      .find(({ textContent }) => textContent === 'erase')
      ?.click();
    await settled();
  };

  it('leaves nothing, says so, and asks again', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    const holloway = await open();
    await erase();
    expect(stored()).toEqual([]);
    expect(centre()?.textContent).toContain('erased');
    expect(holloway.consent.get().state).toBe('unknown');
  });

  it('keeps a refusal where nobody is asked: to forget it would be to agree', async () => {
    config = { ...CONFIG, jurisdiction: 'us', model: 'opt-out' };
    localStorage.setItem('holloway.choice', REJECTED);
    const holloway = await open();
    await erase();
    expect(stored()).toEqual(['holloway.choice']);
    expect(holloway.consent.get().state).toBe('rejected');
    expect(collected()).toEqual([]);
  });
});

describe('what a visitor states of their own will', () => {
  const key = 'holloway.preferences';

  it('is read by the store, and goes with the consent to keep it', async () => {
    localStorage.setItem('holloway.choice', ACCEPTED);
    localStorage.setItem(key, '{"colour":"sage"}');
    const holloway = await open();
    expect(holloway.preferences()).toEqual({ colour: 'sage' });
    void holloway.consent.set({ preferences: false });
    expect([holloway.preferences(), localStorage.getItem(key)]).toEqual([{}, null]);
  });
});

describe('a choice for all sub-domains', () => {
  // happy-dom keeps the name of a cookie that is erased.
  const cookies = () => document.cookie.split('; ').filter((cookie) => /^holloway\.\w+=./.test(cookie));
  const forget = () => forgetCookie('shop.example');
  beforeEach(forget);
  afterEach(forget);

  it('is kept in a cookie of theirs, and found there', async () => {
    setUrl('https://www.shop.example/');
    await open({ domain: 'shop.example' });
    press('reject');
    expect(cookies()).toEqual([`holloway.choice=${encodeURIComponent(REJECTED)}`]);
    expect(stored()).toEqual([]);
    await settled();
    document.body.innerHTML = '';
    fetched = [];
    setUrl('https://blog.shop.example/');
    const holloway = await open({ domain: 'shop.example' });
    expect([holloway.consent.get().state, fetched.length]).toEqual(['rejected', 0]);
  });
});

describe('a choice that the shop’s own server keeps', () => {
  it('is told to it, and to nobody where none is named', async () => {
    setUrl('https://kept.example/');
    await open({ keep: '/holloway/choice' });
    press('reject');
    await settled();
    expect(fetched.filter(({ url }) => url === '/holloway/choice')).toEqual([
      { url: '/holloway/choice', body: REJECTED },
    ]);
    forgetCookie();
  });
});

describe('a store with a control of its own', () => {
  it('is given no second one, and its own opens the privacy centre', async () => {
    document.body.innerHTML = '<footer><a href="#privacy" data-holloway-open>Cookies</a></footer>';
    localStorage.setItem('holloway.choice', ACCEPTED);
    await open();
    expect(control()).toBeNull();
    document.querySelector<HTMLElement>('[data-holloway-open]')?.click();
    await settled();
    expect(centre()).not.toBeNull();
  });
});

describe('debugging', () => {
  it('explains each decision in the console, and is silent otherwise', async () => {
    const info = vi.spyOn(console, 'info').mockReset().mockReturnValue();
    localStorage.setItem('holloway.choice', REJECTED);
    await open();
    expect(info).not.toHaveBeenCalled();
    await open({ debug: true });
    expect(info.mock.calls).toEqual([
      ['Holloway: nothing is on: the visitor refused everything on 2026-11-23; no request is made'],
    ]);
  });
});

describe('start', () => {
  it('is once for a page', async () => {
    const first = await open();
    expect(start({ site: 'other', collector: 'https://other.example' })).toBe(first);
    expect(window.holloway).toBe(first);
  });

  it('keeps the path of the collector', async () => {
    await open({ collector: '/relay' });
    expect(fetched[0]?.url).toBe('https://shop.example/relay/v1/sites/store/config.json');
  });

  it('is not taken for an element of its name, such as `<html id="holloway">`', async () => {
    Object.assign(window, { holloway: { version: '' } });
    expect(start({ site: 'store', collector: 'https://stats.example' }).consent.get().state).toBe('unknown');
    await settled();
  });

  it('throws for an address that is none', () => {
    delete window.holloway;
    expect(() => start({ site: 'store', collector: 'https://[' })).toThrow(TypeError);
  });
});
