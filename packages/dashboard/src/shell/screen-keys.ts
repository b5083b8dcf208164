/** The letter that leads to each screen of a site after `g`. */
import type { Screen } from '../state/route.ts';

export const SCREEN_KEYS: { readonly [screen in Screen]?: string } = {
  overview: 'o',
  paths: 'k',
  categories: 'c',
  pages: 'p',
  layout: 'l',
  products: 'r',
  search: 's',
  funnel: 'f',
  visits: 'v',
  devices: 'd',
  countries: 'n',
  sources: 'u',
  preferences: 'w',
  consent: 't',
  privacy: 'y',
  actions: 'a',
  experiments: 'e',
};
