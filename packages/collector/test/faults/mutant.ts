/**
 * Collectors with one fault each, to see that the trials find it: `node mutant.ts <fault>`.
 * Each is the real one but for a few lines of its core.
 */
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { startCollector } from '../../src/collector.ts';
import { readConfig } from '../../src/config.ts';
import { type Core, openCore } from '../../src/core.ts';
import { createCommitter } from '../../src/ingest/commit.ts';
import type { Store } from '../../src/store/store.ts';

const LATE_MS = 200;

const answersFirst = (core: Core): Core => ({
  ...core,
  committer: {
    ...core.committer,
    async add(contribution) {
      setTimeout(() => core.committer.add(contribution).catch(() => undefined), LATE_MS);
      return 'committed';
    },
  },
});

/** The same core on another store: what was wired to the first is wired again. */
function onStore(core: Core, change: Partial<Store>): Core {
  const store = { ...core.store, ...change };
  const schedule = (callback: () => void, delayMs: number) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  };
  const committer = createCommitter({ ...core, store, clock: { now: Date.now }, schedule });
  return { ...core, store, committer };
}

const forgetsNonces = (core: Core): Core => {
  let turn = 0;
  const another = (nonce: string): string => `${nonce}:${process.pid}:${turn++}`;
  return onStore(core, {
    commit: (nonces, hour, changes) => core.store.commit(nonces.map(another), hour, changes),
  });
};

/** Leaves what it wrote to the system, to be flushed to the disk some time. */
function neverFlushes(core: Core): Core {
  return core;
}

const MUTANTS = { answersFirst, forgetsNonces, neverFlushes } as const;
export type MutantName = keyof typeof MUTANTS;

/** What starts it: for `startServing`. */
export const mutant = (name: MutantName): readonly string[] => [import.meta.filename, name];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const name = process.argv[2] as MutantName;
  const mutate = MUTANTS[name];
  if (name === 'neverFlushes') {
    const { pragma } = Database.prototype;
    Database.prototype.pragma = function (source, options) {
      return pragma.call(this, source.replace('synchronous = FULL', 'synchronous = OFF'), options);
    };
  }
  const collector = await startCollector(readConfig(process.env), {
    clock: { now: Date.now },
    report: (error) => console.error(error),
    warn: (message) => console.error(message),
    open: async (folder, clock, bounds) => mutate(await openCore(folder, clock, bounds)),
  });
  console.log(`holloway listens on ${collector.url}`);
}
