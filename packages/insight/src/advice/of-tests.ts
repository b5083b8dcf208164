/** What is found of layout tests: which arm to keep, and which test is broken. A test that is still open is none. */
import { type LayoutVerdict, layoutVerdicts } from '../method/layout-verdict.ts';
import type { AdviceInput, AdviceOptions } from './advise.ts';
import { type Found, gain } from './make-action.ts';

function splitOf({ experiment, arm, control, own, other, bayesFactor }: LayoutVerdict): Found {
  const subject = { experiment, arm };
  return {
    claim: { key: 'traffic-split', values: { experiment, arm, control } },
    subject,
    place: subject,
    evidence: { visits: own.of, otherVisits: other.of },
    effect: null,
    gain: null,
    certainty: { by: 'bayes-factor', factor: bayesFactor },
    trial: { by: 'experiment', visits: null },
  };
}

function verdictOf(
  { experiment, arm, control, metric, own, other, bayesFactor, ratio }: LayoutVerdict,
  verdict: 'better' | 'worse',
  days: number,
): Found {
  const subject = { experiment, arm, metric };
  /** Outcomes of the visits with the worse arm, and by how much the better has more. */
  const worse = verdict === 'better' ? other : own;
  const more = (times: number): number => worse.hits * (verdict === 'better' ? times - 1 : 1 / times - 1);
  return {
    claim: {
      key: 'layout-verdict',
      values: { experiment, arm, control, metric, verdict, ratio: ratio?.value ?? 0 },
    },
    subject,
    place: subject,
    evidence: { visits: own.of, outcomes: own.hits, otherVisits: other.of, otherOutcomes: other.hits },
    effect: ratio && { measure: 'ratio', ...ratio },
    gain:
      ratio && gain('outcomes', more(ratio.value), more(verdict === 'better' ? ratio.low : ratio.high), days),
    certainty: { by: 'bayes-factor', factor: bayesFactor },
    trial: { by: 'experiment', visits: own.of + other.of },
  };
}

export function testFindings(
  { experiments = [], days }: AdviceInput,
  { plans = {} }: AdviceOptions,
): Found[] {
  const told = new Set<string>();
  return layoutVerdicts(experiments, plans).flatMap((each): Found[] => {
    if (each.verdict === 'open') return [];
    if (each.verdict !== 'split')
      return [verdictOf(each, each.verdict, plans[each.experiment]?.days ?? days)];
    // Whatever the metric, the split is one.
    if (told.has(each.experiment)) return [];
    told.add(each.experiment);
    return [splitOf(each)];
  });
}
