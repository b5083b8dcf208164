/**
 * Letting somebody set a password of their own, by a link that an owner hands on. Leaves the tokens to better-auth, for
 * which it is a password that is reset.
 */
import type { PasswordLink, User } from '@holloway/protocol';
import { createPerson, type NewPerson } from './accounts.ts';
import { LINK_HOURS, type OpenAuth } from './auth.ts';
import { forgetTokens } from './tokens.ts';

/** Those made before no longer work. */
export async function makeLink(
  { auth, makeToken, linksTo }: OpenAuth,
  { id, email }: User,
): Promise<PasswordLink> {
  const address = linksTo();
  await forgetTokens(auth, id);
  return { url: `${address}/#/set-password/${await makeToken(email)}`, hours: LINK_HOURS };
}

/** An account without a password yet, and the link by which its owner sets one. */
export async function invite(
  opened: OpenAuth,
  person: NewPerson,
): Promise<{ readonly user: User; readonly link: PasswordLink }> {
  const user = await createPerson(opened.auth, person);
  return { user, link: await makeLink(opened, user) };
}
