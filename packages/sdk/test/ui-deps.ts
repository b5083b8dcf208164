/** A core behind banner and privacy centre that keeps what it was told, and does no more than it must. */
import type { Choices, Messages, Wording } from '@holloway/protocol';
import type { Ui, UiDeps } from '../src/banner/ui-contract.ts';
import type { ConsentStatus } from '../src/holloway.ts';
import type { KeyValueStore } from '../src/storage.ts';
import { CONFIG } from './config.ts';
import { WORDING as NAMES } from './wording.ts';

/** Every text is its own name, but for those that are given. */
export const messagesWith = (texts: Partial<Messages>): Messages =>
  new Proxy(texts as Messages, {
    get: (given, name) =>
      typeof name === 'symbol' ? undefined : (given[name as 'open'] ?? NAMES.messages[name as 'open']),
  });

export const WORDING: Wording = { ...NAMES, messages: messagesWith({}) };

export const FILMS = {
  id: 'films',
  category: 'marketing',
  name: 'Films',
  provider: 'Films Ltd',
  purpose: 'Shows films.',
  data: 'The address of your connection.',
  duration: null,
  policy: 'https://films.example/privacy',
} as const;

export const NOTHING: Choices = { preferences: false, analytics: false, marketing: false };

export const UNDECIDED: ConsentStatus = {
  state: 'unknown',
  choices: NOTHING,
  basis: null,
  objection: false,
  day: null,
};

export const CHOSEN: ConsentStatus = {
  state: 'accepted',
  choices: { preferences: true, analytics: true, marketing: false },
  basis: 'chosen',
  objection: false,
  day: '2026-11-23',
};

export function mapStore(held: { readonly [key: string]: string } = {}): KeyValueStore {
  const map = new Map(Object.entries(held));
  return {
    get: (key) => map.get(key) ?? null,
    set: (key, value) => void map.set(key, value),
    replace: (key, value) => map.set(key, value).has(key),
    remove: (key) => void map.delete(key),
  };
}

export interface FakeCore extends UiDeps {
  /** Each call of what changes something, with its arguments. */
  readonly calls: readonly (readonly unknown[])[];
  /** Taken away by a choice, as the core does. */
  ui: Ui | null;
}

export function uiDeps({
  status = UNDECIDED,
  ...given
}: Partial<Omit<UiDeps, 'status'>> & { readonly status?: ConsentStatus } = {}): FakeCore {
  const calls: (readonly unknown[])[] = [];
  let now = status;
  const core: FakeCore = {
    window: window as Window & typeof globalThis,
    collector: 'https://stats.example/',
    config: CONFIG,
    wording: WORDING,
    shared: mapStore(),
    own: mapStore(),
    calls,
    ui: null,
    status: () => now,
    surface: () => 'banner',
    state: (...stated) => calls.push(['state', ...stated]),
    choose(choices, surface) {
      calls.push(['choose', choices, surface]);
      core.ui?.rest();
    },
    eraseAll() {
      calls.push(['eraseAll']);
      for (const store of [core.shared, core.own]) {
        for (const key of ['choice', 'visit', 'ledger', 'outbox', 'sent', 'preferences']) {
          store.remove(`holloway.${key}`);
        }
      }
      now = UNDECIDED;
    },
    ...given,
  };
  return core;
}
