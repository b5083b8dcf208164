/** How far the advice can be trusted: every method against a truth that is known, and all of them on two shops. */
import type { Figure } from '../figure.ts';
import { eshopFigures } from './eshop.ts';
import { findingFigures } from './findings.ts';
import { intervalFigures } from './intervals.ts';
import { lookingFigures } from './looking.ts';
import { plantedFigures } from './planted.ts';
import { rankingFigures } from './ranking.ts';

const SEED = 2026;

export async function benchInsight(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const trials = quick ? 100 : 1000;
  const shops = quick ? 2 : 10;
  say(`insight: ${trials} trials of each method, ${shops} shops`);
  return [
    ...intervalFigures(trials, SEED),
    ...rankingFigures(trials / 5, SEED),
    ...lookingFigures(trials, SEED),
    ...findingFigures(trials / 10, SEED),
    ...plantedFigures(shops, 10_000, SEED, say),
    ...plantedFigures(shops, 40_000, SEED, say),
    ...(quick ? [] : await eshopFigures(say)),
  ];
}
