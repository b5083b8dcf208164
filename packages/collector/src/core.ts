/**
 * Wires the parts between a store and a release, without a server: for commands, for the collector, and for tests on a
 * store and a clock of their own.
 */
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { keysIn, type SigningKeys } from './consent/keys.ts';
import { createPublisher, type Publisher } from './consent/publish.ts';
import { createGate, type Gate } from './ingest/admit.ts';
import { type Committer, type CommitterDeps, createCommitter } from './ingest/commit.ts';
import { createRetainer, type Retainer } from './keep/retainer.ts';
import { createRelease, type Release } from './report/release.ts';
import { type FactCodes, loadFactCodes } from './site/facts.ts';
import { createRegistry, type Registry } from './site/registry.ts';
import { createSealer, type Sealer } from './site/sealer.ts';
import { COUNTS, makeFolder } from './store/folder.ts';
import { openSqliteStore, type StoreBounds } from './store/sqlite.ts';
import type { Store } from './store/store.ts';

export interface Clock {
  now(): number;
}

export interface Parts {
  readonly store: Store;
  readonly registry: Registry;
  readonly codes: FactCodes;
  readonly gate: Gate;
  readonly committer: Committer;
  readonly sealer: Sealer;
  readonly release: Release;
  readonly publisher: Publisher;
  readonly retainer: Retainer;
}

/** Between two parts of long work: whoever else wants to write, in this process or another, gets to. */
const REST_MS = 20;
export const rest = (): Promise<void> => after(REST_MS);

/**
 * @param keys Of the signatures of statements.
 * @param schedule Calls back after some milliseconds, unless that is taken back.
 * @param pause Between two parts of long work. Default: not at all.
 */
export async function assemble(
  store: Store,
  clock: Clock,
  keys: SigningKeys,
  schedule: CommitterDeps['schedule'],
  pause: () => Promise<void> = async () => undefined,
): Promise<Parts> {
  const registry = createRegistry(store);
  const codes = await loadFactCodes(store);
  const gate = createGate();
  const committer = createCommitter({ store, registry, codes, gate, clock, schedule });
  const sealer = createSealer({
    store,
    registry,
    codes,
    exclusive: committer.between,
    onSeal: (site, day) => gate.forget(site, day),
  });
  const release = createRelease({ store, codes, dictionary: registry.dictionary });
  const publisher = createPublisher({ store, registry, clock, keys });
  const retainer = createRetainer({ store, registry, codes, exclusive: committer.between, rest: pause });
  return { store, registry, codes, gate, committer, sealer, release, publisher, retainer };
}

/** What commands work with. */
export interface Core extends Parts {
  close(): Promise<void>;
}

/** The file of a data folder that holds everything but accounts and keys. */
export const databaseIn = (dataFolder: string): string => join(dataFolder, COUNTS);

/**
 * @param dataFolder Created where it is missing, readable by its owner alone.
 * @param bounds How many cells a day of a site may have, and which days are closed beside. Default: those of the store.
 */
export async function openCore(
  dataFolder: string,
  clock: Clock,
  bounds: Partial<StoreBounds> = {},
): Promise<Core> {
  makeFolder(dataFolder);
  const store = openSqliteStore(databaseIn(dataFolder), bounds);
  const keys = keysIn(join(dataFolder, 'statement-key.json'));
  const schedule: CommitterDeps['schedule'] = (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  };
  const parts = await assemble(store, clock, keys, schedule, rest);
  return {
    ...parts,
    async close() {
      await Promise.all([parts.sealer.stop(), parts.retainer.stop()]);
      await parts.committer.drain();
      await store.close();
    },
  };
}
