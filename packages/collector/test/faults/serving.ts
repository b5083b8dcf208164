/** A collector as a process of its own, on a data folder that outlives it: started, killed, started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openCore } from '../../src/core.ts';
import { addSite } from '../../src/site/add-site.ts';
import { declared, SHOP } from '../core.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');

export const ORIGIN = 'https://shop.example';
export const PAGES = Array.from({ length: 32 }, (_, i) => `/p/${i}`);

/** A site of which everything is declared, so that no count waits under `(other)` for a name. */
export async function prepareFolder(folder: string): Promise<void> {
  const core = await openCore(folder, { now: Date.now });
  try {
    await addSite(core, { ...SHOP, origins: [ORIGIN] }, declared('page', ...PAGES));
  } finally {
    await core.close();
  }
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Serving {
  readonly url: string;
  readonly pid: number;
  /** Everything it said that is not an answer. */
  complaints(): string;
  /** Resolves when it has said this, as an event of its log. */
  said(words: string): Promise<void>;
  /** @returns How it ended. */
  kill(signal: NodeJS.Signals): Promise<Exit>;
}

export interface StartOptions {
  /** What stands before the program, such as a limit that it is to run under. */
  readonly under?: readonly string[];
  /** The program and its arguments; default: `holloway serve`. */
  readonly program?: readonly string[];
  readonly env?: { readonly [name: string]: string };
}

/** What runs. A test that fails leaves its collector to whoever cleans up. */
const running = new Set<ChildProcess>();

export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

process.once('exit', endAll);

const exitOf = (child: ChildProcess): Promise<Exit> =>
  new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));

/** Resolves when it listens. Rejects, with what it said, when it ends instead. */
export async function startServing(folder: string, options: StartOptions = {}): Promise<Serving> {
  const { under = [], program = [MAIN, 'serve'], env = {} } = options;
  const [command = process.execPath, ...words] = [...under, process.execPath, ...program];
  const child = spawn(command, words, {
    env: {
      ...process.env,
      HOLLOWAY_DATA: folder,
      PORT: '0',
      HOLLOWAY_RATE_PER_NETWORK: '0',
      HOLLOWAY_RATE_PER_SITE: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const exit = exitOf(child).finally(() => running.delete(child));
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });
  const lines: string[] = [];
  const out = createInterface({ input: child.stdout }).on('line', (line) => void lines.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    out.on('line', (line) => {
      const address = /^holloway listens on (http:\S+)$|"event":"listening","url":"([^"]+)"/.exec(line);
      if (address !== null) resolve(address[1] ?? address[2] ?? '');
    });
    void exit.then(({ code }) => reject(new Error(`it ended with ${code}: ${complaints}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    complaints: () => complaints,
    said: (words) =>
      new Promise((resolve) => {
        const look = (line: string): void => {
          if (line.includes(words)) resolve();
        };
        lines.forEach(look);
        out.on('line', look);
      }),
    kill(signal) {
      child.kill(signal);
      return exit;
    },
  };
}
