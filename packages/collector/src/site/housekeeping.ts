/**
 * Work that comes round: closing days, forgetting nonces, deleting what is old, emptying the write-ahead log. Days, nonces
 * and old counts wait while the clock cannot be trusted: none comes back. Does not say when it comes round (collector).
 */
import { StoppingError, type Store, StoreUnavailableError } from '../store/store.ts';
import type { Registry } from './registry.ts';
import type { Sealer } from './sealer.ts';
import { createStepWatch } from './steady-clock.ts';

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
/** Browsers send a batch again for 24 hours. */
const NONCE_HOURS = 25;
/** After the clock was set, a day may be closed this much later, when somebody had the time to set it right. */
const SEAL_AFTER_MS = 6 * MS_PER_HOUR;
/** Copies of deleted rows are looked for in the whole file. */
const SCRUB_EVERY_MS = 24 * MS_PER_HOUR;
/** Until every nonce from before the clock was set is old enough, whichever way it was set. */
const PURGE_AFTER_MS = NONCE_HOURS * MS_PER_HOUR;
/** A collector that ran until lately closed a day since; a clock that is further ahead may be wrong from the start. */
const PLAUSIBLE_DAYS = 3;

export interface HousekeepingDeps {
  readonly store: Pick<Store, 'purgeNonces' | 'truncateLog'>;
  readonly registry: Pick<Registry, 'sites'>;
  readonly sealer: Pick<Sealer, 'sealOver'>;
  readonly retainer: {
    clear(arriving: boolean): Promise<void>;
    retain(nowMs: number): Promise<unknown>;
    scrub(): Promise<void>;
  };
  readonly clock: { now(): number };
  /** How long the machine has been up. */
  readonly uptimeMs: () => number;
  /** Told of unforeseen errors. */
  readonly report: (error: unknown) => void;
  /** Told what an operator should mend. */
  readonly warn: (message: string) => void;
}

export interface Housekeeping {
  /** Closes what is over. Never rejects. */
  seal(): Promise<void>;
  /** Deletes what is old enough, and what is left of sites that are gone. Never rejects. */
  keep(): Promise<void>;
  /** Forgets what nobody sends again, and empties the log. Never rejects. */
  tidy(): Promise<void>;
}

export function createHousekeeping(deps: HousekeepingDeps): Housekeeping {
  const { store, registry, sealer, retainer, clock, uptimeMs, report, warn } = deps;
  const stepsFor = createStepWatch((byMs) => {
    const hours = Math.round((10 * Math.abs(byMs)) / MS_PER_HOUR) / 10;
    warn(
      `the clock was set ${byMs > 0 ? 'forward' : 'back'} by ${hours} hours. No day is closed for ` +
        `${SEAL_AFTER_MS / MS_PER_HOUR} hours: set it right if it is wrong`,
    );
  });
  const steadyMs = (): number => stepsFor(clock.now(), uptimeMs());
  const begunMs = uptimeMs();
  let plausible: Promise<boolean> | null = null;
  /** Asked before the first day is closed by this clock. */
  const isPlausible = (): Promise<boolean> => {
    plausible ??= registry.sites().then((sites) => {
      const closed = sites.flatMap(({ kind, sealedThrough }) =>
        kind === 'archive' ? [] : (sealedThrough ?? []),
      );
      return closed.length === 0 || clock.now() / MS_PER_DAY - Math.max(...closed) - 1 <= PLAUSIBLE_DAYS;
    });
    plausible.catch(() => {
      plausible = null; // asked again when the store can be read
    });
    return plausible;
  };
  /** Whether what is deleted now is as old as it seems. */
  const mayDelete = async (): Promise<boolean> => {
    const steady = steadyMs();
    return ((await isPlausible()) ? steady : Math.min(steady, uptimeMs() - begunMs)) >= PURGE_AFTER_MS;
  };
  /** What could not be written now comes round again. */
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof StoppingError) return;
      if (error instanceof StoreUnavailableError) warn(`${what} was put off: ${error.message}`);
      else report(error);
    }
  };
  /** What takes longer than until it comes round again is not begun twice. */
  let keeping: Promise<void> | null = null;
  let begun = false;
  let scrubbedAtMs = Number.NEGATIVE_INFINITY;
  const keepTo = async (): Promise<void> => {
    await retainer.clear(!begun);
    begun = true;
    if (await mayDelete()) await retainer.retain(clock.now());
    if (uptimeMs() - scrubbedAtMs < SCRUB_EVERY_MS) return;
    await retainer.scrub();
    scrubbedAtMs = uptimeMs();
  };
  return {
    keep() {
      keeping ??= attempt('deleting what is old', keepTo).finally(() => {
        keeping = null;
      });
      return keeping;
    },
    seal: () =>
      attempt('closing days', async () => {
        const steady = steadyMs();
        await isPlausible();
        if (steady >= SEAL_AFTER_MS) await sealer.sealOver(clock.now());
      }),
    tidy: () =>
      attempt('tidying up', async () => {
        if (await mayDelete()) {
          await store.purgeNonces(Math.floor(clock.now() / MS_PER_HOUR) - NONCE_HOURS);
        }
        await store.truncateLog();
      }),
  };
}
