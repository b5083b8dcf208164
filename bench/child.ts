/**
 * Children of the benchmark: each a process of its own, so that its CPU time is nobody else's. They answer one question
 * at a time. What they measure is their own matter.
 */
import { type ChildProcess, fork } from 'node:child_process';

export interface Child {
  /** Sends a message and resolves with the answer. Rejects when the child ends instead. */
  ask<Answer>(message: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

const exitOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** @param script Calls `answer` once it is loaded. */
export function startChild(script: URL): Child {
  const child = fork(script, { execArgv: [...process.execArgv] });
  // A benchmark that is interrupted leaves nothing running.
  const end = (): boolean => child.kill();
  process.once('exit', end);
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        const ended = (): void => reject(new Error(`${script.pathname} ended while it was asked`));
        child.once('exit', ended);
        child.once('message', ({ answer }: { answer: never }) => {
          child.off('exit', ended);
          resolve(answer);
        });
        child.send({ message });
      }),
    async stop() {
      process.off('exit', end);
      child.disconnect();
      await exitOf(child);
    },
  };
}

/** In a child: answers every question with `reply`; ends the process when the parent lets go, after `end`. */
export function answer<Message, Answer>(
  reply: (message: Message) => Promise<Answer> | Answer,
  end: () => Promise<void> = async () => {},
): void {
  process.on('message', async ({ message }: { message: Message }) => {
    process.send?.({ answer: (await reply(message)) ?? null });
  });
  process.once('disconnect', () => void end().finally(() => process.exit()));
}
