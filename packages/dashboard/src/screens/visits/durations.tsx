/** How long visits last: the time in which a page of the shop was visible and in focus. */
import type { DurationRow, Report } from '@holloway/protocol';
import { formatCount, formatDuration } from '../../model/format.ts';
import { useReport } from '../../state/view.ts';
import { Bars } from '../../ui/bars.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';

/** Steps that people think in; the buckets of the report are finer. In milliseconds, where each begins. */
const STEPS = [0, 10_000, 30_000, 60_000, 180_000, 600_000, 1_800_000] as const;

interface Step {
  readonly from: number;
  readonly to: number | null;
  readonly n: number;
}

/** A bucket goes where its lower end lies. */
const stepsOf = (rows: readonly DurationRow[]): Step[] =>
  STEPS.map((from, at) => {
    const to = STEPS[at + 1] ?? null;
    const within = rows.filter(({ fromMs }) => fromMs >= from && (to === null || fromMs < to));
    return { from, to, n: within.reduce((sum, { n }) => sum + n, 0) };
  });

const nameOf = ({ from, to }: Step): string =>
  to === null
    ? t('{time} and longer', { time: formatDuration(from) })
    : t('{from} to {to}', { from: from === 0 ? '0 s' : formatDuration(from), to: formatDuration(to) });

export function Durations() {
  const asked = useReport('durations');
  return (
    <Panel
      title={t('How long')}
      note={t('Time visible and in focus, of days that are over.')}
      csv={asked.csv}
      table={() => <Reports of={[asked]}>{([report]) => <StepTable report={report} />}</Reports>}
    >
      <Reports of={[asked]} lines={7}>
        {([report]) => (
          <>
            <p class="note">
              {t('Half of the visits lasted between {low} and {high}, the median {median}.', {
                low: formatDuration(report.totals.lowerQuartile),
                high: formatDuration(report.totals.upperQuartile),
                median: formatDuration(report.totals.median),
              })}
            </p>
            <Bars
              label={t('How long')}
              bars={stepsOf(report.rows).map((step) => ({
                key: String(step.from),
                name: nameOf(step),
                n: step.n,
                share: report.totals.n === 0 ? 0 : step.n / report.totals.n,
              }))}
            />
            <WaitingNote report={report} />
          </>
        )}
      </Reports>
    </Panel>
  );
}

const StepTable = ({ report }: { readonly report: Report<'durations'> }) => (
  <DataTable
    caption={t('How long')}
    rows={stepsOf(report.rows)}
    rowKey={({ from }) => String(from)}
    columns={[
      { title: t('Time'), cell: nameOf },
      { title: t('Visits'), kind: 'number', cell: ({ n }) => formatCount(n) },
    ]}
  />
);
