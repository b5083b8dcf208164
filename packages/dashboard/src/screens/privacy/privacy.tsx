/** For those who see to privacy: what of a site can be shown to others, and who of the staff looked at or changed what. */
import { isDay } from '@holloway/protocol';
import { useState } from 'preact/hooks';
import type { LogQuery } from '../../api/access-log.ts';
import { auditUrl, transparencyUrl } from '../../api/consent-url.ts';
import { useView } from '../../state/view.ts';
import { useViewer } from '../../state/viewer.ts';
import { Icon } from '../../ui/icon.tsx';
import '../../style/staff.css';
import { Panel } from '../../ui/panel.tsx';
import { t } from '../../words/words.ts';
import { LogTable } from './log-table.tsx';

export const Privacy = () => (
  <>
    <ToShow />
    <AccessLog />
  </>
);

function ToShow() {
  const { site } = useView();
  return (
    <Panel
      title={t('What can be shown')}
      note={t(
        'What is counted of visitors and what never is, for everybody to read; and what is stored, with whether every promise about it holds.',
      )}
    >
      <div class="form-foot">
        {site.kind !== 'archive' && (
          <a class="button" href={transparencyUrl(site.id)} target="_blank" rel="noopener">
            {t('What is counted')}
          </a>
        )}
        <a class="button" href={auditUrl(site.id)} download>
          <Icon name="download" /> {t('Audit, for machines')}
        </a>
      </div>
    </Panel>
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
