/** Data folders that concurrent tests share nothing of, gone when the file of tests is done, with whatever serves them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { endAll } from './serving.ts';

const folders: string[] = [];
afterAll(() => {
  endAll();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function temporaryData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'holloway-faults-'));
  folders.push(folder);
  return folder;
}
