/** How far the advice can be trusted: every method against a truth that is known, and all of them on two shops. */
import type { Figure } from '../figure.ts';
import { findingFigures } from './findings.ts';
import { intervalFigures } from './intervals.ts';
import { lookingFigures } from './looking.ts';
import { rankingFigures } from './ranking.ts';

const SEED = 2026;

export async function benchInsight(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const trials = quick ? 100 : 1000;
  say(`insight: ${trials} trials of each method`);
  return [
    ...intervalFigures(trials, SEED),
    ...rankingFigures(trials / 5, SEED),
    ...lookingFigures(trials, SEED),
    ...findingFigures(trials / 10, SEED),
  ];
}
