/** Everybody who may sign in, with what is known of how they do. Changes nothing. */
import * as v from 'valibot';
import { listUsers, MAX_LISTED, type User } from './accounts.ts';
import type { Auth } from './auth.ts';

export interface Person extends User {
  /** `invited`: has never set a password, nor signed in by another way. */
  readonly status: 'active' | 'invited';
  /** How many browsers are signed in. */
  readonly sessions: number;
  readonly passkeys: number;
}

const OF_USER = v.object({ userId: v.string() });

/** By e-mail address. */
export async function listPeople(auth: Auth, nowMs: number): Promise<Person[]> {
  const { adapter } = await auth.$context;
  const owners = async (model: 'account' | 'passkey' | 'session', since?: Date): Promise<string[]> => {
    const rows = await adapter.findMany<unknown>({
      model,
      ...(since === undefined ? {} : { where: [{ field: 'expiresAt', operator: 'gt', value: since }] }),
      limit: MAX_LISTED,
    });
    return rows.flatMap((row) => (v.is(OF_USER, row) ? [row.userId] : []));
  };
  const [users, accounts, passkeys, sessions] = await Promise.all([
    listUsers(auth),
    owners('account'),
    owners('passkey'),
    owners('session', new Date(nowMs)),
  ]);
  const count = (ids: readonly string[], id: string): number => ids.filter((each) => each === id).length;
  return users.map((user) => ({
    ...user,
    status: accounts.includes(user.id) || passkeys.includes(user.id) ? 'active' : 'invited',
    sessions: count(sessions, user.id),
    passkeys: count(passkeys, user.id),
  }));
}
