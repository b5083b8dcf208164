/** What is said of visits that a diagram of steps does not show going on. Pure. */
import { type Msg, msg, t } from '../words/words.ts';
import { type Rest, restOf } from './step-balance.ts';
import type { Hidden } from './waiting.ts';

const NAMES: { readonly [rest in Rest]: Msg } = {
  waits: msg('Not shown yet'),
  ended: msg('Ended there'),
  open: msg('No further action, or not shown yet'),
  uncounted: msg('Ended, or beyond the eighth page'),
};

/**
 * Whether a report is sure to hide nothing. Where more than one browser must stand behind a count it never is: what waits
 * is told only when as many stand behind the change, so that a told 0 may hide a few.
 */
export const showsAll = ({ waiting, other, k }: Hidden): boolean => k === 1 && waiting.n === 0 && other === 0;

export const restName = (step: number, allShown: boolean): string => t(NAMES[restOf(step, allShown)]);
