/**
 * Batches on their way, kept per tab until the collector has answered: a page may go before the answer comes.
 * A batch is sent again with the nonce it has, so that it counts once.
 */
import { type KeyValueStore, OUTBOX_KEY, parseStored } from '../storage.ts';
import type { Send } from './send.ts';
import { logSent } from './sent-log.ts';

export const EXPIRY_MS = 24 * 60 * 60 * 1000;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 10 * 60 * 1000;
/** As many as a tab's storage need hold; the oldest go. */
const MAX_PARCELS = 50;

interface Stored {
  /** Nothing is sent before. */
  readonly quietUntil: number;
  readonly failures: number;
  readonly parcels: readonly { readonly body: string; readonly madeAt: number }[];
}

const EMPTY: Stored = { quietUntil: 0, failures: 0, parcels: [] };

export interface Outbox {
  add(bodies: readonly string[]): void;
  /** Sends what is not on its way yet. @param isLast The page is being left. */
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
  const onTheirWay = new Set<string>();
  let isLeft = false;

  // Read every time: a page that comes back from the cache has missed what the tab did meanwhile.
  const read = (): Stored => {
    const stored = (parseStored(store.get(OUTBOX_KEY)) as Stored | null) ?? EMPTY;
    return { ...stored, parcels: stored.parcels.filter(({ madeAt }) => now() - madeAt < EXPIRY_MS) };
  };

  const write = (stored: Stored): void => {
    if (!signal.aborted) store.set(OUTBOX_KEY, JSON.stringify(stored));
  };

  /** @param failures Before it was sent: batches that fail together are one failure. */
  async function deliver(sent: string, isLast: boolean, failures: number): Promise<void> {
    onTheirWay.add(sent);
    logSent(store, sent);
    const quietMs = await send(sent, isLast);
    // A page that is left hears of a broken connection where there is none: the next page sends it again.
    if (isLeft && quietMs === 0) return;
    onTheirWay.delete(sent);
    const stored = read();
    // Doubles with every failure.
    const backOffMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
    write(
      quietMs === null
        ? { ...stored, failures: 0, parcels: stored.parcels.filter(({ body }) => body !== sent) }
        : {
            ...stored,
            failures: failures + 1,
            quietUntil: Math.max(stored.quietUntil, now() + Math.max(quietMs, backOffMs)),
          },
    );
  }

  return {
    add(bodies) {
      if (bodies.length === 0) return;
      const stored = read();
      const added = bodies.map((body) => ({ body, madeAt: now() }));
      write({ ...stored, parcels: [...stored.parcels, ...added].slice(-MAX_PARCELS) });
    },
    async flush(isLast) {
      if (isLeft && !isLast) onTheirWay.clear(); // it was hidden, and is back
      isLeft = isLast;
      const { quietUntil, failures, parcels } = read();
      if (now() < quietUntil || signal.aborted) return;
      await Promise.all(parcels.map(({ body }) => onTheirWay.has(body) || deliver(body, isLast, failures)));
    },
  };
}
