/** From released cells to what came of each arm of a layout test. Pure; the verdict is the reader's to take. */
import { ANY, type ExperimentRow } from '@holloway/protocol';
import { byText } from './order.ts';
import type { Released } from './release.ts';

/** By test and arm; the visits that were shown the arm first, then what most of them did. */
export function experimentRows({ rows }: Released): ExperimentRow[] {
  const cells = rows.map(({ dimensions: [experiment, arm, metric], n, people }) => ({
    experiment: String(experiment),
    arm: String(arm),
    metric: String(metric),
    n,
    people,
  }));
  const keyOf = ({ experiment, arm }: { readonly experiment: string; readonly arm: string }): string =>
    JSON.stringify([experiment, arm]);
  const exposed = new Map(cells.filter(({ metric }) => metric === ANY).map((cell) => [keyOf(cell), cell.n]));
  const isOutcome = ({ metric }: ExperimentRow): number => (metric === ANY ? 0 : 1);
  return cells
    .map(
      ({ experiment, arm, metric, n, people }): ExperimentRow => ({
        ...{ experiment, arm, metric },
        exposed: exposed.get(keyOf({ experiment, arm })) ?? null,
        ...{ n, people },
      }),
    )
    .sort(
      (x, y) =>
        byText(x.experiment, y.experiment) ||
        byText(x.arm, y.arm) ||
        isOutcome(x) - isOutcome(y) ||
        y.n - x.n,
    );
}
