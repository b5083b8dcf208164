/**
 * The door of every root command. Brings Node 24 and all dependencies through npm's registry where they are missing
 * or out of date, then runs the task with that Node. Plain JavaScript that needs nothing installed, for Node 20 or newer.
 * Knows no task beyond the file that does it.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PNPM = 'pnpm@12';
const OLDEST_NODE = 20;
const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.holloway', 'installed');
const NODE = path.join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** Where Node keeps what it compiled: a command starts in two thirds of the time, and the tests start it a hundred times. */
const COMPILED = path.join(MODULES, '.holloway', 'compiled');

/** The file of each task, and the arguments that come before those of the command line. */
const TASKS = {
  start: ['scripts/start.ts'],
  test: ['scripts/test.ts'],
  bench: ['bench/main.ts'],
  gate: ['e2e/gate/main.ts'],
  measure: ['e2e/measured/main.ts'],
  check: ['scripts/check.ts'],
  build: ['scripts/build.ts'],
  'lay-out': ['scripts/lay-out.ts'],
  docs: ['scripts/docs.ts'],
  format: ['node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.'],
  holloway: ['packages/collector/src/cli/main.ts'],
};

/** What an install depends on: another lockfile, platform or pnpm means another install. */
function fingerprint() {
  const hash = createHash('sha256').update(`${PNPM} ${process.platform} ${process.arch}\n`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    hash.update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex');
}

function isInstalled() {
  return existsSync(STAMP) && existsSync(NODE) && readFileSync(STAMP, 'utf8') === fingerprint();
}

/** Runs `npx pnpm install`, silent but for one line of progress; its output is shown where it fails. */
async function install() {
  const began = Date.now();
  const windows = process.platform === 'win32';
  const child = spawn(
    windows ? 'npx.cmd' : 'npx',
    ['--yes', '--loglevel=error', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'],
    // CI: pnpm must not ask whether it may replace a node_modules of another version.
    { cwd: ROOT, env: { ...process.env, CI: 'true' }, stdio: ['ignore', 'pipe', 'pipe'], shell: windows },
  );
  let output = '';
  let progress = '';
  const read = (chunk) => {
    output += chunk;
    progress = /Progress: (.*)/.exec(chunk)?.[1] ?? progress;
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);

  const { isTTY } = process.stderr;
  const show = () => {
    const line = `Installing dependencies, ${Math.round((Date.now() - began) / 1000)} s${progress && `: ${progress}`}`;
    process.stderr.write(isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  };
  show();
  const timer = setInterval(show, isTTY ? 1000 : 10_000);
  const code = await exitOf(child).finally(() => clearInterval(timer));
  process.stderr.write(isTTY ? '\r\x1b[K' : '');
  if (code !== 0 || !existsSync(NODE)) {
    process.stderr.write(output);
    fail(`the dependencies could not be installed (${PNPM}, exit code ${code}).
The reason stands above. Most often the registry of npm cannot be reached: see "npm config get registry".`);
  }
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, fingerprint());
  process.stderr.write(`Dependencies installed in ${Math.round((Date.now() - began) / 1000)} s\n`);
}

/** The exit code of a child, or 128 and the number of the signal that ended it, as shells have it. */
function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

async function run([file, ...given], args) {
  // Children that ask for "node", or for a tool by its name, get those of the project.
  const PATH = [path.dirname(NODE), path.join(MODULES, '.bin'), process.env.PATH].join(path.delimiter);
  const child = spawn(NODE, [path.join(ROOT, file), ...given, ...args], {
    cwd: ROOT,
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, PATH },
    stdio: 'inherit',
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to the child as well; a second one would be taken for "at once".
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  return exitOf(child);
}

function fail(message) {
  process.stderr.write(`holloway: ${message}\n`);
  process.exit(1);
}

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  fail(`Node ${OLDEST_NODE} or newer is needed to begin with; this is ${process.versions.node}.`);
}
const [name = '', ...args] = process.argv.slice(2);
const task = Object.hasOwn(TASKS, name)
  ? TASKS[name]
  : fail(`no task "${name}": ${Object.keys(TASKS).join(', ')}`);
if (!isInstalled()) await install();
process.exitCode = await run(task, args);
