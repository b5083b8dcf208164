/** Who is signed in, and what that lets them do, as the collector says it. What it means for screens: state/permits. */
export const ROLES = ['owner', 'analyst', 'merchandiser', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export type Permission = 'read' | 'privacy' | 'import' | 'settings' | 'people' | 'operate' | 'metrics';

/** `all` covers the sites added later. */
export type Sites = 'all' | readonly string[];

export interface Someone {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly sites: Sites;
  /** Whether an authenticator app is asked for beside the password. */
  readonly secondFactor: boolean;
}

export interface Account extends Someone {
  readonly permissions: readonly Permission[];
}
