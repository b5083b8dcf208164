/** A collector as a process that is watched from outside: every byte that it prints, and its heap at any moment. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = join(import.meta.dirname, '../../packages/collector/src/cli/main.ts');
const POLL_MS = 50;
const PATIENCE_MS = 60_000;
const SETTINGS = { HOST: '127.0.0.1', PORT: '0', HOLLOWAY_LOG: 'json', HOLLOWAY_RATE_PER_NETWORK: '0' };

export interface Watched {
  readonly url: string;
  /** Its data folder. */
  readonly data: string;
  /** A command of the same program on the same data. @returns What it printed. */
  holloway(...words: readonly string[]): Promise<string>;
  start(): Promise<void>;
  /** Waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** All that was printed so far, by every process of it. */
  printed(): string;
  /** What lives in its memory: V8 collects the rest before it writes. */
  heap(): Promise<Buffer>;
  remove(): Promise<void>;
}

/** @param program What `node` runs. Default: the collector as it is. */
export async function watchCollector(
  program: string = MAIN,
  settings: Readonly<Record<string, string>> = {},
): Promise<Watched> {
  const data = await mkdtemp(join(tmpdir(), 'holloway-attacked-'));
  const dumps = await mkdtemp(join(tmpdir(), 'holloway-heap-'));
  const env = { ...process.env, ...SETTINGS, HOLLOWAY_DATA: data, ...settings };
  let child: ChildProcess | null = null;
  let url = '';
  let printed = '';

  const until = async <T>(look: () => T | null | undefined | false): Promise<T> => {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(POLL_MS)) {
      const seen = look();
      if (seen) return seen;
    }
    throw new Error(`it did not come to that: ${printed}`);
  };
  const end: Watched['end'] = async (signal) => {
    const ending = child;
    child = null;
    if (ending === null) return;
    ending.kill(signal);
    await until(() => ending.exitCode !== null || ending.signalCode !== null);
  };

  return {
    data,
    get url() {
      return url;
    },
    holloway: (...words) =>
      new Promise((resolve, reject) => {
        execFile(process.execPath, [program, ...words], { env }, (error, stdout, stderr) => {
          if (error === null) resolve(stdout);
          else reject(new Error(`holloway ${words.join(' ')}: ${stderr}${stdout}`));
        });
      }),
    async start() {
      const flags = ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${dumps}`];
      const starting = spawn(process.execPath, [...flags, program, 'serve'], { env });
      child = starting;
      const from = printed.length;
      for (const stream of [starting.stdout, starting.stderr])
        stream.on('data', (chunk: Buffer) => {
          printed += chunk.toString('latin1');
        });
      url = await until(() => /"event":"listening","url":"([^"]+)"/.exec(printed.slice(from))?.[1]);
      for (;;) if ((await fetch(`${url}/readyz`)).ok) return;
    },
    end,
    printed: () => printed,
    async heap() {
      const before = new Set(readdirSync(dumps));
      child?.kill('SIGUSR2');
      const name = await until(() => readdirSync(dumps).find((each) => !before.has(each)));
      // Written by a thread that stands still meanwhile: it is whole once the collector answers again.
      for (let answers = false; !answers; await sleep(POLL_MS)) {
        answers = await fetch(`${url}/healthz`).then(
          ({ ok }) => ok,
          () => false, // a connection of before is closed by now
        );
      }
      const snapshot = readFileSync(join(dumps, name));
      if (!snapshot.subarray(-16).includes('}')) throw new Error('the heap was not written to its end');
      return snapshot;
    },
    async remove() {
      await end('SIGKILL');
      await Promise.all([data, dumps].map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
