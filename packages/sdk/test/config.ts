/** The configuration of a small shop, as its collector publishes it. */
import { CATEGORIES, type SiteConfig } from '@holloway/protocol';

export const CONFIG: SiteConfig = {
  site: 'store',
  timeZone: 'Europe/Rome',
  offsets: [[0, 60]],
  statement: 'c9f1d2a4',
  languages: ['en', 'de'],
  jurisdiction: 'eu',
  model: 'opt-in',
  categories: CATEGORIES,
  services: [],
  preferences: [],
  position: 'bar',
  countsRefusals: false,
  countsMonths: 25,
  currency: 'EUR',
  boxes: 1,
  routes: [],
};
