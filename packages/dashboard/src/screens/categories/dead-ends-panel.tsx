/** Categories that end more visits than their like, by more than chance. */
import { type DeadEnd, deadEnds, type Ending, judgedEndings, LEAST_JUDGED } from '@holloway/insight';
import type { CategoryRow, Report } from '@holloway/protocol';
import { formatCount, formatShare, formatTenths } from '../../model/format.ts';
import { categoryName } from '../../model/names.ts';
import { shareOf } from '../../model/share.ts';
import { useReport } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Rate } from '../../ui/rate.tsx';
import { Reports } from '../../ui/reports.tsx';
import { ExitsNote, Message, WaitingNote } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';

/** Categories of the tree, each with the exits that are told of it. */
const endingsOf = (rows: readonly CategoryRow[]): Ending[] =>
  rows.flatMap(({ category, settledViews: views, exits }) =>
    exits === null || views === null || category.startsWith('(')
      ? []
      : [{ node: category, kind: 'category', views, exits }],
  );

export function DeadEndsPanel() {
  const asked = useReport('categories');
  return (
    <Panel
      title={t('Dead ends')}
      note={t(
        'Categories on which more visits end than on the others, by more than chance; where little is counted, their lead is drawn towards the others. What is missing there, or where would one go on?',
      )}
      csv={asked.csv}
    >
      <Reports of={[asked]} lines={5}>
        {([report]) => (
          <>
            <DeadEndTable report={report} />
            <ExitsNote rows={report.rows} />
            <WaitingNote report={report} />
          </>
        )}
      </Reports>
    </Panel>
  );
}

function DeadEndTable({ report }: { readonly report: Report<'categories'> }) {
  const endings = endingsOf(report.rows);
  const ends = deadEnds(endings, report.k);
  const name = ({ node }: DeadEnd): string => categoryName(node, report.labels.category);
  const judged = judgedEndings(endings, report.k).length;
  if (judged < LEAST_JUDGED)
    return (
      <Message title={t('Too few exits to say')}>
        <p>{t('Of too few categories so many visits ended that one could say what is usual here.')}</p>
      </Message>
    );
  if (ends.length === 0)
    return (
      <Message title={t('No category is a dead end')}>
        <p>
          {t('Of {n} categories with exits enough to judge, none ends more visits than is usual here.', {
            n: judged,
          })}
        </p>
      </Message>
    );
  return (
    <DataTable
      caption={t('Dead ends')}
      rows={ends}
      rowKey={({ node }) => node}
      sortedBy={4}
      atOnce={10}
      columns={[
        { title: t('Category'), cell: name, sort: name },
        {
          title: t('Exit rate'),
          kind: 'number',
          cell: ({ exits, views }) => <Rate share={shareOf(exits, views)} />,
          sort: ({ exits, views }) => exits / views,
        },
        {
          title: t('Usual here'),
          kind: 'number',
          cell: ({ pooled }) => formatShare(pooled),
          sort: ({ pooled }) => pooled,
        },
        {
          title: t('Times the usual'),
          kind: 'number',
          cell: ({ lift }) =>
            t('{value} ({low} to {high})', {
              value: formatTenths(lift.value),
              low: formatTenths(lift.low),
              high: formatTenths(lift.high),
            }),
          sort: ({ lift }) => lift.value,
        },
        {
          title: t('Exits beyond the usual'),
          kind: 'number',
          cell: ({ excess }) => formatCount(Math.round(excess)),
          sort: ({ excess }) => excess,
        },
      ]}
    />
  );
}
