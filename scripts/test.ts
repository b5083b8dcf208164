/** Builds what the tests need, then runs vitest with the arguments of the command line; its exit code is kept. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildAll } from './build.ts';
import { ROOT } from './run.ts';

const VITEST = path.join(ROOT, 'node_modules/vitest/vitest.mjs');

try {
  await buildAll({ log: console.log });
  const { status } = spawnSync(process.execPath, [VITEST, 'run', ...process.argv.slice(2)], {
    cwd: ROOT,
    // CI: snapshots are compared, never written; a test marked `only` is an error.
    env: { ...process.env, CI: 'true' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
