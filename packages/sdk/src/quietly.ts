/**
 * Keeps errors of ours out of the visitor's page. What fails is not counted; nothing else happens.
 */
export const quietly =
  <A extends unknown[]>(work: (...args: A) => void) =>
  (...args: A): void => {
    try {
      work(...args);
    } catch {
      // The page matters more than its counts.
    }
  };
