/** Where visits come from, by country. */
import { OTHER } from '@holloway/protocol';
import { countryName } from '../model/format.ts';
import { useReport, useView } from '../state/view.ts';
import { Marginal } from '../ui/marginal.tsx';

export function Countries() {
  const { site } = useView();
  return (
    <Marginal
      title="Countries"
      note={
        site.kind === 'archive'
          ? 'Visits by country, as the history says.'
          : 'Visits by country, looked up when they arrive; addresses are not kept.'
      }
      asked={useReport('countries')}
      name={(value) => (value === OTHER ? 'Other' : countryName(value))}
    />
  );
}
