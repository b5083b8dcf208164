/** Long work in parts, so that whoever else asks, or is counted, is answered between two of them. */
import { setImmediate } from 'node:timers/promises';
import type { Release } from './release.ts';

/** The same, a fact at a time: to add up a year of many is long work, and asked for together they would be added up in one go. */
export function inTurn<R extends Pick<Release, 'cells'>>(release: R): R {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...release,
    cells(...asked: Parameters<Release['cells']>) {
      const next = last.then(() => setImmediate()).then(() => release.cells(...asked));
      last = next.catch(() => undefined);
      return next;
    },
  };
}
