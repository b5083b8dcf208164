/**
 * Wires the parts between a store and a release, without a server: for commands, for the collector, and for tests on a
 * store and a clock of their own.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keysIn, type SigningKeys } from './consent/keys.ts';
import { createPublisher, type Publisher } from './consent/publish.ts';
import { createGate, type Gate } from './ingest/admit.ts';
import { type Committer, type CommitterDeps, createCommitter } from './ingest/commit.ts';
import { createRelease, type Release } from './report/release.ts';
import { type FactCodes, loadFactCodes } from './site/facts.ts';
import { createRegistry, type Registry } from './site/registry.ts';
import { createSealer, type Sealer } from './site/sealer.ts';
import { openSqliteStore } from './store/sqlite.ts';
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
}

/**
 * @param keys Of the signatures of statements.
 * @param schedule Calls back after some milliseconds, to write what has gathered.
 */
export async function assemble(
  store: Store,
  clock: Clock,
  keys: SigningKeys,
  schedule: CommitterDeps['schedule'],
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
  return { store, registry, codes, gate, committer, sealer, release, publisher };
}

/** What commands work with. */
export interface Core extends Parts {
  close(): Promise<void>;
}

/** The file of a data folder that holds everything but accounts and keys. */
export const databaseIn = (dataFolder: string): string => join(dataFolder, 'holloway.sqlite');

/** @param dataFolder Created where it is missing, readable by its owner alone. */
export async function openCore(dataFolder: string, clock: Clock): Promise<Core> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const store = openSqliteStore(databaseIn(dataFolder));
  const keys = keysIn(join(dataFolder, 'statement-key.json'));
  const parts = await assemble(store, clock, keys, (callback, delayMs) => {
    setTimeout(callback, delayMs);
  });
  return {
    ...parts,
    async close() {
      await parts.committer.drain();
      await store.close();
    },
  };
}
