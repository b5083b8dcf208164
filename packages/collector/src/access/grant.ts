/**
 * What somebody may do, and on which sites. Pure.
 * Does not know how they proved who they are (access).
 */

/** `read` reports, `import` history. */
export type Permission = 'read' | 'import';

export const ROLES = ['owner', 'merchandiser'] as const;
export type Role = (typeof ROLES)[number];

export type Sites = 'all' | readonly string[];

export interface Grant {
  readonly permissions: readonly Permission[];
  readonly sites: Sites;
}

export type Verdict = 'granted' | 'unauthenticated' | 'forbidden';

/** Owners see every site. Importing takes a key: no session may, so that no other page can make a browser do it. */
export const grantOfUser = (role: Role, sites: readonly string[]): Grant => ({
  permissions: ['read'],
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
