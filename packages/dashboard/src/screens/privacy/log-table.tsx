/** The log of access as a table, newest first; older entries on request. */
import type { LogEntry } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import { ENTRIES_AT_ONCE, type LogQuery, logUrl, readLog } from '../../api/access-log.ts';
import { formatCount } from '../../model/format.ts';
import { actorName, deedOf, formatMinute, RESULT_WORDS } from '../../model/log-words.ts';
import { useAnswer } from '../../state/answer.ts';
import { useViewer } from '../../state/viewer.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Form } from '../../ui/form.tsx';
import { Ready } from '../../ui/ready.tsx';
import { Message } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';

interface LogTableProps {
  readonly whose: 'own' | 'all';
  readonly query: LogQuery;
  /** Shows the entries of one person or key alone. */
  readonly onActor?: (id: string) => void;
}

/** Keyed by its query: older entries of another one are no part of it. */
export const LogTable = (props: LogTableProps) => (
  <Pages key={logUrl(props.whose, props.query, 0)} {...props} />
);

function Pages(props: LogTableProps) {
  const { api } = useViewer();
  const ask = (offset: number) => readLog(api, logUrl(props.whose, props.query, offset));
  const first = useAnswer('', () => ask(0));
  const [older, setOlder] = useState<readonly (readonly LogEntry[])[]>([]);
  return (
    <Ready of={first}>
      {(newest) => {
        const pages = [newest, ...older];
        const entries = pages.flat();
        return (
          <div class="log">
            <Entries {...props} entries={entries} />
            {pages.at(-1)?.length === ENTRIES_AT_ONCE && (
              <Form
                action={t('Show older entries')}
                kind="plain"
                onSend={async () => setOlder([...older, await ask(entries.length)])}
              />
            )}
          </div>
        );
      }}
    </Ready>
  );
}

function Entries({
  whose,
  query,
  onActor,
  entries,
}: LogTableProps & { readonly entries: readonly LogEntry[] }) {
  const { sites } = useViewer();
  if (entries.length === 0) {
    return (
      <Message title={t('Nothing was written down')}>
        <p>{t('No entry is of these days, this site and this person.')}</p>
      </Message>
    );
  }
  const who = ({ actor }: LogEntry) =>
    onActor === undefined || actor.id === '' || actor.id === query.actor ? (
      actorName(actor)
    ) : (
      <button
        type="button"
        class="who"
        title={t('Show these entries alone')}
        onClick={() => onActor(actor.id)}
      >
        {actorName(actor)}
      </button>
    );
  return (
    <DataTable
      caption={t('Log of access')}
      rows={entries}
      rowKey={({ minute, actor, what, site, detail, result }) =>
        [minute, actor.kind, actor.id, actor.name, what, site, detail, result].join(' ')
      }
      atOnce={entries.length}
      columns={[
        {
          title: t('What'),
          cell: (entry) => (
            <>
              {deedOf(entry)} <small>{entry.detail}</small>
            </>
          ),
        },
        { title: t('When (UTC)'), cell: ({ minute }) => formatMinute(minute) },
        ...(whose === 'own' ? [] : [{ title: t('Who'), cell: who }]),
        { title: t('Site'), cell: ({ site }) => sites.find(({ id }) => id === site)?.name ?? site ?? '' },
        { title: t('Result'), cell: ({ result }) => t(RESULT_WORDS[result]) },
        { title: t('Times'), kind: 'number', cell: ({ times }) => formatCount(times) },
      ]}
    />
  );
}
