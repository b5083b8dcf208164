/**
 * Folders of data that several files of tests begin with: filled by whoever needs one first, and copied by all. A fortnight of
 * visitors takes longer to import than most files take to run.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the prepared folders, of one run of the tests. */
    readonly prepared: string;
  }
}

const LOOK_MS = 100;

/** For vitest: before the first file of a run; what it returns, after the last. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const prepared = await mkdtemp(join(tmpdir(), 'holloway-prepared-'));
  provide('prepared', prepared);
  return () => rm(prepared, { recursive: true, force: true });
}

/** Whether this is who makes it: a folder is made by one alone. */
function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

/**
 * Copies what `fill` makes of an empty folder into `to`.
 * @param name Of what it makes: the same for the same.
 */
export async function copyPrepared(
  name: string,
  to: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const ready = join(inject('prepared'), name);
  if (isFirst(`${ready}.lock`)) {
    mkdirSync(`${ready}.filling`);
    await fill(`${ready}.filling`);
    await rename(`${ready}.filling`, ready);
  }
  // Another file fills it; where that fails, this one is over with the time of its hook.
  while (!existsSync(ready)) await after(LOOK_MS);
  await cp(ready, to, { recursive: true });
}
