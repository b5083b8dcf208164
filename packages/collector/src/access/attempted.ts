/** In whose name somebody tries to sign in, where it is known: by the address, or by a first step that went well. */
import type { Actor } from '@holloway/protocol';
import { parseSigned } from 'hono/utils/cookie';
import type { Auth } from './auth.ts';

const NOBODY: Actor = { kind: 'nobody', id: '', name: '' };
/** better-auth's name of the cookie that the password earns where a code is asked for besides. */
const HALF_WAY = 'two_factor';

const personOf = ({ id, email }: { readonly id: string; readonly email: string }): Actor => ({
  kind: 'person',
  id,
  name: email,
});

/** The account with this address; looked for alike whether there is one. */
export async function actorNamed(auth: Auth, email: unknown): Promise<Actor> {
  const { internalAdapter } = await auth.$context;
  const found = typeof email === 'string' ? await internalAdapter.findUserByEmail(email.toLowerCase()) : null;
  return found === null ? NOBODY : personOf(found.user);
}

/** Who may be asked for a code: whoever sets up the app, or gave the right password. */
export async function actorAskedForCode(auth: Auth, cookies: string): Promise<Actor> {
  const session = await auth.api.getSession({
    headers: new Headers({ cookie: cookies }),
    query: { disableRefresh: true },
  });
  if (session !== null) return personOf(session.user);
  const { createAuthCookie, internalAdapter, secret } = await auth.$context;
  const { name } = createAuthCookie(HALF_WAY);
  const challenge = (await parseSigned(cookies, secret, name))[name];
  if (typeof challenge !== 'string') return NOBODY;
  const begun = await internalAdapter.findVerificationValue(challenge);
  const user = begun === null ? null : await internalAdapter.findUserById(begun.value);
  return user === null ? NOBODY : personOf(user);
}
