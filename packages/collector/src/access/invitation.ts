/**
 * Letting somebody set a password of their own, by a link that an owner hands on. Leaves the tokens to better-auth, for
 * which it is a password that is reset.
 */
import { createPerson, type NewPerson, type User } from './accounts.ts';
import { LINK_HOURS, type OpenAuth } from './auth.ts';
import { forgetTokens } from './tokens.ts';

export interface Link {
  /** Opens the dashboard, where it sets a password, once. What makes it work is behind the `#`, which no server sees. */
  readonly url: string;
  readonly hours: number;
}

/** Those made before no longer work. */
export async function makeLink({ auth, makeToken, baseUrl }: OpenAuth, { id, email }: User): Promise<Link> {
  await forgetTokens(auth, id);
  return { url: `${baseUrl}/#/set-password/${await makeToken(email)}`, hours: LINK_HOURS };
}

/** An account without a password yet, and the link by which its owner sets one. */
export async function invite(
  opened: OpenAuth,
  person: NewPerson,
): Promise<{ readonly user: User; readonly link: Link }> {
  const user = await createPerson(opened.auth, person);
  return { user, link: await makeLink(opened, user) };
}
