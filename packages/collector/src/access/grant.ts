/**
 * What somebody may do, and on which sites. Pure.
 * Does not know how they proved who they are (access).
 */

/**
 * `read`: reports of a site. `privacy`: its audit, record, consent and statements, and the log of access. `import`: its
 * history. `settings`: changing it. `people`: accounts and keys. `operate`: adding and erasing sites. `metrics`: figures of
 * the process, apart from `operate` so that what collects them every minute can do nothing else.
 */
export const PERMISSIONS = ['read', 'privacy', 'import', 'settings', 'people', 'operate', 'metrics'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['owner', 'analyst', 'merchandiser', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** What a program may be given. Whoever finds its key must not be able to change anything but by adding counts. */
export const KEY_PERMISSIONS = ['read', 'import', 'metrics'] as const satisfies readonly Permission[];
export type KeyPermission = (typeof KEY_PERMISSIONS)[number];

/** `all` covers the sites added later. */
export type Sites = 'all' | readonly string[];

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
