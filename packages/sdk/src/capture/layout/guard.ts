/** Keeps an error of ours out of the page, and has it counted. */

export type FaultReason = 'layout' | 'click';

/** Makes work that throws nothing and is not done any more once its time is over. */
export type Guard = <A extends unknown[], R>(work: (...args: A) => R) => (...args: A) => R | undefined;

export const createGuard =
  (reason: FaultReason, signal: AbortSignal, onFault: (reason: FaultReason) => void): Guard =>
  (work) =>
  (...args) => {
    if (signal.aborted) return undefined;
    try {
      return work(...args);
    } catch {
      onFault(reason); // the page matters more than its counts
      return undefined;
    }
  };
