/** The languages in which a site asks its visitors: a part of its policy that is often all there is to say. */
import type { ParseResult } from '@holloway/protocol';
import type { Store } from '../store/store.ts';
import { defaultPolicy, type Policy, parsePolicy } from './policy.ts';

/**
 * The policy of a site in other languages, the fallback first; everything else as it was. A site without a policy of its
 * own gets the default one, in the name that it has now.
 * @param site `null` for one that is not there yet.
 */
export async function policyInLanguages(
  store: Pick<Store, 'policy'>,
  site: number | null,
  name: string,
  languages: readonly string[],
): Promise<ParseResult<Policy>> {
  const stored = site === null ? null : await store.policy(site);
  const before: object = stored === null ? defaultPolicy(name) : JSON.parse(stored);
  return parsePolicy({ ...before, languages });
}
