/** How long visits last: the time in which a page of the shop was visible and in focus. */
import type { DurationRow } from '@holloway/protocol';
import { formatDuration } from '../../model/format.ts';
import { useReport } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { type Step, StepPanel } from './step-panel.tsx';

/** Steps that people think in; the buckets of the report are finer. In milliseconds, where each begins. */
const STEPS = [0, 10_000, 30_000, 60_000, 180_000, 600_000, 1_800_000] as const;

const nameOf = (from: number, to: number | null): string =>
  to === null
    ? t('{time} and longer', { time: formatDuration(from) })
    : t('{from} to {to}', { from: from === 0 ? '0 s' : formatDuration(from), to: formatDuration(to) });

/** A bucket goes where its lower end lies. */
const stepsOf = (rows: readonly DurationRow[]): Step[] =>
  STEPS.map((from, at) => {
    const to = STEPS[at + 1] ?? null;
    const within = rows.filter(({ fromMs }) => fromMs >= from && (to === null || fromMs < to));
    return { name: nameOf(from, to), n: within.reduce((sum, { n }) => sum + n, 0) };
  });

export const Durations = () => (
  <StepPanel
    title={t('How long')}
    name="durations"
    note={t('Time visible and in focus, of days that are over.')}
    asked={useReport('durations')}
    lines={STEPS.length}
    stepsOf={({ rows }) => stepsOf(rows)}
    what={t('Time')}
    head={({ totals }) => (
      <p class="note">
        {t('Half of the visits lasted between {low} and {high}, the median {median}.', {
          low: formatDuration(totals.lowerQuartile),
          high: formatDuration(totals.upperQuartile),
          median: formatDuration(totals.median),
        })}
      </p>
    )}
  />
);
