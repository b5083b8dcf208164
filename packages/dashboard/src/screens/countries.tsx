/** Where visits come from, by country. */
import { OTHER } from '@holloway/protocol';
import { countryName } from '../model/format.ts';
import { useReport } from '../state/view.ts';
import { Marginal } from '../ui/marginal.tsx';

export const Countries = () => (
  <Marginal
    title="Countries"
    note="Visits by country, looked up when they arrive; addresses are not kept."
    asked={useReport('countries')}
    name={(value) => (value === OTHER ? 'Other' : countryName(value))}
  />
);
