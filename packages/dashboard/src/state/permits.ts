/** Which screens an account may see: what is not, is not offered. Pure; the collector decides in the end. */
import type { Permission } from '@holloway/protocol';
import { SCREENS, type Screen } from './route.ts';

/** One of these is enough; reports ask for `read`, and what is everybody's own for nothing. */
const ASKED: { readonly [screen in Screen]?: readonly Permission[] } = {
  consent: ['read', 'privacy'],
  privacy: ['privacy'],
  account: [],
  people: ['people'],
  keys: ['people'],
  settings: ['settings'],
};

const REPORTS: readonly Permission[] = ['read'];

/** In the order of the navigation. */
export const screensFor = (permissions: readonly Permission[]): readonly Screen[] =>
  SCREENS.filter((screen) => {
    const asked = ASKED[screen] ?? REPORTS;
    return asked.length === 0 || asked.some((one) => permissions.includes(one));
  });
