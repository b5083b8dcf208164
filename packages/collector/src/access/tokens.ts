/** What opens an account for a while: links to set a password, sign-ins half done, sessions. Makes none. */
import type { Auth } from './auth.ts';

/** Of one person. */
export async function forgetTokens(auth: Auth, id: string): Promise<void> {
  const { adapter } = await auth.$context;
  await adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: id }] });
}

/** Of everybody: what no longer opens anything. */
export async function forgetExpired(auth: Auth, nowMs: number): Promise<void> {
  const { adapter } = await auth.$context;
  const where = [{ field: 'expiresAt', operator: 'lt' as const, value: new Date(nowMs) }];
  await adapter.deleteMany({ model: 'verification', where });
  await adapter.deleteMany({ model: 'session', where });
}
