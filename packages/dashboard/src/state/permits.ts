/** Which screens an account may see: what is not, is not offered. Pure; the collector decides in the end. */
import type { Permission, Role } from '@holloway/protocol';
import { SCREENS, type Screen } from './route.ts';

/** One of these is enough; reports ask for `read`, and what is everybody's own for nothing. */
const ASKED: { readonly [screen in Screen]?: readonly Permission[] } = {
  consent: ['read', 'privacy'],
  privacy: ['privacy'],
  account: [],
  people: ['people'],
  keys: ['people'],
};

const REPORTS: readonly Permission[] = ['read'];

/** In the order of the navigation. */
export const screensFor = (permissions: readonly Permission[]): readonly Screen[] =>
  SCREENS.filter((screen) => {
    const asked = ASKED[screen] ?? REPORTS;
    return asked.length === 0 || asked.some((one) => permissions.includes(one));
  });

/** Such as "An auditor …". */
export const ROLE_WORDS: { readonly [role in Role]: string } = {
  owner: 'sees every site, changes settings, invites people and makes keys',
  analyst: 'reads the reports of their sites and sees to privacy',
  merchandiser: 'reads the reports of their sites',
  auditor:
    'sees how many visitors agree, and who of the staff looked at what; no report and no value of an order',
};
