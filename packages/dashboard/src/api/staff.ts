/** What owners ask and change about people and keys, and what is read of the log of access. */
import type { Key, LinkMade, NewKey, Person, Role, Sites } from '@holloway/protocol';
import type { Api } from './client.ts';

export interface Change {
  readonly name: string;
  readonly role: Role;
  readonly sites: Sites;
}

const of = (person: Person, what = ''): string => `/v1/people/${person.id}${what}`;

export const getPeople = async (api: Api): Promise<readonly Person[]> =>
  (await api.get<{ people: Person[] }>('/v1/people')).people;

export const invite = (
  api: Api,
  who: Omit<Change, 'name'> & { readonly email: string; readonly name?: string },
): Promise<LinkMade> => api.send<LinkMade>('POST', '/v1/people', who);

export const changePerson = (api: Api, person: Person, change: Change): Promise<void> =>
  api.send('PATCH', of(person), change);

export const makeLink = (api: Api, person: Person): Promise<LinkMade> =>
  api.send<LinkMade>('POST', of(person, '/link'));

/** What of somebody is taken away; nothing named is all of them. */
export const removeOf = (
  api: Api,
  person: Person,
  what: '' | '/sessions' | '/second-factor',
): Promise<void> => api.send('DELETE', of(person, what));

export const getKeys = async (api: Api): Promise<readonly Key[]> =>
  (await api.get<{ keys: Key[] }>('/v1/keys')).keys;

/** @returns The key, which cannot be had again. */
export const addKey = async (api: Api, key: NewKey): Promise<string> =>
  (await api.send<{ key: string }>('POST', '/v1/keys', key)).key;

export const revokeKey = (api: Api, { id }: Key): Promise<void> => api.send('DELETE', `/v1/keys/${id}`);
