/** What happened with the layout tests of a site: begun and ended as it declares them, decided as others found out. Pure. */
import { addDays, type Day, type Experiment, type ExperimentEvent } from '@holloway/protocol';

interface Decided {
  readonly experiment: string;
  readonly day: Day;
  readonly arm: string;
  readonly verdict: 'better' | 'worse';
}

/**
 * @param today On the site: what is planned for later has not happened.
 * @returns By test. One that ends is told as stopped on its last day, once that is over or it was ended by hand.
 */
export function experimentEvents(
  experiments: readonly Experiment[],
  decisions: readonly Decided[],
  today: Day,
): readonly ExperimentEvent[] {
  return experiments.flatMap(({ id, title, status, from, to }): ExperimentEvent[] => {
    const own = { kind: 'experiment', experiment: id, title } as const;
    const isOver = to !== undefined && to <= (status === 'ended' ? today : addDays(today, -1));
    return [
      ...(from <= today ? [{ ...own, day: from, what: 'started' } as const] : []),
      ...decisions
        .filter(({ experiment }) => experiment === id)
        .map(({ day, arm, verdict }) => ({ ...own, day, what: 'decided', arm, verdict }) as const),
      ...(isOver ? [{ ...own, day: to, what: 'stopped' } as const] : []),
    ];
  });
}
