/** The diagram of steps as tables: what came to each place and what became of it, and the moves between them. */
import type { Report } from '@holloway/protocol';
import { formatCount } from '../../model/format.ts';
import { categoryName } from '../../model/names.ts';
import type { StepBalance } from '../../model/step-balance.ts';
import { restName, showsAll } from '../../model/step-rest.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { t } from '../../words/words.ts';

interface StepTablesProps {
  readonly report: Report<'steps'>;
  readonly balances: ReadonlyMap<string, StepBalance>;
}

export function StepTables({ report, balances }: StepTablesProps) {
  const name = (node: string): string => categoryName(node, report.labels.category);
  const places = [...balances.values()].sort(
    (a, b) => a.step - b.step || b.came + b.unseen - (a.came + a.unseen),
  );
  return (
    <>
      <h3>{t('In and out of each place')}</h3>
      <DataTable
        caption={t('In and out of each place')}
        rows={places}
        rowKey={({ step, node }) => `${step} ${node}`}
        columns={[
          {
            title: t('Page'),
            cell: ({ step }) => (step === 0 ? t('Start') : step),
            sort: ({ step }) => step,
          },
          { title: t('Category'), cell: ({ node }) => name(node), sort: ({ node }) => name(node) },
          {
            title: t('Came'),
            kind: 'number',
            cell: ({ came }) => formatCount(came),
            sort: ({ came }) => came,
          },
          {
            title: t('Came, not shown'),
            kind: 'number',
            cell: ({ unseen }) => formatCount(unseen),
            sort: ({ unseen }) => unseen,
          },
          {
            title: t('Went on'),
            kind: 'number',
            cell: ({ wentOn }) => formatCount(wentOn),
            sort: ({ wentOn }) => wentOn,
          },
          {
            title: t('Did not go on'),
            kind: 'number',
            cell: ({ rest }) => formatCount(rest),
            sort: ({ rest }) => rest,
          },
          {
            title: t('What that is'),
            cell: ({ step, rest }) => (rest === 0 ? '' : restName(step, showsAll(report))),
          },
        ]}
      />
      <h3>{t('Moves by step')}</h3>
      <DataTable
        caption={t('Moves by step')}
        rows={report.rows}
        rowKey={({ step, from, to }) => `${step} ${from} ${to}`}
        columns={[
          { title: t('Page'), cell: ({ step }) => step, sort: ({ step }) => step },
          { title: t('Came from'), cell: ({ from }) => name(from), sort: ({ from }) => from },
          { title: t('Went to'), cell: ({ to }) => name(to), sort: ({ to }) => to },
          { title: t('Moves'), kind: 'number', cell: ({ n }) => formatCount(n), sort: ({ n }) => n },
        ]}
      />
    </>
  );
}
