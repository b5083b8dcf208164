/**
 * The counting as it would go on if statistics were on, for a developer to see: the same code, with stores that last as
 * long as the page, and no network. Nothing is stored and nothing is sent.
 */
import type { SiteConfig } from '@holloway/protocol';
import type { Told } from '../session.ts';
import type { KeyValueStore } from '../storage.ts';
import { createFeed, type DebugFeed } from './debug-feed.ts';

export interface DryRun {
  readonly feed: DebugFeed;
  /** The page has told something. */
  listen(): void;
  stop(): void;
}

interface DryRunDeps {
  readonly window: Window & typeof globalThis;
  readonly config: SiteConfig;
  readonly collector: string;
  /** What the page has told so far; stays as it is. */
  readonly told: readonly Told[];
  now(): number;
  onChange(): void;
}

function createMemory(): KeyValueStore {
  const held = new Map<string, string>();
  return {
    get: (key) => held.get(key) ?? null,
    set: (key, value) => held.set(key, value),
    replace: (key, value) => held.set(key, value).has(key),
    remove: (key) => held.delete(key),
  };
}

export async function beginDryRun(deps: DryRunDeps): Promise<DryRun> {
  const { window, config, collector, told, now, onChange } = deps;
  const { startAnalytics } = await import('../analytics.ts');
  const own = createMemory();
  const feed = createFeed({ net: window, isDry: true, own, now, onChange });
  const heard = new WeakSet<Told>();
  /** Copies: whoever counts in earnest is to be told it too. */
  const unheard: Told[] = [];
  const hear = (): void => {
    for (const one of told) if (!heard.has(one)) unheard.push(one);
    for (const one of unheard) heard.add(one);
  };
  hear();
  const analytics = startAnalytics({
    window,
    config,
    collector,
    shared: createMemory(),
    own,
    basis: () => 'chosen',
    told: unheard,
    isRemembered: true, // what the page has told so far would count, had the visitor agreed before
    tap: feed.tap,
  });
  return {
    feed,
    listen() {
      hear();
      analytics.listen();
    },
    stop: analytics.stop,
  };
}
