/** Locks of a browser: granted one after the other, when the simulation lets them. A tab that is gone gets none. */
export interface Locks {
  /** For one tab. @param onGrant What the tab learns as it is let in. */
  of(isAlive: () => boolean, onGrant: () => void): Pick<LockManager, 'request'>;
  /** Grants some of those that wait; all by default. */
  grant(most?: number): void;
}

export function createLocks(): Locks {
  const queue: { readonly isAlive: () => boolean; readonly run: () => void }[] = [];
  return {
    of: (isAlive, onGrant) =>
      ({
        request: (_: string, work: () => unknown) =>
          new Promise<unknown>((resolve) => {
            const run = (): void => {
              onGrant();
              resolve(work());
            };
            queue.push({ isAlive, run });
          }),
      }) as unknown as Pick<LockManager, 'request'>,
    grant(most = queue.length) {
      for (const { isAlive, run } of queue.splice(0, most)) if (isAlive()) run();
    },
  };
}
