/** What the bodies about people and keys have in common: a role, and sites that there are. */
import { ROLES, type Sites } from '@holloway/protocol';
import * as v from 'valibot';
import { problem } from '../problem.ts';
import type { Registry } from '../site/registry.ts';
import type { JsonSchema } from './route.ts';

export const TEXT = v.string('must be text');
export const ROLE = v.picklist(ROLES, `must be one of ${ROLES.join(', ')}`);
export const SITES = v.union(
  [v.literal('all'), v.pipe(v.array(v.string()), v.maxLength(1000))],
  'must be all, or a list of ids of sites',
);

export const NAME_SCHEMA: JsonSchema = { type: 'string', minLength: 1, maxLength: 64 };
export const ROLE_SCHEMA: JsonSchema = { type: 'string', enum: ROLES };
export const SITES_SCHEMA: JsonSchema = {
  oneOf: [{ const: 'all' }, { type: 'array', items: { type: 'string' }, maxItems: 1000 }],
};

/** `null` where every site named is there. */
export async function refuseUnknownSites(
  registry: Pick<Registry, 'site'>,
  sites: Sites | undefined,
): Promise<Response | null> {
  const named = sites === undefined || sites === 'all' ? [] : sites;
  for (const site of named) {
    if ((await registry.site(site)) === undefined)
      return problem('bad_request', { field: 'sites', rule: 'must be ids of sites that there are' });
  }
  return null;
}
