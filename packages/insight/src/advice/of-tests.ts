/** Actions on layout tests: which arm to keep, and which test is broken. A test that is still open is none. */
import { type LayoutVerdict, layoutVerdicts } from '../method/layout-verdict.ts';
import type { Action } from './action.ts';
import type { AdviceInput, AdviceOptions } from './advise.ts';
import { makeAction, perWeek } from './make-action.ts';

function splitOf(
  { experiment, arm, control, own, other, bayesFactor }: LayoutVerdict,
  slice?: string,
): Action {
  return makeAction(
    { key: 'traffic-split', values: { experiment, arm, control } },
    { experiment, arm },
    slice,
    {
      evidence: { visits: own.of, otherVisits: other.of },
      effect: null,
      gain: null,
      certainty: { by: 'bayes-factor', factor: bayesFactor },
      trial: { by: 'experiment', visits: null },
    },
  );
}

function verdictOf(
  { experiment, arm, control, metric, own, other, bayesFactor, ratio }: LayoutVerdict,
  verdict: 'better' | 'worse',
  { days, slice }: AdviceInput,
): Action {
  const rates = { own: own.hits / own.of, other: other.hits / other.of };
  const all = own.of + other.of;
  return makeAction(
    {
      key: 'layout-verdict',
      values: { experiment, arm, control, metric, verdict, ratio: ratio?.value ?? 0 },
    },
    { experiment, arm, metric },
    slice,
    {
      evidence: { visits: own.of, outcomes: own.hits, otherVisits: other.of, otherOutcomes: other.hits },
      effect: ratio && { measure: 'ratio', ...ratio },
      // All visits with the better arm, over what both gave.
      gain: {
        of: 'outcomes',
        perWeek: perWeek(Math.max(rates.own, rates.other) * all - own.hits - other.hits, days),
      },
      certainty: { by: 'bayes-factor', factor: bayesFactor },
      trial: { by: 'experiment', visits: all },
    },
  );
}

export function testActions(input: AdviceInput, { plans = {} }: AdviceOptions): Action[] {
  const verdicts = layoutVerdicts(input.experiments ?? [], plans);
  const told = new Set<string>();
  return verdicts.flatMap((each): Action[] => {
    if (each.verdict === 'open') return [];
    if (each.verdict !== 'split') return [verdictOf(each, each.verdict, input)];
    // Whatever the metric, the split is one.
    if (told.has(each.experiment)) return [];
    told.add(each.experiment);
    return [splitOf(each, input.slice)];
  });
}
