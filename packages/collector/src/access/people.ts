/** Everybody who may sign in, with what is known of how they do. Changes nothing. */
import type { Person } from '@holloway/protocol';
import * as v from 'valibot';
import { listUsers, MAX_LISTED } from './accounts.ts';
import type { Auth } from './auth.ts';

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
