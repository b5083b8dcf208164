/** Stores for tests on the real engine; each is closed and its folder gone when its test is over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteStore, type StoreBounds } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holloway-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store on `file`, closed with the test. */
export function openStore(file: string, bounds: Partial<StoreBounds> = {}): Store {
  const store = openSqliteStore(file, bounds);
  onTestFinished(() => store.close());
  return store;
}

export const temporaryStore = (bounds: Partial<StoreBounds> = {}): Store =>
  openStore(join(temporaryFolder(), 'holloway.sqlite'), bounds);

/** The same engine without a file, for tests that make thousands of transactions and read no bytes. */
export const memoryStore = (): Store => openStore(':memory:');
