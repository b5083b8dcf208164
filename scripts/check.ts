/**
 * Everything that can be said of the code without running it: types, format and lint, import rules, circular imports,
 * unused code. Two checks at a time; each that fails is shown with what its tool says, and the rest still run.
 */
import { globSync } from 'node:fs';
import path from 'node:path';
import { findCycles } from './checks/import-cycles.ts';
import { checkImports } from './checks/import-rules.ts';
import { readSourceTree } from './checks/source-tree.ts';
import { type Ran, ROOT, runNode } from './run.ts';

interface Check {
  readonly name: string;
  run(): Promise<Ran> | Ran;
}

const bin = (file: string): string => path.join(ROOT, 'node_modules', file);

const types: Check[] = globSync(
  ['tsconfig.json', '{packages,examples}/*/tsconfig.json', '{bench,e2e}/tsconfig.json'],
  {
    cwd: ROOT,
  },
)
  .sort()
  .map((config) => ({
    name: `types of ${config === 'tsconfig.json' ? 'scripts' : path.dirname(config)}`,
    run: () => runNode([bin('typescript/bin/tsc'), '-p', config]),
  }));

const verdict = (lines: readonly string[]): Ran => ({
  code: lines.length === 0 ? 0 : 1,
  output: lines.join('\n'),
});

const CHECKS: readonly Check[] = [
  {
    name: 'format and lint',
    run: () =>
      runNode([bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=10', '.']),
  },
  {
    name: 'import rules',
    run: () =>
      verdict(checkImports(readSourceTree()).map(({ file, line, message }) => `${file}:${line} ${message}`)),
  },
  {
    name: 'circular imports',
    run: () => verdict(findCycles(readSourceTree()).map((circle) => [...circle, circle[0]].join(' -> '))),
  },
  { name: 'unused code', run: () => runNode([bin('knip/bin/knip.js'), '--no-progress']) },
  ...types,
];

/** @returns Whether it holds. */
async function tell({ name, run }: Check): Promise<boolean> {
  const began = performance.now();
  const { code, output } = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    code === 0 ? `ok      ${name} (${seconds} s)` : `FAILED  ${name} (${seconds} s)\n${output.trimEnd()}\n`,
  );
  return code === 0;
}

const queue = [...CHECKS];
const failed: string[] = [];
async function worker(): Promise<void> {
  for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
    if (!(await tell(check))) failed.push(check.name);
  }
}
await Promise.all([worker(), worker()]);
console.log(
  failed.length === 0 ? `all ${CHECKS.length} checks hold` : `${failed.length} failed: ${failed.join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
