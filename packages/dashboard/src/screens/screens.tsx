/** The screens by name. All but the first are fetched when one of them is first asked for. */
import type { ComponentType } from 'preact';
import type { Screen } from '../state/route.ts';
import { lazy } from '../ui/lazy.tsx';
import { Overview } from './overview/overview.tsx';

type Later = typeof import('./later.ts');

const later = (name: keyof Later): ComponentType => lazy(async () => (await import('./later.ts'))[name]);

export const SCREEN_VIEWS: { readonly [screen in Screen]: ComponentType } = {
  overview: Overview,
  paths: later('Paths'),
  categories: later('Categories'),
  pages: later('Pages'),
  layout: later('Layout'),
  devices: later('Devices'),
  countries: later('Countries'),
  sources: later('Sources'),
  consent: later('Consent'),
  privacy: later('Privacy'),
  account: later('AccountScreen'),
  people: later('People'),
  keys: later('Keys'),
};
