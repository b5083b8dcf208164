/**
 * Lets one tab at a time touch what all tabs of a browser share.
 */
const LOCK = 'holloway';

/** Runs `work` once: `alone` where no other tab can be at it at the same time. */
export type Exclusively = (work: (alone: boolean) => void) => Promise<void>;

/** @param locks Absent outside secure contexts and in old browsers. */
export const createExclusively =
  (locks: Pick<LockManager, 'request'> | undefined): Exclusively =>
  async (work) => {
    let done = false;
    const once = (alone: boolean): void => {
      if (done) return;
      done = true;
      work(alone);
    };
    try {
      await locks?.request(LOCK, () => once(true));
    } catch {
      // Locks are refused to pages of opaque origin.
    }
    once(false);
  };
