/** The screens by name. Each but the first is fetched when it is first asked for. */
import type { Screen } from '../state/route.ts';
import { type Lazy, lazy } from '../ui/lazy.tsx';
import { Overview } from './overview/overview.tsx';

export const SCREEN_VIEWS: {
  readonly [screen in Screen]: Lazy<object>;
} = {
  overview: Overview,
  actions: lazy(async () => (await import('./actions/actions.tsx')).Actions),
  paths: lazy(async () => (await import('./paths/paths.tsx')).Paths),
  categories: lazy(async () => (await import('./categories/categories.tsx')).Categories),
  pages: lazy(async () => (await import('./pages.tsx')).Pages),
  layout: lazy(async () => (await import('./layout/layout.tsx')).Layout),
  products: lazy(async () => (await import('./products.tsx')).Products),
  search: lazy(async () => (await import('./search/search.tsx')).Search),
  funnel: lazy(async () => (await import('./funnel.tsx')).Funnel),
  experiments: lazy(async () => (await import('./experiments/experiments.tsx')).Experiments),
  visits: lazy(async () => (await import('./visits/visits.tsx')).Visits),
  devices: lazy(async () => (await import('./devices.tsx')).Devices),
  countries: lazy(async () => (await import('./countries.tsx')).Countries),
  sources: lazy(async () => (await import('./sources.tsx')).Sources),
  preferences: lazy(async () => (await import('./preferences/preferences.tsx')).Preferences),
  consent: lazy(async () => (await import('./consent/consent.tsx')).Consent),
  privacy: lazy(async () => (await import('./privacy/privacy.tsx')).Privacy),
  account: lazy(async () => (await import('./account/account.tsx')).AccountScreen),
  people: lazy(async () => (await import('./people/people.tsx')).People),
  keys: lazy(async () => (await import('./keys/keys.tsx')).Keys),
  settings: lazy(async () => (await import('./settings/settings.tsx')).Settings),
};
