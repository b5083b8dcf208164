/**
 * What somebody may do, and on which sites. Pure.
 * Does not know how they proved who they are (access).
 */
import type { Permission, Role, Sites } from '@holloway/protocol';

export interface Grant {
  readonly permissions: readonly Permission[];
  readonly sites: Sites;
}

export type Verdict = 'granted' | 'unauthenticated' | 'forbidden';

/** Importing takes a key: no session may, so that no other page can make a browser do it. */
const OF_ROLE: { readonly [role in Role]: readonly Permission[] } = {
  owner: ['read', 'privacy', 'settings', 'people', 'operate', 'metrics'],
  analyst: ['read', 'privacy'],
  merchandiser: ['read'],
  auditor: ['privacy'],
};

/** @param sites Those named for the person; owners have every site all the same. */
export const grantOfUser = (role: Role, sites: Sites): Grant => ({
  permissions: OF_ROLE[role],
  sites: role === 'owner' ? 'all' : sites,
});

/**
 * @param grant `null` for somebody who is not known.
 * @param site `null` for what belongs to no single site.
 */
export function judge(grant: Grant | null, site: string | null, permission: Permission): Verdict {
  if (grant === null) return 'unauthenticated';
  const covered = site === null || grant.sites === 'all' || grant.sites.includes(site);
  return covered && grant.permissions.includes(permission) ? 'granted' : 'forbidden';
}
