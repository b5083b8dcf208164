/**
 * Takes a site out of everything that may be seen: whoever was let into it is not let into a later one of the same name.
 * The log of access goes on saying who looked at it, until its months are over.
 */
import { changeUser, listUsers } from './accounts.ts';
import type { Auth } from './auth.ts';
import { listKeys, revokeKey } from './keys.ts';
import { removeShares } from './shares.ts';

export interface Forgotten {
  readonly people: number;
  readonly keys: number;
  readonly revoked: number;
  /** Links to views of the site, all of which are gone. */
  readonly shares: number;
}

export async function forgetSite(auth: Auth, slug: string): Promise<Forgotten> {
  const { adapter } = await auth.$context;
  const naming = <T extends { readonly sites: 'all' | readonly string[] }>(each: T) =>
    each.sites !== 'all' && each.sites.includes(slug);
  const without = (sites: 'all' | readonly string[]): string[] =>
    sites === 'all' ? [] : sites.filter((site) => site !== slug);

  const users = (await listUsers(auth)).filter(naming);
  for (const user of users) await changeUser(auth, user, { sites: without(user.sites) });
  let [keys, revoked] = [0, 0];
  for (const key of (await listKeys(auth)).filter(naming)) {
    const sites = without(key.sites);
    if (sites.length === 0) {
      await revokeKey(auth, key.id);
      revoked += 1;
    } else {
      const where = [{ field: 'id', value: key.id }];
      await adapter.update({ model: 'apikey', where, update: { metadata: { sites } } });
      keys += 1;
    }
  }
  const shares = await removeShares(auth, slug);
  return { people: users.length, keys, revoked, shares };
}
