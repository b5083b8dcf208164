// @vitest-environment happy-dom
import type { SiteConfig } from '@holloway/protocol';
import { type Holloway, start } from '@holloway/sdk';
import { act, createElement as h, type ReactNode, StrictMode, useEffect } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HollowayProvider, useConsent, useHolloway, useTrack } from '../src/holloway.tsx';
import { Page, slot, zone } from '../src/markup.tsx';

const OPTIONS = { site: 'my-shop', collector: 'https://stats.example' };
const CONFIG_URL = 'https://stats.example/v1/sites/my-shop/config.json';
const CONFIG: SiteConfig = {
  site: 'my-shop',
  timeZone: 'Europe/Rome',
  offsets: [[0, 60]],
  statement: 'c9f1d2a4',
  languages: ['en'],
  jurisdiction: 'eu',
  model: 'opt-in',
  categories: ['preferences', 'analytics', 'marketing'],
  services: [],
  preferences: [],
  position: 'bar',
  countsRefusals: false,
  countsMonths: 25,
  currency: 'EUR',
  boxes: 1,
  routes: [],
};

let host: HTMLElement;
let root: Root | undefined;

const Note = () => h('p', null, useConsent().choices.preferences ? 'on' : 'off');
const ORDER = { transaction_id: 'R-1', currency: 'EUR', items: [{ item_id: 'KE-101', price: 49.9 }] };
const Version = () => h('p', null, useHolloway()?.version ?? 'none');
const Told = () => {
  const track = useTrack();
  useEffect(() => track('purchase', ORDER), [track]);
  return null;
};
const provided = (...children: ReactNode[]) => h(StrictMode, null, h(HollowayProvider, OPTIONS, ...children));
const render = (node: ReactNode) =>
  act(async () => {
    root ??= createRoot(host);
    root.render(node);
  });
/** Renders as a server does, and takes it over as a browser does. @returns What the server rendered first. */
async function hydrate(node: ReactNode): Promise<Element | undefined> {
  host.innerHTML = renderToString(node);
  const [rendered] = host.children;
  await act(async () => {
    root = hydrateRoot(host, node);
  });
  return rendered;
}
const choose = (preferences: boolean) =>
  act(async () => {
    await window.holloway?.consent.set({ preferences });
  });

/** Those who follow the consent at this moment. */
function watchListeners({ consent }: Holloway): Set<unknown> {
  const listening = new Set<unknown>();
  const { on } = consent;
  vi.spyOn(consent, 'on').mockImplementation((listener) => {
    listening.add(listener);
    const end = on(listener);
    return () => {
      listening.delete(listener);
      end();
    };
  });
  return listening;
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.spyOn(console, 'error').mockReset().mockReturnValue();
  // The words of the banner do not come: nobody is asked here.
  vi.spyOn(window, 'fetch').mockImplementation((url) =>
    String(url) === CONFIG_URL ? Promise.resolve(Response.json(CONFIG)) : new Promise(() => {}),
  );
  localStorage.clear();
  delete window.holloway;
  host = document.createElement('div');
  document.body.replaceChildren(host);
});

afterEach(async () => {
  await act(async () => root?.unmount());
  root = undefined;
  vi.unstubAllGlobals();
});

describe('the provider', () => {
  it('starts once, though React renders and runs everything twice', async () => {
    await render(provided(h(Note)));
    const { holloway } = window;
    expect(holloway?.version).toMatch(/^\d+\.\d+\.\d+$/);
    await render(provided(h(Note), h(Note)));
    await choose(true);
    expect(window.holloway).toBe(holloway);
    const asked = vi.mocked(window.fetch).mock.calls.map(([url]) => url);
    expect(asked.filter((url) => url === CONFIG_URL)).toHaveLength(1);
  });

  it('is missed where there is none', async () => {
    await expect(render(h(Note))).rejects.toThrow('useHolloway needs a HollowayProvider above it');
  });
});

describe('a component that follows the consent', () => {
  it('renders again when it is given, and when it is taken back', async () => {
    await render(provided(h(Note)));
    expect(host.textContent).toBe('off');
    await choose(true);
    expect(host.textContent).toBe('on');
    await choose(false);
    expect(host.textContent).toBe('off');
  });

  it('listens once while it is there, and no longer when it is gone', async () => {
    const listening = watchListeners(start(OPTIONS));
    await render(provided(h(Note)));
    expect(listening.size).toBe(1);
    await render(provided());
    expect(listening.size).toBe(0);
  });
});

describe('what a server renders', () => {
  it('is what a visitor sees who was not asked yet', () => {
    expect(renderToString(provided(h(Note)))).toBe('<p>off</p>');
  });

  it('is taken over as it is by a visitor who has agreed, and then says so', async () => {
    await start(OPTIONS).consent.set({ preferences: true });
    const rendered = await hydrate(provided(h(Note)));
    expect(host.children[0]).toBe(rendered);
    expect(host.textContent).toBe('on');
    expect(console.error).not.toHaveBeenCalled();
  });
});

describe('Holloway itself', () => {
  it('is nothing on a server, and at hand once the page is hydrated', async () => {
    expect(renderToString(provided(h(Version)))).toBe('<p>none</p>');
    await hydrate(provided(h(Version)));
    expect(host.textContent).toBe(start(OPTIONS).version);
  });
});

describe('what is told', () => {
  it('from an effect reaches Holloway, also where a server has rendered first', async () => {
    const track = vi.spyOn(start(OPTIONS), 'track');
    await hydrate(provided(h(Told)));
    expect(track).toHaveBeenCalledWith('purchase', ORDER);
  });
});

describe('the markup', () => {
  it('names regions and products where they are shown', () => {
    const list = h('ul', zone('grid'), h('li', slot('KE-101')), h('li', slot('KE-102', 40)));
    expect(renderToString(list)).toBe(
      '<ul data-holloway-zone="grid"><li data-holloway-item="KE-101"></li>' +
        '<li data-holloway-item="KE-102" data-holloway-slot="40"></li></ul>',
    );
  });

  it('says in the head what page it is, and takes it away with the page', async () => {
    const declared = () => document.head.querySelector('meta[name=holloway]')?.getAttribute('content');
    await render(h(Page, { type: 'product', category: 'kettles', item: 'KE-101' }));
    expect(declared()).toBe('type=product; category=kettles; item=KE-101');
    await render(h(Page, { type: 'order' }));
    expect(declared()).toBe('type=order');
    await render(null);
    expect(declared()).toBeUndefined();
  });
});
