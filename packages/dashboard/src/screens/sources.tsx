/** Which sites send visitors. */
import { termName } from '../model/names.ts';
import { useReport } from '../state/view.ts';
import { Marginal } from '../ui/marginal.tsx';
import { t } from '../words/words.ts';

export const Sources = () => (
  <Marginal
    title={t('Referring sites')}
    note={t(
      'Visits by the site that led to them, where browsers tell it. Its name alone is kept, never the page.',
    )}
    asked={useReport('sources')}
    name={(value) => termName(value, {})}
  />
);
