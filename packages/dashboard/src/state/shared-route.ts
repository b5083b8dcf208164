/** What of a site a link to a view shows. Pure; the collector decides in the end. */
import type { Shared } from '@holloway/protocol';
import { type Route, readRoute, type Screen } from './route.ts';

/** They ask for reports of the site, which is all that a link may read. */
export const SHARED_SCREENS: readonly Screen[] = [
  'overview',
  'paths',
  'categories',
  'pages',
  'layout',
  'products',
  'search',
  'funnel',
  'visits',
  'devices',
  'countries',
  'sources',
  'preferences',
  'consent',
];

/** Of the dashboard's address, with the link's days where it is for some; `null` where it is not for the link to see. */
export function sharedRoute(address: string, { site, days }: Pick<Shared, 'site' | 'days'>): Route | null {
  const route = readRoute(address);
  if (route.site !== site.id || !SHARED_SCREENS.includes(route.screen)) return null;
  return days === null ? route : { ...route, range: days };
}
