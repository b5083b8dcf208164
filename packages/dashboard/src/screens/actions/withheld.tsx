/** Of which regions the advice says nothing, and why. */
import type { SiteAdvice } from '@holloway/insight';
import { placeWords, withheldReason } from '../../model/advice-words.ts';
import { withheldGroups } from '../../model/withheld.ts';
import { Panel } from '../../ui/panel.tsx';
import { t } from '../../words/words.ts';

export const Withheld = ({ advice: { withheld, labels } }: { readonly advice: SiteAdvice }) => (
  <Panel title={t('What cannot be told')}>
    {withheldGroups(withheld).map(({ reason, ranked, places }) => (
      <div class="withheld" key={`${reason} ${ranked}`}>
        <p>
          {ranked
            ? t(
                'Of these zones only large differences are told, with what positions earn in them, because {reason}:',
                { reason: withheldReason(reason) },
              )
            : t('Nothing is said of these zones, because {reason}:', { reason: withheldReason(reason) })}
        </p>
        <ul class="plain-list">
          {places.map(({ zone, pages }) => (
            <li key={zone}>{placeWords(zone, pages, labels)}</li>
          ))}
        </ul>
      </div>
    ))}
  </Panel>
);
