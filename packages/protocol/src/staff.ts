/** Who may sign in, what they may do, and what is written down of it: the shapes that collector and dashboard share. */

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

export interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly sites: Sites;
  /** Whether an authenticator app is asked for beside the password. */
  readonly secondFactor: boolean;
}

/** Whoever is signed in, and what that lets them do. */
export interface Account extends User {
  readonly permissions: readonly Permission[];
}

export interface Person extends User {
  /** `invited`: has never set a password, nor signed in by another way. */
  readonly status: 'active' | 'invited';
  /** How many browsers are signed in. */
  readonly sessions: number;
  readonly passkeys: number;
}

/** By which somebody sets a password. */
export interface PasswordLink {
  readonly url: string;
  /** How long it is good for. */
  readonly hours: number;
}

/** How a letter went. `none`: no mail is set up, so what it says is handed on by other means. */
export type Posted = 'sent' | 'failed' | 'none';

/** A link that was made for somebody, and how the letter to them with it went. */
export interface LinkMade {
  readonly link: PasswordLink;
  readonly mail: Posted;
}

export interface OwnSession {
  readonly id: string;
  /** ISO 8601. */
  readonly began: string;
  /** ISO 8601; put off once a day while it is used. */
  readonly ends: string;
  /** Whether it is this browser. */
  readonly current: boolean;
}

export interface NewKey {
  /** For people, to know it again: 1 to 64 characters. */
  readonly name: string;
  readonly permissions: readonly KeyPermission[];
  readonly sites: Sites;
  /** 1 to 3650; default: it does not expire. */
  readonly days?: number;
}

export interface Key extends Omit<NewKey, 'days'> {
  readonly id: string;
  /** Its first six characters. */
  readonly start: string;
  /** ISO 8601; `null` where it does not expire. */
  readonly expires: string | null;
  /** The day in UTC; `null` where it never was. */
  readonly lastUsed: string | null;
}

export interface Actor {
  /** `share`: whoever has a link to a view. `console`: the command line. `nobody`: somebody who did not prove who they are. */
  readonly kind: 'person' | 'key' | 'share' | 'console' | 'nobody';
  readonly id: string;
  /** A person's e-mail address, a key's or a link's name. */
  readonly name: string;
}

/** Of the log of access. */
export interface LogEntry {
  /** Such as `2026-11-27T08:15Z`. */
  readonly minute: string;
  readonly actor: Actor;
  /** Such as `GET /v1/sites/:site/reports/:report`. */
  readonly what: string;
  /** `null` for what belongs to no single site. */
  readonly site: string | null;
  /** Such as `overview 2026-11-01 2026-11-28 device`, or whose account was changed. */
  readonly detail: string;
  readonly result: 'granted' | 'refused' | 'failed';
  /** How often within the minute, or from it within the hour where the detail says `more of this hour`. */
  readonly times: number;
}
