/**
 * Keeps errors of ours out of the visitor's page. What fails is not counted; nothing else happens.
 */

/** `undefined` where `work` throws. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined; // the page matters more than its counts
  }
}

export const quietly =
  <A extends unknown[]>(work: (...args: A) => void) =>
  (...args: A): void =>
    attempt(() => work(...args));
