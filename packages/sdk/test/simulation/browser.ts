/**
 * One browser: its storage, its locks, its clock, and its tabs, each with the recorder, the outbox and the bodies that
 * ship. What a visitor and a machine may do to it are its methods.
 */
import type { Offsets } from '@holloway/protocol';
import { createExclusively, type Exclusively } from '../../src/record/exclusive.ts';
import type { Seen } from '../../src/record/memory.ts';
import { createRecorder } from '../../src/record/recorder.ts';
import { createStore, type KeyValueStore } from '../../src/storage.ts';
import { createNonce, encodeBodies } from '../../src/transport/bodies.ts';
import { createOutbox } from '../../src/transport/outbox.ts';
import { createPending, type Pending } from '../../src/transport/pending.ts';
import { createSend } from '../../src/transport/send.ts';
import type { Page } from '../../src/visit/observation.ts';
import type { Collector } from './collector.ts';
import { createLocks } from './locks.ts';
import { createNetwork, type Network } from './network.ts';
import type { Random } from './random.ts';
import { createSharedStorage, type SharedStorage } from './storage.ts';

const ENVELOPE = { site: 'store', statement: 'c9f1d2a4', basis: 'chosen' } as const;

/** What is broken on purpose, to see that it is noticed. */
export interface Mutation {
  store?(store: KeyValueStore): KeyValueStore;
  exclusively?(exclusively: Exclusively): Exclusively;
  pending?(pending: Pending): Pending;
  /** A body as it goes out. */
  body?(body: string): string;
}

export interface World {
  readonly random: Random;
  readonly collector: Collector;
  readonly offsets: Offsets;
  readonly mutation: Mutation;
  /** Milliseconds since 1970, of a clock that is right. */
  now: number;
}

export interface Tab {
  readonly isOpen: boolean;
  /** Another page is loaded, or the same again. The one before hears nothing of it. */
  load(page: Page, isReload: boolean): void;
  see(seen: Seen): void;
  seeSoon(seen: Seen): void;
  /** A second passes. */
  wait(): void;
  flush(isLast: boolean): void;
  /** As a page is hidden or left: everything is taken down and sent. */
  hide(): void;
  /** No event tells of it. @param writes It happens in the middle of them. */
  crash(writes?: number): void;
}

export interface Browser {
  readonly storage: SharedStorage;
  readonly network: Network;
  readonly tabs: readonly Tab[];
  /** By how much its clock is wrong, in milliseconds. */
  clockErrorMs: number;
  /** Pageviews that it sent, or tried to. */
  readonly views: number;
  /** @param from Its storage is copied, as when a tab is duplicated. */
  open(from?: Tab): Tab;
  grantLocks(most?: number): void;
  /** The visitor erases everything: nobody can tell that it is the same browser afterwards. */
  clear(): void;
}

export function createBrowser(name: string, world: World, hasLocks: boolean): Browser {
  const { random, collector, offsets, mutation } = world;
  const storage = createSharedStorage();
  const network = createNetwork(random);
  const locks = createLocks();
  const sessions = new Map<Tab, Map<string, string>>();
  /** Who a batch is of, by its nonce: whoever the browser was when it was made. */
  const makers = new Map<string, string>();
  let life = 0;
  let views = 0;

  const now = () => world.now + browser.clockErrorMs;

  const nonce = (): string => {
    const bytes = (array: Uint8Array) => array.map(() => random.below(256));
    const made = createNonce({ getRandomValues: (array) => bytes(array as unknown as Uint8Array) as never });
    makers.set(made, `${name}/${life}`);
    return made;
  };
  const deliver = (body: string): void => {
    const maker = makers.get(JSON.parse(body).batch) ?? `${name}/${life}`;
    collector.take(mutation.body?.(body) ?? body, maker, world.now);
  };

  function openPage(session: Map<string, string>, isTabOpen: () => boolean) {
    const view = storage.open();
    const due: (() => void)[] = [];
    let isGone = false;
    const isAlive = () => !isGone && isTabOpen();
    const shared = createStore(() => view.storage);
    const own = createStore(
      () =>
        ({
          getItem: (key: string) => session.get(key) ?? null,
          setItem(key: string, value: string) {
            if (storage.mode !== 'works') throw new DOMException('full', 'QuotaExceededError');
            session.set(key, value);
          },
          removeItem: (key: string) => void session.delete(key),
        }) as Partial<Storage> as Storage,
    );
    const { signal } = new AbortController();
    const real = createPending();
    const pending = mutation.pending?.(real) ?? real;
    const exclusively = createExclusively(hasLocks ? locks.of(isAlive, view.refresh) : undefined);
    const recorder = createRecorder({
      store: mutation.store?.(shared) ?? shared,
      exclusively: mutation.exclusively?.(exclusively) ?? exclusively,
      pending,
      offsets,
      signal,
      now,
      elapsed: now,
      viewport: () => 's',
      later: (work) => void due.push(work),
    });
    const outbox = createOutbox({
      store: own,
      send: createSend(
        {
          fetch: network.fetchOf(isAlive, deliver),
          Request,
          navigator: {
            sendBeacon: () => false,
            get onLine() {
              return network.mode !== 'offline';
            },
          },
        },
        'https://stats.example/v1/collect',
        signal,
        (work) => work(),
      ),
      signal,
      now,
    });
    return {
      recorder,
      pass: () => {
        for (const work of due.splice(0)) work();
      },
      flush(isLast: boolean) {
        const all = pending.take();
        for (const [fact, , n] of all.flatMap(({ increments }) => increments)) {
          if (fact === 'page.view') views += n;
        }
        outbox.add(all.flatMap((taken) => encodeBodies(taken, ENVELOPE, nonce)));
        outbox.flush(isLast).catch(() => recorder.record({ kind: 'fault', reason: 'send' }));
      },
      crashAfter: view.crashAfter,
      leave() {
        isGone = true;
      },
    };
  }

  const browser: Browser = {
    storage,
    network,
    clockErrorMs: 0,
    grantLocks: locks.grant,
    get tabs() {
      return [...sessions.keys()].filter(({ isOpen }) => isOpen);
    },
    get views() {
      return views;
    },
    open(from?: Tab): Tab {
      const session = new Map(from && sessions.get(from));
      let isOpen = true;
      let shown: { readonly page: Page; readonly since: number } | null = null;
      let page = openPage(session, () => isOpen);
      const tab: Tab = {
        get isOpen() {
          return isOpen;
        },
        load(next, isReload) {
          page.leave();
          page = openPage(session, () => isOpen);
          shown = { page: next, since: world.now };
          tab.see({ kind: 'pageview', page: next, provenance: { source: 'direct' }, isReload });
          page.flush(false);
        },
        see: (seen) => void page.recorder.record(seen),
        seeSoon: (seen) => page.recorder.recordSoon(seen),
        wait: () => page.pass(),
        flush: (isLast) => page.flush(isLast),
        hide() {
          if (shown) {
            const engagedMs = world.now - shown.since;
            const { path } = shown.page;
            page.recorder.recordNow({ kind: 'pause', path, engagedMs }, { kind: 'scroll', path, tenth: 4 });
          }
          page.flush(true);
        },
        crash(writes = 0) {
          page.crashAfter(writes);
          locks.grant();
          isOpen = false;
          sessions.delete(tab);
        },
      };
      sessions.set(tab, session);
      return tab;
    },
    clear() {
      // What is marked is of who the browser was.
      for (const tab of sessions.keys()) tab.flush(false);
      life += 1;
      storage.clear();
      for (const session of sessions.values()) session.clear();
    },
  };
  return browser;
}
