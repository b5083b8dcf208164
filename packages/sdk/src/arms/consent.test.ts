// @vitest-environment happy-dom
import type { SiteConfig } from '@holloway/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CONFIG } from '../../test/config.ts';
import { setUrl, watchListeners } from '../../test/dom.ts';
import { WORDING } from '../../test/wording.ts';
import type { Holloway } from '../holloway.ts';
import { start } from '../start.ts';

const AGREED =
  '{"v":1,"statement":"c9f1d2a4","choices":{"preferences":true,"analytics":true,"marketing":true},"day":"2026-11-23"}';
const ONLY_B: SiteConfig = {
  ...CONFIG,
  experiments: [{ id: 'hero', arms: [{ name: 'a', share: 0 }, { name: 'b', share: 100 }] }], // biome-ignore format: a list
};

let config: SiteConfig | null;
let fetched: string[];
let endListening: () => void;

const kept = () => localStorage.getItem('holloway.arms');

async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await vi.dynamicImportSettled();
    for (let j = 0; j < 20; j++) await Promise.resolve();
    vi.advanceTimersByTime(0);
  }
}

async function open(choice: string | null): Promise<Holloway> {
  if (choice) localStorage.setItem('holloway.choice', choice);
  delete window.holloway;
  const holloway = start({ site: 'store', collector: 'https://stats.example' });
  await settled();
  return holloway;
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 11), toFake: ['Date', 'setInterval', 'setTimeout'] });
  endListening = watchListeners();
  setUrl('https://shop.example/');
  localStorage.clear();
  sessionStorage.clear();
  document.body.innerHTML = '<h1>Shop</h1>';
  config = ONLY_B;
  fetched = [];
  Object.defineProperty(window.Request.prototype, 'keepalive', { value: true, configurable: true });
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(window, 'fetch').mockImplementation(async (url) => {
    fetched.push(String(url));
    if (String(url).endsWith('en.json')) return { ok: true, json: async () => WORDING } as Response;
    if (!String(url).endsWith('config.json')) return new Response(null, { status: 204 });
    return config ? Response.json(config) : new Response('', { status: 404 });
  });
});

afterEach(async () => {
  await window.holloway?.consent.set({ analytics: false }).catch(() => {});
  endListening();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the arm of a test', () => {
  it('is a before the visitor has chosen: nothing is drawn, and nothing is kept', async () => {
    const holloway = await open(null);
    expect([await holloway.arm('hero'), kept()]).toEqual(['a', null]);
  });

  it('is a for a visitor who refused, for whom nothing is asked of the service', async () => {
    const holloway = await open(AGREED.replaceAll('true', 'false'));
    expect([await holloway.arm('hero'), kept(), fetched]).toEqual(['a', null, []]);
  });

  it('is a for a visitor who agreed to something else', async () => {
    const holloway = await open(AGREED.replace('"analytics":true', '"analytics":false'));
    expect([await holloway.arm('hero'), kept()]).toEqual(['a', null]);
  });

  it('is drawn once the visitor agrees', async () => {
    const holloway = await open(null);
    await holloway.consent.set({ analytics: true });
    expect([await holloway.arm('hero'), kept()]).toEqual(['b', 'hero=b']);
  });

  it('is told to a page that asks before anything is known of the site', async () => {
    localStorage.setItem('holloway.choice', AGREED);
    delete window.holloway;
    const asked = start({ site: 'store', collector: 'https://stats.example' }).arm('hero');
    await settled();
    expect(await asked).toBe('b');
  });

  it('is erased with a withdrawal, in the same tick, and a from then on', async () => {
    const holloway = await open(AGREED);
    await holloway.arm('hero');
    const withdrawn = holloway.consent.set({ analytics: false });
    expect(kept()).toBeNull();
    await withdrawn;
    expect([await holloway.arm('hero'), kept()]).toEqual(['a', null]);
  });

  it('is forgotten once no test runs any more', async () => {
    localStorage.setItem('holloway.arms', 'hero=b');
    config = CONFIG;
    const holloway = await open(AGREED);
    expect([await holloway.arm('hero'), kept()]).toEqual(['a', null]);
  });

  it('is a where the service does not answer', async () => {
    config = null;
    const holloway = await open(AGREED);
    expect(await holloway.arm('hero')).toBe('a');
  });
});
