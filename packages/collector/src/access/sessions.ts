/**
 * Where somebody is signed in. No address and no browser is kept, so a session is known by when it began.
 * Leaves making and checking sessions to better-auth.
 */
import type { OwnSession } from '@holloway/protocol';
import type { Auth } from './auth.ts';
import { AccessError } from './errors.ts';

export type Session = Omit<OwnSession, 'current'>;

/** Newest first; only those that still hold. */
export async function listSessions(auth: Auth, userId: string): Promise<Session[]> {
  const { internalAdapter } = await auth.$context;
  const rows = await internalAdapter.listSessions(userId, { onlyActiveSessions: true });
  return rows
    .map(({ id, createdAt, expiresAt }) => ({
      id,
      began: createdAt.toISOString(),
      ends: expiresAt.toISOString(),
    }))
    .sort((a, b) => (a.began < b.began ? 1 : -1));
}

/** One of the person's own. Throws where it is not. */
export async function endSession(auth: Auth, userId: string, id: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const rows = await internalAdapter.listSessions(userId);
  const session = rows.find((each) => each.id === id);
  if (session === undefined) throw new AccessError('unknown_session');
  await internalAdapter.deleteSession(session.token);
}

/** @param except The one that may go on. */
export async function endSessions(auth: Auth, userId: string, except?: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  const rows = await internalAdapter.listSessions(userId);
  for (const { id, token } of rows) if (id !== except) await internalAdapter.deleteSession(token);
}
