/** Kinds of names as people read them. */
import type { TermKind } from '@holloway/protocol';
import { type Msg, msg } from '../../words/words.ts';

export const KIND_NAMES: { readonly [kind in TermKind]: Msg } = {
  page: msg('Pages'),
  category: msg('Categories'),
  product: msg('Products'),
  element: msg('Elements of pages'),
  zone: msg('Regions of pages'),
  slot: msg('Slots'),
  search: msg('Search terms'),
  campaign: msg('Campaigns'),
  referrer: msg('Sites that link here'),
  model: msg('Models of devices'),
  country: msg('Countries'),
  currency: msg('Currencies'),
  statement: msg('Statements'),
  preference: msg('Preferences'),
  experiment: msg('Experiments'),
  metric: msg('Outcomes of experiments'),
};
