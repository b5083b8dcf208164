/**
 * What a layout test says, at any look: an arm is better, worse, or it is too early; and whether the traffic was split as planned,
 * without which nothing else counts.
 */
import { ANY, type ExperimentRow } from '@holloway/protocol';
import type { Interval } from '../interval.ts';
import { lnSplitFactor, ratioAnytime, STOP_AT } from './bayes-factor.ts';
import { type Estimate, type Rate, rateDifference } from './two-rates.ts';

/** `split`: visits do not fall on the arms as planned, so the arms are not alike and cannot be compared. */
export type Verdict = 'better' | 'worse' | 'open' | 'split';

export interface LayoutVerdict {
  readonly experiment: string;
  readonly arm: string;
  readonly control: string;
  readonly metric: string;
  readonly verdict: Verdict;
  /** Visits shown, and of them those with the outcome. */
  readonly own: Rate;
  readonly other: Rate;
  /** Of the metric; of the visits themselves where the verdict is `split`. */
  readonly bayesFactor: number;
  /** Rate of the arm over that of the control; holds at every look. `null` without outcomes of the control. */
  readonly ratio: (Interval & { readonly value: number }) | null;
}

export interface TestPlan {
  /** Share of each arm, in any unit. Default: all alike. */
  readonly shares?: { readonly [arm: string]: number };
  /** Default: the arm that comes first by name. */
  readonly control?: string;
  /** What decides, as it is counted: of other outcomes no arm is better or worse. Default: each of them. */
  readonly metric?: string;
}

const factorOf = (ln: number): number => Math.exp(Math.min(700, ln));

/**
 * @param rows Of the `experiments` report, of one range from the beginning of the test. Of an outcome that is too rare to be shown nothing
 * is said.
 * @param plans By experiment.
 * @returns One verdict for each arm but the control, and each metric that decides. With more than two arms each has to pass a higher mark: 20 for each
 * that is compared.
 */
export function layoutVerdicts(
  rows: readonly ExperimentRow[],
  plans: { readonly [experiment: string]: TestPlan } = {},
): LayoutVerdict[] {
  const experiments = [...new Set(rows.map(({ experiment }) => experiment))];
  return experiments.flatMap((experiment) => {
    const own = rows.filter((row) => row.experiment === experiment);
    const plan = plans[experiment] ?? {};
    const exposed = new Map<string, number>();
    for (const row of own) if (row.exposed !== null) exposed.set(row.arm, row.exposed);
    const arms = [...exposed.keys()].sort();
    const control = plan.control !== undefined && exposed.has(plan.control) ? plan.control : arms[0];
    if (control === undefined || arms.length < 2) return [];
    const shareOf = (arm: string): number => plan.shares?.[arm] ?? 1;
    const visitsOf = (arm: string): number => exposed.get(arm) ?? 0;

    const split = factorOf(lnSplitFactor(arms.map(visitsOf), arms.map(shareOf)));
    const isSplit = split >= STOP_AT;
    const mark = STOP_AT * (arms.length - 1);
    // Whatever decides, the split is one.
    const isJudged = (metric: string): boolean =>
      metric !== ANY && (isSplit || plan.metric === undefined || metric === plan.metric);
    const metrics = [...new Set(own.map(({ metric }) => metric))].filter(isJudged);
    return metrics.flatMap((metric) => {
      const hitsOf = (arm: string): number | undefined =>
        own.find((row) => row.arm === arm && row.metric === metric)?.n;
      return arms.flatMap((arm): LayoutVerdict[] => {
        const [mine, theirs] = [hitsOf(arm), hitsOf(control)];
        if (arm === control || mine === undefined || theirs === undefined) return [];
        const shares = [shareOf(arm), shareOf(control)] as const;
        const factor = factorOf(lnSplitFactor([mine, theirs], shares));
        const ratio = ratioAnytime([mine, theirs], shares);
        const isMore = mine * shares[1] > theirs * shares[0];
        return [
          {
            experiment,
            arm,
            control,
            metric,
            verdict: isSplit ? 'split' : factor < mark ? 'open' : isMore ? 'better' : 'worse',
            own: { hits: mine, of: visitsOf(arm) },
            other: { hits: theirs, of: visitsOf(control) },
            bayesFactor: isSplit ? split : factor,
            ratio,
          },
        ];
      });
    });
  });
}

export interface Association {
  /** Never an effect: what else changed between the two is not known. */
  readonly kind: 'association';
  readonly before: Rate;
  readonly after: Rate;
  /** After less before, in [-1, 1]. Also where before nothing came of it, of which there is no ratio. */
  readonly difference: Estimate;
  /** `false`: with 95 % confidence no more than chance may do. */
  readonly isClear: boolean;
}

/** A rate before and after a change that was not tested. `null` where either has no visits. */
export function beforeAfter(before: Rate, after: Rate): Association | null {
  const difference = rateDifference(after, before);
  if (difference === null) return null;
  const isClear = difference.low > 0 || difference.high < 0;
  return { kind: 'association', before, after, difference, isClear };
}
