/** The simulations of the advice with few trials and a fixed seed: the same figures as in docs/insight.md, less exact. */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../figure.ts';
import { findingFigures } from './findings.ts';
import { intervalFigures } from './intervals.ts';
import { lookingFigures } from './looking.ts';
import { plantedFigures } from './planted.ts';
import { kendall, rankingFigures } from './ranking.ts';

const SEED = 7;
const valuesOf =
  (figures: readonly Figure[]) =>
  (name: string): number =>
    figures.find((figure) => figure.name === name)?.value ?? Number.NaN;

describe('in simulations with a known truth', () => {
  it('intervals of two rates hold it in 19 of 20 cases', () => {
    const value = valuesOf(intervalFigures(300, SEED));
    expect(value('intervals: the difference lies outside')).toBeLessThan(7);
    expect(value('intervals: the ratio lies outside')).toBeLessThan(7);
  });

  it('clicks per exposure rank better than raw clicks, and best where position is taken out', () => {
    const value = valuesOf(rankingFigures(12, SEED));
    const raw = value('ranking: tau, one layout: raw clicks');
    const shrunken = value('ranking: tau, one layout: clicks per exposure, shrunken');
    const debiased = value('ranking: tau, shifted by 5: position taken out');
    expect(shrunken).toBeGreaterThan(raw);
    expect(debiased).toBeGreaterThan(shrunken);
    expect(value('ranking: exchanges told that are not, shifted by 5')).toBeLessThan(10);
    expect(value('ranking: alike items exchanged, one layout')).toBeLessThan(10);
  });

  it('raw clicks and daily looks find what is not there, the Bayes factor does not', () => {
    const value = valuesOf(lookingFigures(150, SEED));
    expect(value('no effect: found by an interval, raw clicks')).toBeGreaterThan(15);
    expect(value('no effect: found by an interval, looked at daily')).toBeGreaterThan(15);
    expect(value('no effect: found by an interval, visits that clicked')).toBeLessThan(9);
    expect(value('no effect: found by the Bayes factor, looked at daily')).toBeLessThan(5);
    expect(value('layout test: found by the Bayes factor, 1.2 times the outcome')).toBeGreaterThan(80);
  });

  it('most wrong shelves and dead ends are found, and few that are none', () => {
    const value = valuesOf(findingFigures(6, SEED));
    for (const name of ['wrong shelf, 6 faults in 180 products', 'dead end, 6 faults in 200 pages']) {
      expect(value(`${name}: found`)).toBeGreaterThan(80);
      expect(value(`${name}: false ones among those told`)).toBeLessThan(20);
    }
  });
});

describe('a simulated shop', () => {
  it('has most of its planted faults found, and nearly nothing told that is none', () => {
    const value = valuesOf(plantedFigures(1, 40_000, SEED, () => {}));
    for (const type of ['cross-list', 'add-link', 'dead-end', 'no-result', 'long-list', 'dead-click']) {
      expect(value(`planted, 40,000 visits: ${type} found`), type).toBeGreaterThan(60);
    }
    for (const type of ['move-up', 'bury', 'device-break', 'layout-verdict', 'traffic-split']) {
      expect(value(`planted, 40,000 visits: ${type} found`), type).toBe(100);
    }
    expect(value('planted, 40,000 visits: false alarms')).toBeLessThan(3);
    expect(value('planted, 40,000 visits: false alarms of a shop without fault')).toBeLessThan(3);
  }, 60_000);
});

describe("Kendall's tau", () => {
  it.each([
    { xs: [1, 2, 3], ys: [10, 20, 30], tau: 1 },
    { xs: [1, 2, 3], ys: [30, 20, 10], tau: -1 },
    // Five pairs agree and one does not: 4 of 6.
    { xs: [1, 2, 3, 4], ys: [1, 3, 2, 4], tau: 0.6667 },
  ])('of $xs and $ys is $tau', ({ xs, ys, tau }) => {
    expect(kendall(xs, ys)).toBeCloseTo(tau, 3);
  });
});
