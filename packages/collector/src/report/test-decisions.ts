/**
 * On which day the counts of a layout test first decided it, as they were told day by day: from sealed days alone. How it is
 * judged is for insight, which allows a look a day.
 */
import { setImmediate } from 'node:timers/promises';
import { layoutVerdicts } from '@holloway/insight';
import { ALL, ANY, type Day, dayFromNumber, dayNumber, type Experiment, outcomeOf } from '@holloway/protocol';
import { experimentRows } from './experiment-rows.ts';
import { createKeeper } from './keeper.ts';
import type { Release, ReleasedOf, ReleasedRow, Scope } from './release.ts';

type Site = Scope['site'];

export interface Decision {
  readonly experiment: string;
  readonly day: Day;
  readonly arm: string;
  readonly verdict: 'better' | 'worse';
}

/** Rows of the same cell, added up. */
function added(
  sums: ReadonlyMap<string, ReleasedRow>,
  rows: readonly ReleasedRow[],
): Map<string, ReleasedRow> {
  const all = new Map(sums);
  for (const row of rows) {
    const key = JSON.stringify(row.dimensions);
    const sum = all.get(key);
    all.set(key, sum === undefined ? row : { ...row, n: row.n + sum.n, people: row.people + sum.people });
  }
  return all;
}

/** What decides a test: who was shown it, and who did what it is about. */
const deciding =
  ({ id, metric }: Experiment) =>
  ({ dimensions: [experiment, , counted] }: ReleasedRow): boolean =>
    experiment === id && (counted === ANY || counted === outcomeOf(metric));

function decisionOf(test: Experiment, days: readonly ReleasedOf[]): Decision | null {
  const own = days.filter(({ value }) => value >= test.from && (test.to === undefined || value <= test.to));
  const isDeciding = deciding(test);
  let sums: ReadonlyMap<string, ReleasedRow> = new Map();
  for (const { value: day, rows } of [...own].sort((a, b) => (a.value < b.value ? -1 : 1))) {
    sums = added(sums, rows.filter(isDeciding));
    const verdict = verdictOf(test, sums.values());
    if (verdict !== null) return { ...verdict, day };
  }
  return null;
}

/** @param cells Those that decide it, and no others. */
function verdictOf(experiment: Experiment, cells: Iterable<ReleasedRow>): Omit<Decision, 'day'> | null {
  const { id, arms } = experiment;
  const rows = experimentRows({
    rows: [...cells],
    balance: { shown: 0, waiting: { rows: 0, n: 0 }, other: 0 },
  });
  const [control] = arms;
  const plan = {
    shares: Object.fromEntries(arms.map(({ name, share }) => [name, share])),
    ...(control && { control: control.name }),
  };
  for (const { arm, verdict } of layoutVerdicts(rows, { [id]: plan }))
    if (verdict === 'better' || verdict === 'worse') return { experiment: id, arm, verdict };
  return null;
}

/** One at most of each test: a decision that a later day takes back was one all the same. In the order of the tests. */
export type TestDecisions = (site: Site) => Promise<readonly Decision[]>;

/** Decisions of so many tests. */
const MAX_KEPT = 2_000;

export function createTestDecisions(release: Pick<Release, 'cellsByDay'>): TestDecisions {
  const kept = createKeeper<readonly Decision[]>(MAX_KEPT, (decisions) => decisions.length + 1);

  async function decide(site: Site, sealedThrough: number): Promise<readonly Decision[]> {
    const through = dayFromNumber(sealedThrough);
    const { monthsThrough } = site.kept;
    // A month that is kept as one would be one look at all of its days.
    const isByDay = (day: Day): boolean => monthsThrough === null || dayNumber(day) > monthsThrough;
    const tests = site.experiments.filter(({ from }) => from <= through && isByDay(from));
    const [first] = tests.map(({ from }) => from).sort();
    if (first === undefined) return [];
    const days = await release.cellsByDay('experiment', { site, slice: ALL, from: first, to: through });
    const decisions: Decision[] = [];
    for (const test of tests) {
      // Others are answered in between.
      await setImmediate();
      const decision = decisionOf(test, days);
      if (decision !== null) decisions.push(decision);
    }
    return decisions;
  }

  return async (site) => {
    const { id, sealedThrough, kept: keeping, experiments } = site;
    if (sealedThrough === null || experiments.length === 0) return [];
    // What is sealed never changes.
    const key = JSON.stringify([id, sealedThrough, keeping, experiments]);
    return kept.get(key, () => decide(site, sealedThrough));
  };
}
