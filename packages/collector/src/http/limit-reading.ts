/**
 * How much may be read, so that no reading stops the counting: by everybody, so many requests a network; by staff and
 * keys, so much time, one answer after the other. What is read, and who may, is for others to say.
 */
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import type { RequestHead, Sender } from '../ingest/anonymise.ts';
import { createBuckets, type Limiter } from '../ingest/limit.ts';
import { problem } from '../problem.ts';
import { callerOf } from './caller.ts';
import { requestHead } from './request-head.ts';

/** Of somebody who asks without end: a fifth of the time, once this much is used up. */
const TIME = { msPerSecond: 200, burstMs: 20_000 };
/** Answers that wait for their turn; beyond it nobody waits. */
const MAX_WAITING = 100;
/** Whatever waits for something else than the processor gives way after this long. */
const LONGEST_TURN_MS = 5_000;
/** Between two answers, where batches wait to be written; never longer than the answer before took. */
const LONGEST_PAUSE_MS = 500;

export interface ReadingDeps {
  readonly anonymise: (request: RequestHead) => Sender;
  /** By truncated network. */
  readonly limitNetwork: Limiter;
  /** Whether batches wait to be written. */
  readonly isBusy: () => boolean;
  readonly clock: { now(): number };
  /** Milliseconds that no setting of the clock changes. Default: since the start of the process. */
  readonly stopwatch?: { now(): number };
}

export interface ReadingLimits {
  /** For what is published. */
  readonly everyone: MiddlewareHandler;
  /** For what needs a key or a session; behind the rule that knows whose. */
  readonly staff: MiddlewareHandler;
}

const tooMany = (retryAfterSeconds: number): Response => problem('rate_limited', { retryAfterSeconds });

/** One after the other, with a breath between. */
function createTurns(isBusy: () => boolean, stopwatch: { now(): number }) {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let lastTookMs = 0;

  const breathe = async (): Promise<void> => {
    // Whatever else has come in meanwhile is seen to first.
    await turn();
    if (isBusy()) await sleep(Math.min(lastTookMs, LONGEST_PAUSE_MS));
  };

  return {
    isFull: () => waiting >= MAX_WAITING,
    /** @param onTook Told how many milliseconds the work took, also where it failed. */
    async take(work: () => Promise<void>, onTook: (ms: number) => void): Promise<void> {
      waiting += 1;
      const before = last;
      let end = (): void => undefined;
      last = new Promise<void>((resolve) => {
        end = resolve;
      });
      await before;
      await breathe();
      waiting -= 1;
      const begun = stopwatch.now();
      const timer = setTimeout(end, LONGEST_TURN_MS);
      try {
        await work();
      } finally {
        clearTimeout(timer);
        lastTookMs = stopwatch.now() - begun;
        onTook(lastTookMs);
        end();
      }
    },
  };
}

export function limitReading(deps: ReadingDeps): ReadingLimits {
  const { anonymise, limitNetwork, isBusy, clock, stopwatch = performance } = deps;
  const time = createBuckets({ perSecond: TIME.msPerSecond, burst: TIME.burstMs });
  const turns = createTurns(isBusy, stopwatch);
  return {
    everyone: async (c, next) =>
      limitNetwork(anonymise(requestHead(c)).network, clock.now()) ? next() : tooMany(5),
    staff: async (c, next) => {
      const { kind, id } = callerOf(c);
      const key = `${kind} ${id}`;
      const { tokens } = time.of(key, clock.now());
      if (tokens <= 0) return tooMany(Math.ceil((1 - tokens) / TIME.msPerSecond));
      if (turns.isFull()) return tooMany(1);
      await turns.take(next, (ms) => {
        time.of(key, clock.now()).tokens -= ms;
      });
      return undefined;
    },
  };
}
