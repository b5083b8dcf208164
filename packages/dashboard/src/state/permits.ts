/** Which screens an account may see: what is not, is not offered. Pure; the collector decides in the end. */
import type { Permission, Role } from '@holloway/protocol';
import { type Msg, msg } from '../words/words.ts';
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

export const ROLE_NAMES: { readonly [role in Role]: Msg } = {
  owner: msg('owner'),
  analyst: msg('analyst'),
  merchandiser: msg('merchandiser'),
  auditor: msg('auditor'),
};

/** Such as "An auditor …". */
export const ROLE_WORDS: { readonly [role in Role]: Msg } = {
  owner: msg('sees every site, changes settings, invites people and makes keys'),
  analyst: msg('reads the reports of their sites and sees to privacy'),
  merchandiser: msg('reads the reports of their sites'),
  auditor: msg(
    'sees how many visitors agree, and who of the staff looked at what; no report and no value of an order',
  ),
};
