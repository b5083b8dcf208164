/**
 * Layout tests as they are advised on: each by all of its own days, whichever were asked for, since its verdict holds only from its
 * beginning; with what it was declared to be decided by.
 */
import type { AdviceOptions } from '@holloway/insight';
import {
  type Day,
  dayFromNumber,
  dayNumber,
  type Experiment,
  type ExperimentRow,
  type Labels,
  outcomeOf,
} from '@holloway/protocol';
import type { ReportQuery } from './query.ts';
import { buildReport } from './report.ts';

type Deps = Parameters<typeof buildReport>[2];
type Plans = NonNullable<AdviceOptions['plans']>;

export interface AdvisedTests {
  /** Of the `experiments` report, each test by its own days. */
  readonly rows: readonly ExperimentRow[];
  readonly plans: Plans;
  readonly labels: readonly Labels[];
}

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** `null` where it did not run on the days that were asked for, or its first days are kept no more. */
function daysOf({ from, to }: Experiment, asked: Days, { kept, sealedThrough }: Deps['site']): Days | null {
  if (from > asked.to || (to !== undefined && to < asked.from)) return null;
  if (kept.from !== null && dayNumber(from) < kept.from) return null;
  const sealed = sealedThrough === null ? null : dayFromNumber(sealedThrough);
  // Of one without a settled day what is told now.
  const last = sealed === null || sealed < from ? asked.to : sealed;
  return { from, to: to !== undefined && to < last ? to : last };
}

const planOf = ({ arms, metric }: Experiment, { from, to }: Days): Plans[string] => {
  const [control] = arms;
  return {
    shares: Object.fromEntries(arms.map(({ name, share }) => [name, share])),
    metric: outcomeOf(metric),
    days: dayNumber(to) - dayNumber(from) + 1,
    ...(control && { control: control.name }),
  };
};

/** @param query Of all visits: tests are kept in no slice. */
export async function advisedTests(query: ReportQuery, deps: Deps): Promise<AdvisedTests> {
  const rows: ExperimentRow[] = [];
  const labels: Labels[] = [];
  const plans: { [experiment: string]: Plans[string] } = {};
  for (const test of deps.site.experiments) {
    const days = daysOf(test, query, deps.site);
    if (days === null) continue;
    const report = await buildReport('experiments', { ...query, ...days }, deps);
    rows.push(
      ...(report.rows as readonly ExperimentRow[]).filter(({ experiment }) => experiment === test.id),
    );
    labels.push(report.labels);
    plans[test.id] = planOf(test, days);
  }
  return { rows, labels, plans };
}
