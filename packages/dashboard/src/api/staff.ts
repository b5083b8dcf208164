/** What owners ask and change about people and keys, and what is read of the log of access. */
import type { Role, Sites, Someone } from './account.ts';
import type { Api } from './client.ts';

export interface Person extends Someone {
  /** `invited`: has not set a password yet. */
  readonly status: 'active' | 'invited';
  /** How many browsers are signed in. */
  readonly sessions: number;
  readonly passkeys: number;
}

export interface Link {
  readonly url: string;
  /** How long it is good for. */
  readonly hours: number;
}

export interface Change {
  readonly name: string;
  readonly role: Role;
  readonly sites: Sites;
}

const of = (person: Person, what = ''): string => `/v1/people/${person.id}${what}`;

export const getPeople = async (api: Api): Promise<readonly Person[]> =>
  (await api.get<{ people: Person[] }>('/v1/people')).people;

export const invite = async (
  api: Api,
  who: Omit<Change, 'name'> & { readonly email: string; readonly name?: string },
): Promise<Link> => (await api.send<{ link: Link }>('POST', '/v1/people', who)).link;

export const changePerson = (api: Api, person: Person, change: Change): Promise<void> =>
  api.send('PATCH', of(person), change);

export const makeLink = async (api: Api, person: Person): Promise<Link> =>
  (await api.send<{ link: Link }>('POST', of(person, '/link'))).link;

/** What of somebody is taken away; nothing named is all of them. */
export const removeOf = (
  api: Api,
  person: Person,
  what: '' | '/sessions' | '/second-factor',
): Promise<void> => api.send('DELETE', of(person, what));

export const KEY_PERMISSIONS = ['read', 'import', 'metrics'] as const;
export type KeyPermission = (typeof KEY_PERMISSIONS)[number];

export interface NewKey {
  readonly name: string;
  readonly permissions: readonly KeyPermission[];
  readonly sites: Sites;
  /** Default: for good. */
  readonly days?: number;
}

export interface Key extends Omit<NewKey, 'days'> {
  readonly id: string;
  /** Its first characters. */
  readonly start: string;
  /** ISO 8601; `null` where it does not expire. */
  readonly expires: string | null;
  /** The day in UTC; `null` where it never was. */
  readonly lastUsed: string | null;
}

export const getKeys = async (api: Api): Promise<readonly Key[]> =>
  (await api.get<{ keys: Key[] }>('/v1/keys')).keys;

/** @returns The key, which cannot be had again. */
export const addKey = async (api: Api, key: NewKey): Promise<string> =>
  (await api.send<{ key: string }>('POST', '/v1/keys', key)).key;

export const revokeKey = (api: Api, { id }: Key): Promise<void> => api.send('DELETE', `/v1/keys/${id}`);
