/** After how many days visitors come back: retention, told by the browser as a count and without an id. */
import type { Report, ReturnRow } from '@holloway/protocol';
import { formatCount } from '../../model/format.ts';
import { useReport } from '../../state/view.ts';
import { Bars } from '../../ui/bars.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { t, tn } from '../../words/words.ts';

/** The first and last day of each step; 60 stands for all beyond. */
const STEPS = [
  [1, 1],
  [2, 6],
  [7, 13],
  [14, 27],
  [28, 59],
  [60, 60],
] as const;

const stepsOf = (rows: readonly ReturnRow[]) =>
  STEPS.map(([from, to]) => ({
    from,
    to,
    n: rows.filter(({ days }) => days >= from && days <= to).reduce((sum, { n }) => sum + n, 0),
  }));

const nameOf = ({ from, to }: { readonly from: number; readonly to: number }): string => {
  if (from === 60) return t('60 days and more');
  return from === to ? tn(from, '{n} day', '{n} days') : t('{from} to {to} days', { from, to });
};

export function Returns() {
  const asked = useReport('returns');
  return (
    <Panel
      title={t('Coming back')}
      note={t(
        'Returning visits by the days since the last one. The browser knows it; we are told the number alone.',
      )}
      csv={asked.csv}
      table={() => <Reports of={[asked]}>{([report]) => <StepTable report={report} />}</Reports>}
    >
      <Reports of={[asked]} lines={6}>
        {([report]) => (
          <>
            <Bars
              label={t('Coming back')}
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

const StepTable = ({ report }: { readonly report: Report<'returns'> }) => (
  <DataTable
    caption={t('Coming back')}
    rows={stepsOf(report.rows)}
    rowKey={({ from }) => String(from)}
    columns={[
      { title: t('Since the last visit'), cell: nameOf },
      { title: t('Visits'), kind: 'number', cell: ({ n }) => formatCount(n) },
    ]}
  />
);
