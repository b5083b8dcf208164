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
    let isDone = false;
    try {
      await locks?.request(LOCK, () => {
        isDone = true;
        work(true);
      });
    } catch (error) {
      // Locks are refused to pages of opaque origin. What fails in the work itself is not theirs.
      if (isDone) throw error;
    }
    if (!isDone) work(false);
  };
