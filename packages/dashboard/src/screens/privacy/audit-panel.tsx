/** The audit: when it was last made, made now on request, and what it found; with how much is kept of what. */
import { useState } from 'preact/hooks';
import { logUrl, readLog } from '../../api/access-log.ts';
import { auditUrl } from '../../api/consent-url.ts';
import { type Audit, runAudit } from '../../api/privacy.ts';
import { formatCount, formatDay } from '../../model/format.ts';
import { actorName, formatMinute } from '../../model/log-words.ts';
import { useAnswer } from '../../state/answer.ts';
import { useView } from '../../state/view.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Figures } from '../../ui/figures.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { t, tn } from '../../words/words.ts';

export function AuditPanel() {
  const { api, site } = useView();
  const [audit, setAudit] = useState<Audit | null>(null);
  const [isBeingMade, setBeingMade] = useState(false);
  const make = async (): Promise<void> => {
    setBeingMade(true);
    try {
      setAudit(await runAudit(api, site.id));
    } finally {
      setBeingMade(false);
    }
  };
  return (
    <Panel
      title={t('Whether every promise holds')}
      note={t(
        'The audit reads every row that is kept and holds it to what was promised. Its outcome is kept nowhere: make it when you need it.',
      )}
    >
      <div class="privacy-words">
        {audit === null ? <LastAudit /> : <Outcome audit={audit} />}
        {isBeingMade && <p role="status">{t('Every row is being read: that may take a minute.')}</p>}
        <Form
          action={audit === null ? t('Make the audit now') : t('Make it again')}
          kind="plain"
          onSend={make}
          more={
            <a class="button" href={auditUrl(site.id)} download>
              <Icon name="download" /> {t('Audit, for machines')}
            </a>
          }
        />
      </div>
    </Panel>
  );
}

const AUDITED = 'GET /v1/sites/:site/audit';

/** As far as the newest entries of the log of access tell. */
function LastAudit() {
  const { api, site } = useView();
  const asked = useAnswer(`audited ${site.id}`, () => readLog(api, logUrl('all', { site: site.id }, 0)));
  return (
    <Ready of={asked} lines={1}>
      {(entries) => {
        const last = entries.find(({ what, result }) => what === AUDITED && result === 'granted');
        return (
          <p class="note">
            {last === undefined
              ? t('Nobody asked for it in the latest {n} entries of the log.', {
                  n: formatCount(entries.length),
                })
              : t('Last asked for: {minute} (UTC), by {name}.', {
                  minute: formatMinute(last.minute),
                  name: actorName(last.actor),
                })}
          </p>
        );
      }}
    </Ready>
  );
}

function Outcome({ audit: { made, checks, facts, retention } }: { readonly audit: Audit }) {
  const broken = checks.filter(({ breaches }) => breaches.length > 0);
  const rows = facts.reduce((sum, each) => sum + each.rows, 0);
  return (
    <>
      <p role="status" class={broken.length === 0 ? 'audit-holds' : 'audit-broken'}>
        <Icon name={broken.length === 0 ? 'check' : 'close'} />
        <strong>
          {broken.length === 0
            ? tn(checks.length, 'The {n} promise holds.', 'All {n} promises hold.')
            : tn(broken.length, '{n} promise does not hold.', '{n} promises do not hold.')}
        </strong>
      </p>
      {broken.length > 0 && (
        <ul class="breaches" lang="en">
          {broken.map(({ check, promise, breaches, mend }) => (
            <li key={check}>
              <strong>{promise}</strong>
              {breaches.map(({ says }) => (
                <p key={says}>{says}</p>
              ))}
              <p class="note">{mend}</p>
            </li>
          ))}
        </ul>
      )}
      <Figures
        of={[
          {
            name: t('Rows that are kept'),
            value: formatCount(rows),
            note: t('audit of {day}', { day: formatDay(made) }),
          },
          {
            name: t('Oldest day'),
            value: retention.oldest === null ? '–' : formatDay(retention.oldest),
            note: t('audit of {day}', { day: formatDay(made) }),
          },
        ]}
      />
      <details>
        <summary>{t('What is kept, by what is counted')}</summary>
        <DataTable
          caption={t('What is kept, by what is counted')}
          rows={facts}
          rowKey={({ fact }) => fact}
          sortedBy={1}
          columns={[
            { title: t('What'), cell: ({ fact }) => <code>{fact}</code>, sort: ({ fact }) => fact },
            {
              title: t('Rows that are kept'),
              kind: 'number',
              cell: (row) => formatCount(row.rows),
              sort: (row) => row.rows,
            },
          ]}
        />
      </details>
    </>
  );
}
