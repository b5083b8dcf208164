/**
 * Notices where the file of the accounts could not be written while better-auth was at work: it would say that a key is not
 * known, or that something went wrong. Whoever asks may ask again.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { StoreUnavailableError } from '../store/store.ts';
import { troubleOf } from '../store/unusable.ts';

export interface DiskTrouble {
  /** Takes what better-auth would log; keeps nothing of it. */
  notice(...met: readonly unknown[]): void;
  /** Does the work; rejects with a StoreUnavailableError where the disk was in its way, whatever it came to. */
  heed<T>(work: () => Promise<T>): Promise<T>;
}

export function createDiskTrouble(): DiskTrouble {
  const atWork = new AsyncLocalStorage<{ trouble: string | null }>();
  const notice = (...met: readonly unknown[]): void => {
    const work = atWork.getStore();
    if (work !== undefined) work.trouble ??= met.map(troubleOf).find((each) => each !== null) ?? null;
  };
  return {
    notice,
    heed(work) {
      const noticed: { trouble: string | null } = { trouble: null };
      return atWork.run(noticed, async () => {
        try {
          const outcome = await work();
          if (noticed.trouble === null) return outcome;
        } catch (error) {
          notice(error);
          if (noticed.trouble === null) throw error;
        }
        throw new StoreUnavailableError(noticed.trouble);
      });
    },
  };
}
