/**
 * A real collector in a process of its own, with a data folder that outlives it: started, killed and started again.
 * What is said to it over HTTP is api.ts.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = join(import.meta.dirname, '../../packages/collector/src/cli/main.ts');
const READY_POLL_MS = 20;
const ADDRESS = /http:\/\/\S+:(\d+)$/;

export interface Collector {
  /** Without a trailing slash; the same after a restart. Throws before the first start. */
  readonly url: string;
  /** The folder that holds its data. */
  readonly data: string;
  /** Runs a command of the CLI on the same data and answers what it printed. Rejects with its words when it fails. */
  holloway(...words: readonly string[]): Promise<string>;
  /** A key that may read the reports of a site and import its history. */
  addKey(site: string): Promise<string>;
  /** Resolves when `/readyz` says so; rejects with what was printed when the process ends before. */
  start(): Promise<void>;
  /** `kill -9`: no chance to tidy up. */
  kill(): Promise<void>;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Ends it, if it runs, and deletes its data. */
  remove(): Promise<void>;
}

/** Makes the data folder; the first start chooses a free port. */
export async function createCollector(settings: Readonly<Record<string, string>> = {}): Promise<Collector> {
  const data = await mkdtemp(join(tmpdir(), 'holloway-'));
  const environment = { ...process.env, HOST: '127.0.0.1', HOLLOWAY_DATA: data, ...settings };
  let port: string | null = null;
  let child: ChildProcess | null = null;

  const url = (): string => {
    if (port === null) throw new Error('the collector was not started yet');
    return `http://127.0.0.1:${port}`;
  };
  const holloway = (...words: readonly string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const env = { ...environment, PORT: '0' };
      const running = execFile(process.execPath, [MAIN, ...words], { env }, (error, stdout, stderr) => {
        if (error === null) resolve(stdout.trim());
        else reject(new Error(`holloway ${words.join(' ')}: ${stderr || stdout || error.message}`));
      });
      running.stdin?.end();
    });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
    const exit = once(ending, 'exit');
    ending.kill(signal);
    await exit;
  };

  return {
    data,
    get url() {
      return url();
    },
    holloway,
    addKey: (site) =>
      holloway('key', 'add', 'test', '--site', site, '--permission', 'read', '--permission', 'import'),
    async start() {
      const starting = spawn(process.execPath, [MAIN, 'serve'], {
        env: { ...environment, PORT: port ?? '0' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = starting;
      let complaints = '';
      starting.stderr.on('data', (chunk: Buffer) => {
        complaints += chunk;
      });
      for await (const line of createInterface({ input: starting.stdout })) {
        const announced = ADDRESS.exec(line)?.[1];
        if (announced === undefined) continue;
        port = announced;
        while (!(await fetch(`${url()}/readyz`)).ok) await sleep(READY_POLL_MS);
        starting.stdout.resume();
        return;
      }
      throw new Error(`the collector did not start: ${complaints}`);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async remove() {
      await end('SIGTERM');
      await rm(data, { recursive: true, force: true });
    },
  };
}
