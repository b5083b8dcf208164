/**
 * For those who see to privacy: what k is and how long counts are kept, whether every promise holds, what can be shown to
 * others and what can never be told, and who of the staff looked at or changed what.
 */
import { isDay } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import type { LogQuery } from '../../api/access-log.ts';
import { getTransparency } from '../../api/privacy.ts';
import { useAnswer } from '../../state/answer.ts';
import { useView } from '../../state/view.ts';
import { useMay, useViewer } from '../../state/viewer.ts';
import '../../style/privacy.css';
import '../../style/staff.css';
import { Panel } from '../../ui/panel.tsx';
import { Ready } from '../../ui/ready.tsx';
import { spoken, t } from '../../words/words.ts';
import { WhatWaits } from '../overview/what-waits.tsx';
import { AuditPanel } from './audit-panel.tsx';
import { ForEverybody } from './for-everybody.tsx';
import { Keeping } from './keeping.tsx';
import { LogTable } from './log-table.tsx';
import { Unanswerable } from './unanswerable.tsx';

export function Privacy() {
  const { api, site } = useView();
  const mayRead = useMay('read');
  const told = useAnswer(`transparency ${site.id}`, async () =>
    // An archive asks nobody, and so has no list for visitors.
    site.kind === 'archive' ? null : getTransparency(api, site.id, spoken()),
  );
  return (
    <>
      <Ready of={told} lines={10}>
        {(transparency) => (
          <>
            <Keeping transparency={transparency} />
            {transparency !== null && <ForEverybody transparency={transparency} />}
          </>
        )}
      </Ready>
      <AuditPanel />
      <Panel title={t('What cannot be answered, by design')}>
        <Unanswerable />
      </Panel>
      {mayRead && site.firstDay !== null && <WhatWaits />}
      <AccessLog />
    </>
  );
}

function AccessLog() {
  const { sites } = useViewer();
  const [query, setQuery] = useState<LogQuery>({});
  const day = (name: 'from' | 'to', label: string) => (
    <label>
      {label}
      <input
        type="date"
        onInput={({ currentTarget: { value } }) =>
          setQuery({ ...query, [name]: isDay(value) ? value : undefined })
        }
      />
    </label>
  );
  return (
    <Panel
      title={t('Who looked at what')}
      note={t(
        'Every report that was looked at and everything that was changed, by the minute, for twelve months. No address, no browser, no value, no search term.',
      )}
    >
      <div class="filters">
        {day('from', t('From'))}
        {day('to', t('To'))}
        <label>
          {t('Site')}
          <select
            value={query.site ?? ''}
            onChange={({ currentTarget: { value } }) => setQuery({ ...query, site: value || undefined })}
          >
            <option value="">{t('All that you see')}</option>
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {query.actor !== undefined && (
          <button type="button" class="button" onClick={() => setQuery({ ...query, actor: undefined })}>
            {t('Show everybody')}
          </button>
        )}
      </div>
      <LogTable whose="all" query={query} onActor={(actor) => setQuery({ ...query, actor })} />
    </Panel>
  );
}
