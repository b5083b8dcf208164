/**
 * Builds what is shipped, each part only when its sources changed since its last build.
 * What a part consists of is its own matter: rollup, vite and tsc read the configuration in its folder.
 */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ROOT, runNode } from './run.ts';

interface Part {
  readonly name: string;
  readonly folder: string;
  /** Folders and files, from the root, whose contents decide; tests in them do not. */
  readonly sources: readonly string[];
  /** File from the root whose absence means that the part is not built. */
  readonly output: string;
  /** Folder from the root that is emptied first, so that nothing outlives its source. */
  readonly empties?: string;
  /** Script and arguments, run by Node in `folder`. */
  readonly command: readonly string[];
  /** What others built and it carries along: from and to, from the root. */
  readonly carries?: readonly (readonly [from: string, to: string])[];
}

const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');
const STAMPS = path.join(ROOT, 'node_modules/.holloway');

/** What the collector serves: the SDK as a script tag and as modules, and the dashboard. */
const BROWSER_PARTS: readonly Part[] = [
  {
    name: 'sdk',
    folder: 'packages/sdk',
    sources: ['packages/sdk', 'packages/protocol/src', 'tsconfig.base.json'],
    output: 'packages/sdk/dist/holloway.js',
    empties: 'packages/sdk/dist/holloway',
    command: ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'],
  },
  {
    name: 'dashboard',
    folder: 'packages/dashboard',
    sources: ['packages/dashboard', 'packages/insight/src', 'packages/protocol/src', 'tsconfig.base.json'],
    output: 'packages/dashboard/dist/index.html',
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
  },
];

/** The SDK has its script tag beside its modules. */
const outputFolder = (name: string): string => `packages/${name}/dist${name === 'sdk' ? '/esm' : ''}`;

/** What a package that is published holds. In the repository its sources are run as they are. */
const published = (name: string, needs: readonly string[] = []): Part => ({
  name: `${name} (to publish)`,
  folder: `packages/${name}`,
  sources: [name, ...needs].map((each) => `packages/${each}`).concat('tsconfig.base.json'),
  output: `${outputFolder(name)}/index.js`,
  empties: outputFolder(name),
  command: [TSC, '-p', 'tsconfig.build.json'],
});

/** In the order in which they need each other's types. */
const PUBLISHED_PARTS: readonly Part[] = [
  published('protocol'),
  published('sdk', ['protocol']),
  published('insight', ['protocol']),
  {
    ...published('collector', ['protocol', 'sdk', 'insight', 'dashboard']),
    // Where it is installed there is no folder of the others beside it.
    carries: [
      ['packages/sdk/dist/holloway.js', 'packages/collector/dist/assets/sdk/holloway.js'],
      ['packages/sdk/dist/holloway', 'packages/collector/dist/assets/sdk/holloway'],
      ['packages/dashboard/dist', 'packages/collector/dist/assets/dashboard'],
    ],
  },
];

/** Not sources: what others made, what is made here, and tests. */
const PASSED_OVER = /^(?:node_modules|dist|test|.*\.test\.tsx?)$/;

/** Every source file at or below a path from the root. */
function filesOf(source: string): string[] {
  if (!statSync(path.join(ROOT, source)).isDirectory()) return [source];
  return readdirSync(path.join(ROOT, source))
    .filter((name) => !PASSED_OVER.test(name))
    .flatMap((name) => filesOf(path.join(source, name)));
}

/** A hash of every source by path and content. */
function fingerprint({ sources, command }: Part): string {
  const hash = createHash('sha256').update(JSON.stringify(command));
  for (const file of sources.flatMap(filesOf).sort()) {
    hash.update(`\n${file}\n`).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex');
}

async function buildPart(part: Part, log: (line: string) => void): Promise<void> {
  const stamp = path.join(STAMPS, `${part.name.replaceAll(/\W+/g, '-')}.built`);
  const current = fingerprint(part);
  const isFresh = existsSync(path.join(ROOT, part.output)) && existsSync(stamp);
  if (isFresh && readFileSync(stamp, 'utf8') === current) return;

  const began = performance.now();
  rmSync(stamp, { force: true });
  if (part.empties !== undefined) rmSync(path.join(ROOT, part.empties), { recursive: true, force: true });
  const { code, output } = await runNode(part.command, { folder: part.folder });
  if (code !== 0) throw new Error(`${part.name} could not be built:\n${output}`);
  for (const [from, to] of part.carries ?? [])
    cpSync(path.join(ROOT, from), path.join(ROOT, to), { recursive: true });
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, current);
  log(`built ${part.name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

export interface BuildOptions {
  /** Told each part that had to be built. */
  readonly log: (line: string) => void;
  /** Also the packages as they are published. Default: only what the collector serves. */
  readonly publish?: boolean;
}

/**
 * Brings the built parts up to date; quick where they are.
 * @throws Error with the tool's own output where a part cannot be built.
 */
export async function buildAll({ log, publish = false }: BuildOptions): Promise<void> {
  for (const part of [...BROWSER_PARTS, ...(publish ? PUBLISHED_PARTS : [])]) await buildPart(part, log);
}

if (import.meta.main) {
  try {
    await buildAll({ log: console.log, publish: true });
    console.log('everything is built');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
