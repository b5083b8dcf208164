// @vitest-environment happy-dom
import type { SiteConfig } from '@holloway/protocol';
import { type Holloway, start } from '@holloway/sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type App, type Component, createApp, createSSRApp, h, nextTick, onMounted, ref } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { createHolloway, useConsent, useTrack } from '../src/holloway.ts';
import { slot, usePage, zone } from '../src/markup.ts';

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
const ORDER = { transaction_id: 'V-1', currency: 'EUR', items: [{ item_id: 'KE-101', price: 49.9 }] };

let host: HTMLElement;
let app: App | undefined;

const Note: Component = {
  setup() {
    const status = useConsent();
    return () => h('p', status.value.choices.preferences ? 'on' : 'off');
  },
};
const Told: Component = {
  setup() {
    const track = useTrack();
    onMounted(() => track('purchase', ORDER));
    return () => null;
  },
};

function mount(component: Component, create = createApp): void {
  app = create(component).use(createHolloway(OPTIONS));
  app.mount(host);
}
const choose = async (preferences: boolean) => {
  await window.holloway?.consent.set({ preferences });
  await nextTick();
};

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
  vi.spyOn(console, 'warn').mockReset().mockReturnValue();
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

afterEach(() => {
  app?.unmount();
  app = undefined;
});

describe('the plugin', () => {
  it('starts once, though two apps of a page use it', async () => {
    mount(Note);
    const { holloway } = window;
    expect(holloway?.version).toMatch(/^\d+\.\d+\.\d+$/);
    createApp(Note).use(createHolloway(OPTIONS));
    await choose(true);
    expect(window.holloway).toBe(holloway);
    const asked = vi.mocked(window.fetch).mock.calls.map(([url]) => url);
    expect(asked.filter((url) => url === CONFIG_URL)).toHaveLength(1);
  });

  it('is missed where it is not used', () => {
    expect(() => createApp(Note).mount(host)).toThrow('useHolloway needs app.use(createHolloway(…))');
  });
});

describe('a component that follows the consent', () => {
  it('renders again when it is given, and when it is taken back', async () => {
    mount(Note);
    expect(host.textContent).toBe('off');
    await choose(true);
    expect(host.textContent).toBe('on');
    await choose(false);
    expect(host.textContent).toBe('off');
  });

  it('listens once while it is there, and no longer when it is gone', async () => {
    const listening = watchListeners(start(OPTIONS));
    const isShown = ref(true);
    mount(() => (isShown.value ? h(Note) : null));
    expect(listening.size).toBe(1);
    isShown.value = false;
    await nextTick();
    expect(listening.size).toBe(0);
  });
});

describe('what a server renders', () => {
  const rendered = () => renderToString(createSSRApp(Note).use(createHolloway(OPTIONS)));

  it('is what a visitor sees who was not asked yet', async () => {
    expect(await rendered()).toBe('<p>off</p>');
  });

  it('is taken over as it is by a visitor who has agreed, and then says so', async () => {
    host.innerHTML = await rendered();
    const [first] = host.children;
    await start(OPTIONS).consent.set({ preferences: true });
    mount(Note, createSSRApp);
    await nextTick();
    expect(host.children[0]).toBe(first);
    expect(host.textContent).toBe('on');
    expect(console.warn).not.toHaveBeenCalled();
    expect(console.error).not.toHaveBeenCalled();
  });
});

describe('what is told', () => {
  it('from a component that has just been mounted reaches Holloway', () => {
    const track = vi.spyOn(start(OPTIONS), 'track');
    mount(Told);
    expect(track.mock.calls).toEqual([['purchase', ORDER]]);
  });
});

describe('the markup', () => {
  it('names regions and products where they are shown', async () => {
    const list = h('ul', zone('grid'), [h('li', slot('KE-101')), h('li', slot('KE-102', 40))]);
    expect(await renderToString(list)).toBe(
      '<ul data-holloway-zone="grid"><li data-holloway-item="KE-101"></li>' +
        '<li data-holloway-item="KE-102" data-holloway-slot="40"></li></ul>',
    );
  });

  it('says in the head what page it is, in place of what a server said, and takes it away with the page', async () => {
    const declared = () =>
      [...document.head.querySelectorAll('meta[name=holloway]')].map((meta) => meta.getAttribute('content'));
    document.head.innerHTML = '<meta name="holloway" content="type=home">';
    const item = ref('KE-101');
    const isShown = ref(true);
    const Product: Component = {
      setup() {
        usePage(() => ({ type: 'product', category: 'kettles', item: item.value }));
        return () => null;
      },
    };
    mount(() => (isShown.value ? h(Product) : null));
    expect(declared()).toEqual(['type=product; category=kettles; item=KE-101']);
    item.value = 'KE-102';
    await nextTick();
    expect(declared()).toEqual(['type=product; category=kettles; item=KE-102']);
    isShown.value = false;
    await nextTick();
    expect(declared()).toEqual([]);
  });
});
