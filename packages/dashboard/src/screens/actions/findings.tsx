/** What an action is made of, where it is more than one thing: each with its reason and what it brings. */
import type { Action } from '@holloway/insight';
import type { Labels } from '@holloway/protocol';
import { findingWords, gainOfWords } from '../../model/advice-words.ts';
import { countWords, inWindows } from '../../model/evidence-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { t } from '../../words/words.ts';
import '../../style/settings.css';

interface FindingsProps {
  readonly action: Action;
  readonly title: string;
  readonly labels: Labels;
}

export const Findings = ({ action, title, labels }: FindingsProps) => (
  <details class="more-of">
    <summary>{t('All {n} findings, one by one', { n: action.findings.length })}</summary>
    <DataTable
      caption={t('Findings of: {title}', { title })}
      rows={action.findings}
      rowKey={({ subject }) => JSON.stringify(subject)}
      columns={[
        { title: t('What to do'), cell: (each) => inWindows(findingWords(each, labels).title, each) },
        { title: t('Why'), cell: (each) => findingWords(each, labels).why },
        {
          title: t('Counted'),
          cell: (each) => countWords(each, labels).map((words) => <div key={words}>{words}</div>),
        },
        {
          title: t('Expected gain'),
          cell: ({ gain }) => gainOfWords(gain),
          sort: ({ gain }) => gain?.low ?? null,
        },
      ]}
    />
  </details>
);
