/** What holds of every answer, in the words that a merchandiser may pass on. */
import { Panel } from '../../ui/panel.tsx';
import { tx } from '../../words/parts.ts';
import { t } from '../../words/words.ts';

export const Promised = () => (
  <Panel title={t('What visitors are promised')}>
    <ul class="promises">
      <li>{t('Voluntary: nobody has to answer, and the shop works the same without.')}</li>
      <li>
        {t(
          'Theirs: an answer lies in their own browser. There they see it, change it, copy it and erase it, at any time.',
        )}
      </li>
      <li>
        {t(
          'Only counted: no answer is tied to a visit, a page or a person. One taken back is not subtracted.',
        )}
      </li>
      <li>
        {tx('Of use at once: your pages may read it with {code} and show what fits.', {
          code: <code>holloway.preferences()</code>,
        })}
      </li>
    </ul>
  </Panel>
);
