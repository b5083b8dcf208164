/** Seals days: those that are over, on schedule, and those of an import, on request. Always in order. */
import { dayAt, dayNumber } from '@holloway/protocol';
import { type SiteRecord, StoppingError, type Store } from '../store/store.ts';
import type { FactCodes } from './facts.ts';
import type { Registry } from './registry.ts';

/** A day stays open two hours after midnight, for batches that were under way. */
const GRACE_MS = 2 * 3_600_000;

export interface Sealer {
  /** @returns The last sealed day number of the site; `null` before the first. */
  sealThrough(slug: string, day: number): Promise<number | null>;
  /** Seals every day of every site but archives that was over two hours ago. */
  sealOver(nowMs: number): Promise<void>;
  /** Breaks off what takes long, and resolves when nothing is under way. A day that was not closed is closed the next time. */
  stop(): Promise<void>;
}

export interface SealerDeps {
  readonly store: Store;
  readonly registry: Registry;
  readonly codes: FactCodes;
  /** Runs the closing of a day while nothing is written to it. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  /** Told before a day closes, so that names held for it are let go. */
  readonly onSeal: (site: number, day: number) => void;
}

export function createSealer({ store, registry, codes, exclusive, onSeal }: SealerDeps): Sealer {
  /** One at a time: a day must be closed before the next is. */
  let sealing: Promise<unknown> = Promise.resolve();
  const stopping = new AbortController();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = sealing.then(work, work);
    sealing = result;
    return result;
  };

  const seal = async (site: SiteRecord, through: number): Promise<number | null> => {
    const open = await store.openDays(site.id);
    const due = open.filter((day) => day < through);
    // A day without a visit is closed too: the last one says how far the site is sealed.
    const days = through > (site.sealedThrough ?? Number.NEGATIVE_INFINITY) ? [...due, through] : due;
    for (const day of days) {
      await exclusive(async () => {
        if (stopping.signal.aborted)
          throw new StoppingError('the collector stops; days are closed the next time');
        onSeal(site.id, day);
        await store.seal(site.id, day, site.k, codes.sealPlan, stopping.signal);
      });
      registry.forget(site.id);
    }
    return Math.max(through, site.sealedThrough ?? through);
  };

  return {
    sealThrough: (slug, day) =>
      inTurn(async () => {
        const site = await registry.site(slug);
        return site === undefined ? null : seal(site, day);
      }),
    sealOver: (nowMs) =>
      inTurn(async () => {
        for (const site of await registry.sites()) {
          if (site.kind === 'archive') continue;
          const over = dayNumber(dayAt(nowMs - GRACE_MS, site.timeZone)) - 1;
          if (site.sealedThrough === null) {
            // Until a site has counted something of its own, history may still be imported into it.
            const open = await store.openDays(site.id);
            if (!open.some((day) => day >= over)) continue;
          }
          if (site.sealedThrough === null || over > site.sealedThrough) await seal(site, over);
        }
      }),
    async stop() {
      stopping.abort();
      await sealing.catch(() => undefined); // whoever asked for it is told
    },
  };
}
