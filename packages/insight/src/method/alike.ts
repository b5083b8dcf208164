/** Whether the items of a zone differ at all: without that, whatever stands out among hundreds of zones is chance. */
import { gammaP } from '../special/incomplete-gamma.ts';
import type { Tries } from './shrinkage.ts';

/** Fewer hits than this to be expected say nothing of an item. */
const LEAST_EXPECTED = 1;

/**
 * The probability of rates that differ so much, if all were the same: the chi-squared test of homogeneity. Hits that are not shown are
 * taken at what differs least.
 *
 * @returns In [0, 1]; 1 with fewer than two of which enough is known.
 * @see Pearson, Philosophical Magazine 1900; Snedecor & Cochran, Statistical Methods, 11.7
 */
export function alikeP(all: readonly Tries[]): number {
  const of = all.reduce((sum, each) => sum + each.of, 0);
  const middle = all.reduce((sum, { hits, atMost = hits }) => sum + (hits + atMost) / 2, 0);
  const share = middle / of;
  if (!(share > 0 && share < 1)) return 1;
  const judged = all.filter((each) => each.of * share >= LEAST_EXPECTED);
  if (judged.length < 2) return 1;
  const squared = judged.reduce((sum, { hits, atMost = hits, of: tries }) => {
    const expected = tries * share;
    const nearest = Math.min(atMost, Math.max(hits, expected));
    return sum + (nearest - expected) ** 2 / (expected * (1 - share));
  }, 0);
  return 1 - gammaP((judged.length - 1) / 2, squared / 2);
}
