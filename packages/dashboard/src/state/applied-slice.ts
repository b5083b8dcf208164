/** Which slice the numbers of a screen are of, whatever is chosen: some are kept for all visits alone. Pure. */
import { ALL } from '@holloway/protocol';
import type { Route, Screen } from './route.ts';

/** Of their facts no slice is kept. */
const WITHOUT_SLICES: readonly Screen[] = [
  'layout',
  'products',
  'search',
  'experiments',
  'devices',
  'countries',
  'sources',
  'preferences',
];

export const appliedSlice = ({ screen, slice }: Pick<Route, 'screen' | 'slice'>): string =>
  hasSlices(screen) ? slice : ALL;

export const hasSlices = (screen: Screen): boolean => !WITHOUT_SLICES.includes(screen);
