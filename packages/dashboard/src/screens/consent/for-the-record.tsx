/** What a data protection officer files: everything that was published, and how many agreed, as one document. */
import { KEYS_URL, recordUrl } from '../../api/consent-url.ts';
import { formatDays } from '../../model/format.ts';
import { useView } from '../../state/view.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { tx } from '../../words/parts.ts';
import { t } from '../../words/words.ts';

export function ForTheRecord() {
  const { site, days } = useView();
  return (
    <Panel
      title={t('For the record')}
      note={t(
        'Every statement with its signature and what changed, what may be counted, and how many agreed: {days}.',
        { days: formatDays(days.from, days.to) },
      )}
    >
      <div class="words">
        <p>
          <a class="button" href={recordUrl(site.id, days, 'html')} download>
            <Icon name="download" /> {t('Document to file')}
          </a>{' '}
          <a class="button" href={recordUrl(site.id, days, 'json')} download>
            <Icon name="download" /> {t('For machines')}
          </a>
        </p>
        <p class="note">
          {tx(
            'No record of single choices exists: the receipt of a choice is held by the visitor alone, and verifies against the {keys} with {command}.',
            {
              keys: <a href={KEYS_URL}>{t('public keys')}</a>,
              command: <code>holloway receipt verify</code>,
            },
          )}
        </p>
      </div>
    </Panel>
  );
}
