/** Those who may sign in: invited, changed and removed by owners. Rules about them: access/. */
import * as v from 'valibot';
import type { Access, Change, NewPerson } from '../access/access.ts';
import { invitationLetter, linkLetter } from '../mail/invitation.ts';
import type { Post } from '../mail/mailer.ts';
import { problem } from '../problem.ts';
import type { Registry } from '../site/registry.ts';
import { note } from './caller.ts';
import { readBody } from './read-body.ts';
import type { Parameter, Route } from './route.ts';
import {
  NAME_SCHEMA,
  ROLE,
  ROLE_SCHEMA,
  refuseUnknownSites,
  SITES,
  SITES_SCHEMA,
  TEXT,
} from './staff-body.ts';

export interface PeopleRoutesDeps {
  readonly access: Pick<
    Access,
    | 'people'
    | 'user'
    | 'invite'
    | 'makeLink'
    | 'changeUser'
    | 'removeUser'
    | 'endSessions'
    | 'dropSecondFactor'
  >;
  readonly registry: Pick<Registry, 'site'>;
  /** Sends links to whom they are for. */
  readonly post: Post;
}

const INVITATION = v.object(
  { email: TEXT, role: ROLE, name: v.optional(TEXT), sites: v.optional(SITES) },
  'must be there',
);
const CHANGE = v.object({ name: v.optional(TEXT), role: v.optional(ROLE), sites: v.optional(SITES) });

const PERSON: Parameter = { name: 'person', in: 'path', description: 'The id of the person.' };
const RULE = { for: 'collector', permission: 'people' } as const;

/** Fields that were not given are left out, not set to undefined. */
const given = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

export function peopleRoutes({ access, registry, post }: PeopleRoutesDeps): readonly Route[] {
  /** Something done to one person, which leaves nothing to say. */
  const forget = (path: string, summary: string, work: (id: string) => Promise<void>): Route => ({
    method: 'delete',
    path: `/v1/people/:person${path}`,
    area: 'access',
    summary,
    rule: RULE,
    parameters: [PERSON],
    answers: [{ status: 204, description: 'Done.' }],
    problems: ['not_found', 'conflict'],
    answer: async (c) => {
      const { id, email } = await access.user(c.req.param('person') ?? '');
      note(c, email);
      await work(id);
      return c.body(null, 204);
    },
  });

  return [
    {
      method: 'get',
      path: '/v1/people',
      area: 'access',
      summary: 'Everybody who may sign in or is invited to.',
      rule: RULE,
      answers: [{ status: 200, description: 'The people, by address.', type: 'application/json' }],
      answer: async (c) => {
        c.header('Cache-Control', 'no-store');
        return c.json({ people: await access.people() });
      },
    },
    {
      method: 'post',
      path: '/v1/people',
      area: 'access',
      summary:
        'Invites somebody, by mail where that is set up. The link is for the owner to hand on else: it sets a password, once, within 72 hours.',
      rule: RULE,
      body: {
        type: 'application/json',
        description: 'Whom, in which role, for which sites (default: none).',
        schema: {
          type: 'object',
          required: ['email', 'role'],
          properties: {
            email: { type: 'string', format: 'email' },
            role: ROLE_SCHEMA,
            name: NAME_SCHEMA,
            sites: SITES_SCHEMA,
          },
        },
      },
      answers: [
        {
          status: 201,
          description: 'The person, the link, and how the mail went: `sent`, `failed`, `none`.',
          type: 'application/json',
        },
      ],
      problems: ['bad_request', 'conflict'],
      answer: async (c) => {
        const body = await readBody(c, INVITATION);
        if (!body.ok) return problem('bad_request', body.issue);
        const unknown = await refuseUnknownSites(registry, body.value.sites);
        if (unknown !== null) return unknown;
        const { user, link } = await access.invite(given(body.value) as NewPerson);
        note(c, `${user.email} ${user.role}`);
        c.header('Cache-Control', 'no-store');
        const mail = await post(invitationLetter(user.email, link));
        return c.json({ person: user, link, mail }, 201);
      },
    },
    {
      method: 'patch',
      path: '/v1/people/:person',
      area: 'access',
      summary: 'Changes somebody’s name, role or sites, from their next request on.',
      rule: RULE,
      parameters: [PERSON],
      body: {
        type: 'application/json',
        description: 'What is to change.',
        schema: { type: 'object', properties: { name: NAME_SCHEMA, role: ROLE_SCHEMA, sites: SITES_SCHEMA } },
      },
      answers: [{ status: 200, description: 'The person.', type: 'application/json' }],
      problems: ['bad_request', 'not_found', 'conflict'],
      answer: async (c) => {
        const body = await readBody(c, CHANGE);
        if (!body.ok) return problem('bad_request', body.issue);
        const unknown = await refuseUnknownSites(registry, body.value.sites);
        if (unknown !== null) return unknown;
        const person = await access.changeUser(c.req.param('person') ?? '', given(body.value) as Change);
        note(c, `${person.email} ${person.role}`);
        return c.json({ person });
      },
    },
    {
      method: 'post',
      path: '/v1/people/:person/link',
      area: 'access',
      summary:
        'Another link to set a password, for an invitation that ran out or a password that is forgotten.',
      rule: RULE,
      parameters: [PERSON],
      answers: [
        {
          status: 201,
          description: 'The link, and how the mail went; links before no longer work.',
          type: 'application/json',
        },
      ],
      problems: ['not_found'],
      answer: async (c) => {
        const { id, email } = await access.user(c.req.param('person') ?? '');
        note(c, email);
        c.header('Cache-Control', 'no-store');
        const link = await access.makeLink(id);
        return c.json({ link, mail: await post(linkLetter(email, link)) }, 201);
      },
    },
    forget('/sessions', 'Signs somebody out everywhere.', (id) => access.endSessions(id)),
    forget('/second-factor', 'Forgets somebody’s authenticator app, which they lost.', (id) =>
      access.dropSecondFactor(id),
    ),
    forget('', 'Removes somebody, and signs them out.', (id) => access.removeUser(id)),
  ];
}
