/** Keys for programs: listed, made and revoked by owners. Rules about them: access/. */
import { KEY_PERMISSIONS } from '@holloway/protocol';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { problem } from '../problem.ts';
import type { Registry } from '../site/registry.ts';
import { note } from './caller.ts';
import { readBody } from './read-body.ts';
import type { Route } from './route.ts';
import { NAME_SCHEMA, refuseUnknownSites, SITES, SITES_SCHEMA, TEXT } from './staff-body.ts';

export interface KeyRoutesDeps {
  readonly access: Pick<Access, 'listKeys' | 'addKey' | 'revokeKey'>;
  readonly registry: Pick<Registry, 'site'>;
}

const KEY = v.object(
  {
    name: TEXT,
    permissions: v.array(
      v.picklist(KEY_PERMISSIONS, `must be some of ${KEY_PERMISSIONS.join(', ')}`),
      `must be some of ${KEY_PERMISSIONS.join(', ')}`,
    ),
    sites: SITES,
    days: v.optional(v.number('must be a whole number from 1 to 3650')),
  },
  'must be there',
);

const RULE = { for: 'collector', permission: 'people' } as const;

export const keyRoutes = ({ access, registry }: KeyRoutesDeps): readonly Route[] => [
  {
    method: 'get',
    path: '/v1/keys',
    area: 'access',
    summary: 'The keys that there are: what each may do and where, until when, and the day it was last used.',
    rule: RULE,
    answers: [{ status: 200, description: 'The keys, by name.', type: 'application/json' }],
    answer: async (c) => {
      c.header('Cache-Control', 'no-store');
      return c.json({ keys: await access.listKeys() });
    },
  },
  {
    method: 'post',
    path: '/v1/keys',
    area: 'access',
    summary: 'Makes a key. It is in this answer alone: what is kept is a hash of it.',
    rule: RULE,
    body: {
      type: 'application/json',
      description: 'What it may do, on which sites, and for how many days (default: for good).',
      schema: {
        type: 'object',
        required: ['name', 'permissions', 'sites'],
        properties: {
          name: NAME_SCHEMA,
          permissions: { type: 'array', minItems: 1, items: { type: 'string', enum: KEY_PERMISSIONS } },
          sites: SITES_SCHEMA,
          days: { type: 'integer', minimum: 1, maximum: 3650 },
        },
      },
    },
    answers: [{ status: 201, description: 'The key.', type: 'application/json' }],
    problems: ['bad_request'],
    answer: async (c) => {
      const body = await readBody(c, KEY);
      if (!body.ok) return problem('bad_request', body.issue);
      const unknown = await refuseUnknownSites(registry, body.value.sites);
      if (unknown !== null) return unknown;
      const { days, ...key } = body.value;
      const made = await access.addKey(days === undefined ? key : { ...key, days });
      note(c, `${key.name} ${key.permissions.join(' ')}`);
      c.header('Cache-Control', 'no-store');
      return c.json({ key: made }, 201);
    },
  },
  {
    method: 'delete',
    path: '/v1/keys/:key',
    area: 'access',
    summary: 'Revokes a key, from its next request on.',
    rule: RULE,
    parameters: [{ name: 'key', in: 'path', description: 'The id of the key.' }],
    answers: [{ status: 204, description: 'Done.' }],
    problems: ['not_found'],
    answer: async (c) => {
      note(c, await access.revokeKey(c.req.param('key') ?? ''));
      return c.body(null, 204);
    },
  },
];
