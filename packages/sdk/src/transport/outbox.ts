/**
 * Batches on their way, kept per tab until the collector has answered: a page may go before the answer comes.
 * A batch is sent again with the nonce it has, so that it counts once, even where a tab was made from another and has
 * its batches too. What a tab could not send dies with it: to hand it on, all tabs would have to keep what they count
 * on the disk, for the few visitors who go while nothing can be sent and are back within a day.
 */
import { type KeyValueStore, OUTBOX_KEY, parseStored } from '../storage.ts';
import type { Send } from './send.ts';
import { logSent } from './sent-log.ts';

export const EXPIRY_MS = 24 * 60 * 60 * 1000;
/** The collector knows a nonce for 25 hours: a clock that went back further does not tell how old a batch is. */
const MAX_BACK_MS = 60 * 60 * 1000;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 10 * 60 * 1000;
/** For no longer is the collector left alone, whatever it says and whatever the clock does meanwhile. */
const MAX_QUIET_MS = 60 * 60 * 1000;
/**
 * What nobody heard of has most likely arrived: it is not sent again while its answer may still be on its way, nor
 * while there is something else to send, nor where nobody would hear of it again.
 */
const UNHEARD_MS = 30_000;
/** Of 12 KiB each, well under the 64 KiB that browsers let outlive a page: more wait until these are answered. */
const MAX_ON_THEIR_WAY = 4;
/** Of all that is stored: it is written while a page is left. The oldest go. */
const MAX_LENGTH = 32 * 1024;

interface Parcel {
  readonly body: string;
  readonly madeAt: number;
  /** Its answer was not heard, or not yet. */
  sentAt?: number | undefined;
}

interface Stored {
  /** Nothing is sent before. */
  quietUntil: number;
  failures: number;
  /** The last that was answered for good was refused. */
  isRefused?: boolean | undefined;
  parcels: Parcel[];
}

export interface Outbox {
  /** To be kept and sent from the next flush on. */
  add(bodies: readonly string[]): void;
  /**
   * Sends what is not on its way yet. Rejects where the collector has refused a batch for good, but once until it takes
   * another: the fault that is counted for it may be refused as well.
   * @param isLast The page is being left.
   */
  flush(isLast: boolean): Promise<void>;
}

interface OutboxDeps {
  readonly store: KeyValueStore;
  readonly send: Send;
  /** Once it is aborted nothing is sent or stored. */
  readonly signal: AbortSignal;
  now(): number;
}

export function createOutbox({ store, send, signal, now }: OutboxDeps): Outbox {
  const added: Parcel[] = [];
  const onTheirWay = new Set<string>();
  let isLeft = false;

  // Read every time: a page that comes back from the cache has missed what the tab did meanwhile.
  const read = (): Stored => {
    const stored = parseStored(store.get(OUTBOX_KEY)) as Stored | null;
    const { quietUntil = 0, failures = 0, isRefused, parcels = [] } = stored ?? {};
    return {
      quietUntil: quietUntil - now() > MAX_QUIET_MS ? 0 : quietUntil,
      failures,
      isRefused,
      parcels: parcels.filter(({ madeAt }) => now() - madeAt < EXPIRY_MS && madeAt - now() < MAX_BACK_MS),
    };
  };

  const write = (stored: Stored): void => store.set(OUTBOX_KEY, JSON.stringify(stored));

  /** @param failures Before it was sent: batches that fail together are one failure. */
  async function deliver(sent: string, isLast: boolean, failures: number): Promise<void> {
    onTheirWay.add(sent);
    const answer = await send(sent, isLast);
    onTheirWay.delete(sent);
    // A page that is left hears of a broken connection where there is none.
    if (signal.aborted || answer === 'unheard' || (isLeft && answer === 0)) return;
    const stored = read();
    const isRefused = answer === 'refused';
    const isAnswered = isRefused || answer === 'counted';
    const isNews = isRefused && !stored.isRefused;
    if (isAnswered) {
      stored.failures = 0;
      stored.isRefused = isRefused;
      logSent(store, sent);
    }
    if (typeof answer === 'number') {
      // Doubles with every failure.
      const backOffMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
      const quietMs = Math.min(MAX_QUIET_MS, Math.max(answer, backOffMs));
      stored.failures = failures + 1;
      stored.quietUntil = Math.max(stored.quietUntil, now() + quietMs);
    }
    stored.parcels = stored.parcels.filter((parcel) => {
      if (parcel.body !== sent) return true;
      parcel.sentAt = undefined;
      return !isAnswered;
    });
    write(stored);
    if (isNews) throw new Error('the collector has refused a batch');
  }

  return {
    add(bodies) {
      added.push(...bodies.map((body) => ({ body, madeAt: now() })));
    },
    async flush(isLast) {
      if (signal.aborted) return;
      isLeft = isLast;
      const stored = read();
      stored.parcels.push(...added);
      while (JSON.stringify(stored.parcels).length > MAX_LENGTH) stored.parcels.shift();
      const isDue = ({ body, sentAt = 0 }: Parcel) =>
        now() >= stored.quietUntil && !onTheirWay.has(body) && Math.abs(now() - sentAt) >= UNHEARD_MS;
      const due = stored.parcels.filter(isDue);
      const unsent = due.filter(({ sentAt }) => !sentAt);
      const sending = (isLast || unsent.length > 0 ? unsent : due).slice(
        0,
        MAX_ON_THEIR_WAY - onTheirWay.size,
      );
      if (sending.length + added.splice(0).length === 0) return;
      for (const parcel of sending) parcel.sentAt = now();
      write(stored);
      await Promise.all(sending.map(({ body }) => deliver(body, isLast, stored.failures)));
    },
  };
}
