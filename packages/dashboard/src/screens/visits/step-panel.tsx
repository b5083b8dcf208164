/** Visits in a few steps of time, as bars and as a table: of a report whose buckets are finer than people think. */
import type { Report } from '@holloway/protocol';
import type { ComponentChildren } from 'preact';
import { formatCount } from '../../model/format.ts';
import type { Asked } from '../../state/view.ts';
import { Bars } from '../../ui/bars.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';

export interface Step {
  readonly name: string;
  readonly n: number;
}

interface StepPanelProps<R extends 'durations' | 'returns'> {
  readonly title: string;
  /** In the address. */
  readonly name: string;
  readonly note: string;
  readonly asked: Asked<R>;
  /** How many steps there are. */
  readonly lines: number;
  readonly stepsOf: (report: Report<R>) => readonly Step[];
  /** What the first column of the table is headed. */
  readonly what: string;
  /** Above the bars. */
  readonly head?: (report: Report<R>) => ComponentChildren;
}

export function StepPanel<R extends 'durations' | 'returns'>(props: StepPanelProps<R>) {
  const { title, name, note, asked, lines, stepsOf, what, head } = props;
  return (
    <Panel
      title={title}
      note={note}
      csv={asked.csv}
      name={name}
      table={() => (
        <Reports of={[asked]}>
          {([report]) => (
            <DataTable
              caption={title}
              rows={stepsOf(report)}
              rowKey={({ name }) => name}
              columns={[
                { title: what, cell: ({ name }) => name },
                { title: t('Visits'), kind: 'number', cell: ({ n }) => formatCount(n) },
              ]}
            />
          )}
        </Reports>
      )}
    >
      <Reports of={[asked]} lines={lines}>
        {([report]) => (
          <>
            {head?.(report)}
            <Bars
              label={title}
              bars={stepsOf(report).map(({ name, n }) => ({
                key: name,
                name,
                n,
                share: report.totals.n === 0 ? 0 : n / report.totals.n,
              }))}
            />
            <WaitingNote report={report} />
          </>
        )}
      </Reports>
    </Panel>
  );
}
