/** Whether a figure differs since a change from before, in words. Pure. */
import { beforeAfter } from '@holloway/insight';
import { t } from '../words/words.ts';
import type { Figure } from './action-figure.ts';
import { formatPoints } from './format.ts';

/** Hits of a whole that is counted apart from them may pass it by a few. */
const rateOf = ({ hits, of }: Figure): { readonly hits: number; readonly of: number } =>
  hits === null || of === null ? { hits: 0, of: 0 } : { hits: Math.min(hits, of), of };

export function outcomeWords(before: Figure, since: Figure): string {
  const association = beforeAfter(rateOf(before), rateOf(since));
  if (association === null) return t('Too few were counted to say whether it changed.');
  const { difference, isClear } = association;
  const values = {
    n: formatPoints(difference.value),
    low: formatPoints(difference.low),
    high: formatPoints(difference.high),
  };
  return isClear
    ? t('{n} points since, with 95 % confidence {low} to {high}: more than chance.', values)
    : t('{n} points since, with 95 % confidence {low} to {high}: no more than chance may do.', values);
}
