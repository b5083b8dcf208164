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

/** Work that may fail, at once or later, without anybody hearing of it. */
export const quietly =
  <A extends unknown[]>(work: (...args: A) => unknown) =>
  async (...args: A): Promise<void> => {
    try {
      await work(...args);
    } catch {
      // As above.
    }
  };
