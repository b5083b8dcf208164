/**
 * Long work on a database, in a process of its own beside a collector that serves. Not in a thread: where a thread that had a
 * database ends, the engine's addon can take the whole process with it (WiseLibs/better-sqlite3#1476, #1515). Does not know the work.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** By which a module knows that it was started to work, and not imported. */
const MARK = 'holloway-beside';

/**
 * Starts a module as a process, which gets `order` as its first message. What it says comes as messages, with `Error`s as they
 * are; it ends with this process, however that ends.
 * @param module Its `import.meta.url`.
 */
export function startBeside(module: string, order: object): ChildProcess {
  const child = fork(fileURLToPath(module), [MARK], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.send(order);
  return child;
}

/** What a module that was started beside does with its order. Called where the module is loaded; does nothing where it was imported. */
export function workBeside<Order>(module: string, work: (order: Order) => void | Promise<void>): void {
  const [, main = '', mark] = process.argv;
  if (!isMainThread || mark !== MARK || main !== fileURLToPath(module)) return;
  endWithParent();
  process.once('message', (order) => void work(order as Order));
}

/** Says something to the process that started this one; resolves once it is handed over. */
export const say = (message: object): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });

const WATCH_MS = 100;

interface Watch {
  readonly parentOf: number;
}

/** While the engine works nothing else of this thread runs: another one, which knows no database, looks after the parent. */
function endWithParent(): void {
  const watch: Watch = { parentOf: process.ppid };
  new Worker(new URL(import.meta.url), { workerData: watch }).unref();
}

const watch = workerData as Partial<Watch> | null;
if (!isMainThread && watch?.parentOf !== undefined) {
  setInterval(() => {
    if (process.ppid !== watch.parentOf) process.kill(process.pid, 'SIGKILL');
  }, WATCH_MS);
}
