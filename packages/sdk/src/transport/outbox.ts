/**
 * Batches on their way, kept per tab until the collector has answered: a page may go before the answer comes.
 * A batch is sent again with the nonce it has, so that it counts once.
 */
import { type KeyValueStore, OUTBOX_KEY, parseStored } from '../storage.ts';
import type { Send } from './send.ts';

export const EXPIRY_MS = 24 * 60 * 60 * 1000;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 10 * 60 * 1000;
/** More than a tab's storage need hold; the oldest go. */
const MAX_PARCELS = 50;

interface Parcel {
  readonly body: string;
  readonly madeAt: number;
  tries: number;
  dueAt: number;
}

interface Stored {
  /** The collector asked not to be called before. */
  readonly quietUntil: number;
  readonly parcels: readonly Parcel[];
}

export interface Outbox {
  add(bodies: readonly string[]): void;
  /** Sends what is due. @param isLast The page is being left. */
  flush(isLast: boolean): Promise<void>;
  clear(): void;
}

interface OutboxDeps {
  readonly store: KeyValueStore;
  readonly send: Send;
  now(): number;
  /** In [0, 1). */
  random(): number;
}

export function createOutbox({ store, send, now, random }: OutboxDeps): Outbox {
  const stored = parseStored(store.get(OUTBOX_KEY)) as Stored | null;
  let parcels = [...(stored?.parcels ?? [])];
  let quietUntil = stored?.quietUntil ?? 0;
  const onTheirWay = new Set<Parcel>();

  const save = (): void => {
    if (parcels.length === 0) store.remove(OUTBOX_KEY);
    else store.set(OUTBOX_KEY, JSON.stringify({ quietUntil, parcels } satisfies Stored));
  };

  /** Doubles with every try, and varies, so that a collector that comes back is not met by everyone at once. */
  const backOffMs = (tries: number): number =>
    Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (tries - 1)) * (0.75 + random() / 2);

  async function deliver(parcel: Parcel, isLast: boolean): Promise<void> {
    // Noted before the answer, for the page may not live to hear it.
    parcel.tries += 1;
    parcel.dueAt = now() + backOffMs(parcel.tries);
    onTheirWay.add(parcel);
    const quietMs = await send(parcel.body, isLast);
    onTheirWay.delete(parcel);
    if (!parcels.includes(parcel)) return; // withdrawn meanwhile
    if (quietMs === null) parcels = parcels.filter((other) => other !== parcel);
    else quietUntil = Math.max(quietUntil, now() + quietMs);
    save();
  }

  return {
    add(bodies) {
      const madeAt = now();
      parcels.push(...bodies.map((body) => ({ body, madeAt, tries: 0, dueAt: 0 })));
      parcels = parcels.slice(-MAX_PARCELS);
      save();
    },
    async flush(isLast) {
      const at = now();
      parcels = parcels.filter(({ madeAt }) => at - madeAt < EXPIRY_MS);
      if (at < quietUntil) return save();
      const due = parcels.filter((parcel) => parcel.dueAt <= at && !onTheirWay.has(parcel));
      const deliveries = due.map((parcel) => deliver(parcel, isLast));
      save();
      await Promise.all(deliveries);
    },
    clear() {
      parcels = [];
      store.remove(OUTBOX_KEY);
    },
  };
}
