/** Where visits come from, by country. */
import { OTHER } from '@holloway/protocol';
import { countryName } from '../model/format.ts';
import { useView } from '../state/view.ts';
import { Marginal } from '../ui/marginal.tsx';
import { t } from '../words/words.ts';

export function Countries() {
  const { site } = useView();
  return (
    <Marginal
      title={t('Countries')}
      note={
        site.kind === 'archive'
          ? t('Visits by country, as the history says.')
          : t('Visits by country, looked up when they arrive; addresses are not kept.')
      }
      report="countries"
      name={(value) => (value === OTHER ? t('Other') : countryName(value))}
    />
  );
}
