/** What a data protection officer files: everything that was published, and how many agreed, as one document. */
import { KEYS_URL, recordUrl } from '../../api/consent-url.ts';
import { formatDays } from '../../model/format.ts';
import { useView } from '../../state/view.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';

export function ForTheRecord() {
  const { site, days } = useView();
  return (
    <Panel
      title="For the record"
      note={`Every statement with its signature and what changed, what may be counted, and how many agreed: ${formatDays(days.from, days.to)}.`}
    >
      <div class="words">
        <p>
          <a class="button" href={recordUrl(site.id, days, 'html')} download>
            <Icon name="download" /> Document to file
          </a>{' '}
          <a class="button" href={recordUrl(site.id, days, 'json')} download>
            <Icon name="download" /> For machines
          </a>
        </p>
        <p class="note">
          No record of single choices exists: the receipt of a choice is held by the visitor alone, and
          verifies against the <a href={KEYS_URL}>public keys</a> with <code>holloway receipt verify</code>.
        </p>
      </div>
    </Panel>
  );
}
