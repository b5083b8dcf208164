/** Trials: a collector under load is ended at some moment, started again, and sent what it had not acknowledged. */
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import type { Browsers, Tally } from './browsers.ts';
import { type StartOptions, startServing } from './serving.ts';

export interface KillTrial {
  readonly signal: NodeJS.Signals;
  /** It ends so many answers after the load began, and so much later. */
  readonly afterAnswers: number;
  readonly thenMs: number;
  readonly connections: number;
}

export interface KillResult {
  /** As it was found at the next start, and once everything was sent again. */
  readonly found: Tally;
  readonly resent: Tally;
  /** Batches that were under way, or were turned away. */
  readonly unanswered: number;
}

/** @returns Once so many answers came, or the collector is gone: stops sending, and resolves when nothing is under way. */
export async function underLoad(
  browsers: Browsers,
  url: string,
  connections: number,
  answers: number,
): Promise<() => Promise<void>> {
  let over = false;
  let warmed = (): void => undefined;
  const warm = new Promise<void>((resolve) => {
    warmed = resolve;
  });
  const enough = browsers.answered + answers;
  const load = browsers.load(url, connections, () => {
    if (browsers.answered >= enough) warmed();
    return over;
  });
  await Promise.race([warm, load]);
  return async () => {
    over = true;
    await load;
  };
}

/** Each trial begins on what the one before left, with the collector that was started at its end. */
export async function* killTrials(
  folder: string,
  browsers: Browsers,
  trials: Iterable<KillTrial>,
  options: StartOptions = {},
): AsyncGenerator<KillResult> {
  const database = join(folder, 'holloway.sqlite');
  let serving = await startServing(folder, options);
  try {
    for (const { signal, afterAnswers, thenMs, connections } of trials) {
      const stopLoad = await underLoad(browsers, serving.url, connections, afterAnswers);
      await pass(thenMs);
      const { code, signal: by } = await serving.kill(signal);
      await stopLoad();
      const asTold = signal === 'SIGKILL' ? by === signal : code === 0;
      if (!asTold) throw new Error(`it ended with ${code ?? by}: ${serving.complaints()}`);
      serving = await startServing(folder, options);
      const found = browsers.compare(database);
      const unanswered = browsers.waiting;
      await browsers.resend(serving.url, 20);
      yield { found, resent: browsers.compare(database), unanswered };
    }
  } finally {
    await serving.kill('SIGKILL');
  }
}
