/** Who may get the digest of a site by mail. Pure. */
import type { DigestReader, Person } from '@holloway/protocol';
import { grantOfUser, judge } from '../access/access.ts';

/**
 * Staff who may read the site and signed in before: an invitation that went to a wrong address has nobody behind it yet.
 * By e-mail address, as they are given.
 */
export const readersOf = (people: readonly Person[], site: string): DigestReader[] =>
  people
    .filter(
      ({ status, role, sites }) =>
        status === 'active' && judge(grantOfUser(role, sites), site, 'read') === 'granted',
    )
    .map(({ id, name, email }) => ({ id, name, email }));
