/**
 * Lays out the collector in a folder of its own, as it is installed where there is no repository: compiled, with the
 * script and the dashboard, and with exactly those dependencies that the lockfile names. Runs on any Node >= 22.12.
 */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildAll } from './build.ts';
import { ROOT } from './run.ts';

const PNPM = 'pnpm@12';

interface Manifest {
  readonly publishConfig?: { readonly [field: string]: unknown };
}

/** What publishing would do: the fields of `publishConfig` count, and sources stay away. */
function publish(folder: string): void {
  const file = path.join(folder, 'package.json');
  const { publishConfig = {}, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  // Not written in place: pnpm links files of packages to where they came from.
  rmSync(file);
  writeFileSync(file, `${JSON.stringify({ ...manifest, ...publishConfig }, null, 2)}\n`);
  rmSync(path.join(folder, 'src'), { recursive: true, force: true });
}

/**
 * @param folder Made by this; must not be there yet.
 * @throws Error where it is there, or with the words of the tool that failed.
 */
export async function layOut(folder: string, log: (line: string) => void): Promise<void> {
  if (existsSync(folder)) throw new Error('the folder is there already: give one that is not');
  await buildAll({ log, publish: true });
  await promisify(execFile)(
    'npx',
    ['--yes', '--loglevel=error', PNPM, '--filter', '@holloway/collector', 'deploy', '--prod', folder],
    { cwd: ROOT, env: { ...process.env, CI: 'true' } },
  );
  publish(folder);
  const ours = path.join(folder, 'node_modules/@holloway');
  for (const name of readdirSync(ours)) publish(realpathSync(path.join(ours, name)));
  log(`laid out in ${folder}: node dist/cli/main.js serve`);
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  try {
    if (folder === undefined) throw new Error('say where: npm run lay-out -- <folder>');
    await layOut(path.resolve(folder), console.log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
