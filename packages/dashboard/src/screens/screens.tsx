/** The screens by name. All but the first are fetched when first asked for. */
import type { ComponentType } from 'preact';
import type { Screen } from '../state/route.ts';
import { lazy } from '../ui/lazy.tsx';
import { Overview } from './overview/overview.tsx';

export const SCREEN_VIEWS: { readonly [screen in Screen]: ComponentType } = {
  overview: Overview,
  paths: lazy(() => import('./paths/paths.tsx').then((module) => module.Paths)),
  categories: lazy(() => import('./categories/categories.tsx').then((module) => module.Categories)),
  pages: lazy(() => import('./pages.tsx').then((module) => module.Pages)),
  layout: lazy(() => import('./layout.tsx').then((module) => module.Layout)),
  devices: lazy(() => import('./devices.tsx').then((module) => module.Devices)),
  countries: lazy(() => import('./countries.tsx').then((module) => module.Countries)),
  sources: lazy(() => import('./sources.tsx').then((module) => module.Sources)),
  consent: lazy(() => import('./consent/consent.tsx').then((module) => module.Consent)),
};
