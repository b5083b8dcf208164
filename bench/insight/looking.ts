/** What tests of layouts say where nothing differs, and how soon they find what does: raw clicks, and looks at every day. */
import { lnSplitFactor, ratioAnytime, STOP_AT } from '../../packages/insight/src/method/bayes-factor.ts';
import { rateDifference } from '../../packages/insight/src/method/two-rates.ts';
import { binomial, normal, type Random, seededRandom } from '../../packages/insight/test/random.ts';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';

const DAYS = 28;
const VISITS_A_DAY = 1000;
const RATE = 0.05;

interface Run {
  /** The day on which it said that the arms differ; `null` where it never did. */
  readonly byInterval: number | null;
  readonly byFactor: number | null;
  /** Whether the true ratio ever lay outside of the interval that holds at every look. */
  readonly lostTruth: boolean;
}

function run(lift: number, random: Random): Run {
  let [a, b, visits] = [0, 0, 0];
  let byInterval: number | null = null;
  let byFactor: number | null = null;
  let lostTruth = false;
  for (let day = 1; day <= DAYS; day += 1) {
    visits += VISITS_A_DAY;
    a += binomial(VISITS_A_DAY, RATE, random);
    b += binomial(VISITS_A_DAY, RATE * lift, random);
    const difference = rateDifference({ hits: b, of: visits }, { hits: a, of: visits });
    if (difference !== null && (difference.low > 0 || difference.high < 0)) byInterval ??= day;
    if (lnSplitFactor([b, a], [1, 1]) >= Math.log(STOP_AT)) byFactor ??= day;
    const ratio = ratioAnytime([b, a], [1, 1]);
    if (ratio !== null && (ratio.low > lift || ratio.high < lift)) lostTruth = true;
  }
  return { byInterval, byFactor, lostTruth };
}

const percent = (hits: number, of: number): number => (100 * hits) / of;

/** Visits that click do so more than once: 2.5 clicks on average, some far more. */
function clicksOf(visits: number, random: Random): { flags: number; clicks: number } {
  const flags = binomial(visits, RATE, random);
  let clicks = 0;
  for (let i = 0; i < flags; i += 1) clicks += Math.max(1, Math.round(Math.exp(0.5 + 0.9 * normal(random))));
  return { flags, clicks };
}

export function lookingFigures(trials: number, seed: number): Figure[] {
  const random = seededRandom(seed);
  const detail = `${trials} tests, ${DAYS} days of ${VISITS_A_DAY} visits an arm, ${100 * RATE} % with the outcome`;
  const none = Array.from({ length: trials }, () => run(1, random));
  const false_ = { clicks: 0, flags: 0 };
  for (let trial = 0; trial < trials; trial += 1) {
    const [a, b] = [clicksOf(8000, random), clicksOf(8000, random)];
    const differs = (x: number, y: number): boolean => {
      const difference = rateDifference({ hits: x, of: 8000 }, { hits: y, of: 8000 });
      return difference !== null && (difference.low > 0 || difference.high < 0);
    };
    if (differs(a.clicks, b.clicks)) false_.clicks += 1;
    if (differs(a.flags, b.flags)) false_.flags += 1;
  }
  const lifted = [1.1, 1.2, 1.3].flatMap((lift): Figure[] => {
    const runs = Array.from({ length: trials }, () => run(lift, random));
    const days = runs.flatMap(({ byFactor }) => byFactor ?? []);
    return [
      {
        name: `layout test: found by the Bayes factor, ${lift} times the outcome`,
        value: percent(days.length, trials),
        unit: '%',
        detail: days.length === 0 ? 'never' : `after ${median(days)} days in the median of those found`,
      },
    ];
  });
  return [
    { name: 'no effect: found by an interval, raw clicks', value: percent(false_.clicks, trials), unit: '%' },
    {
      name: 'no effect: found by an interval, visits that clicked',
      value: percent(false_.flags, trials),
      unit: '%',
      budget: 7,
    },
    {
      name: 'no effect: found by an interval, looked at daily',
      value: percent(none.filter(({ byInterval }) => byInterval !== null).length, trials),
      unit: '%',
      detail,
    },
    {
      name: 'no effect: found by the Bayes factor, looked at daily',
      value: percent(none.filter(({ byFactor }) => byFactor !== null).length, trials),
      unit: '%',
      budget: 5,
      detail,
    },
    {
      name: 'layout test: the ratio ever lies outside of its interval',
      value: percent(none.filter(({ lostTruth }) => lostTruth).length, trials),
      unit: '%',
      budget: 5,
      detail,
    },
    ...lifted,
  ];
}
