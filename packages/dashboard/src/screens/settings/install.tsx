/** The line to paste into the store's pages, and whether anything has come from them. */
import type { SiteSummary } from '@holloway/protocol';
import { formatDay } from '../../model/format.ts';
import { scriptTag } from '../../model/script-tag.ts';
import { Panel } from '../../ui/panel.tsx';
import { ToCopy } from '../../ui/to-copy.tsx';
import { t, tn } from '../../words/words.ts';

export const Install = ({ site }: { readonly site: SiteSummary }) => (
  <Panel
    title={t('The line to paste')}
    note={
      site.firstDay === null
        ? tn(
            site.k,
            'No numbers yet: they begin once visitors agree to be counted, and a first browser has sent them.',
            'No numbers yet: they begin once visitors agree to be counted, and {n} browsers have sent them.',
          )
        : t('It works: counts have arrived since {day}.', { day: formatDay(site.firstDay) })
    }
  >
    <div class="to-mark-up">
      <p>{t('Into the head of every page of the store:')}</p>
      <ToCopy text={scriptTag(site.id, location.origin)} action={t('Copy the line')} />
    </div>
  </Panel>
);
