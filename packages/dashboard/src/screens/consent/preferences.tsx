/** What visitors state of their own will, question by question. */
import type { PreferenceRow, Report } from '@holloway/protocol';
import { formatCount } from '../../model/format.ts';
import { termName } from '../../model/names.ts';
import { useReport } from '../../state/view.ts';
import { Bars } from '../../ui/bars.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Reports } from '../../ui/reports.tsx';
import { Message, WaitingNote } from '../../ui/states.tsx';
import { tx } from '../../words/parts.ts';
import { t } from '../../words/words.ts';

export function Preferences() {
  const asked = useReport('preferences');
  const report = asked.result.state === 'ready' ? asked.result.value : null;
  const isSilent = report !== null && report.rows.length === 0 && report.waiting.n + report.other === 0;
  if (isSilent) {
    return (
      <Panel title={t('Stated preferences')}>
        <Message title={t('Nobody has stated a preference')}>
          <p>
            {tx(
              'Declare what you would like to know as {code} in the policy of the store, such as a favourite colour. Visitors find the question in their privacy settings, may answer, and may take the answer back; it is only counted.',
              { code: <code>preferences</code> },
            )}
          </p>
        </Message>
      </Panel>
    );
  }
  return (
    <Panel
      title={t('Stated preferences')}
      note={t('Answers, when they were given. They are tied to nothing else.')}
      csv={asked.csv}
      table={() => (
        <Reports of={[asked]}>
          {([{ rows, labels }]) => (
            <DataTable
              caption={t('Stated preferences')}
              rows={rows}
              rowKey={({ key, value }) => `${key} ${value}`}
              sortedBy={2}
              columns={[
                {
                  title: t('Question'),
                  cell: ({ key }) => termName(key, labels.preference),
                  sort: ({ key }) => termName(key, labels.preference),
                },
                {
                  title: t('Answer'),
                  cell: ({ value }) => termName(value, labels.preference),
                  sort: ({ value }) => termName(value, labels.preference),
                },
                { title: t('Times'), kind: 'number', cell: ({ n }) => formatCount(n), sort: ({ n }) => n },
              ]}
            />
          )}
        </Reports>
      )}
    >
      <Reports of={[asked]}>
        {([stated]) => (
          <>
            <Answers report={stated} />
            <WaitingNote report={stated} />
          </>
        )}
      </Reports>
    </Panel>
  );
}

function Answers({ report: { rows, labels } }: { readonly report: Report<'preferences'> }) {
  const questions = [...new Set(rows.map(({ key }) => key))];
  return questions.map((question) => {
    const answers = rows.filter(({ key }: PreferenceRow) => key === question);
    const all = answers.reduce((sum, { n }) => sum + n, 0);
    const name = termName(question, labels.preference);
    return (
      <div class="question" key={question}>
        <h3>{name}</h3>
        <Bars
          label={name}
          bars={answers.map(({ value, n }) => ({
            key: value,
            name: termName(value, labels.preference),
            n,
            share: n / all,
          }))}
        />
      </div>
    );
  });
}
