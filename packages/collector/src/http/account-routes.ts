/** One's own account: who one is, where one is signed in, and what is written down of one. Passwords and codes: sign-in. */
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { problem } from '../problem.ts';
import { callerOf } from './caller.ts';
import { entriesPage, LOG_PARAMETERS } from './log-query.ts';
import { readBody } from './read-body.ts';
import type { Route } from './route.ts';

export interface AccountRoutesDeps {
  readonly access: Pick<
    Access,
    'user' | 'changeUser' | 'sessions' | 'endSession' | 'endSessions' | 'readLog'
  >;
}

const CHANGE = v.object({ name: v.string('must be text') }, 'must be there');

export const accountRoutes = ({ access }: AccountRoutesDeps): readonly Route[] => [
  {
    method: 'get',
    path: '/v1/account',
    area: 'access',
    summary: 'Who one is, in which role, what that lets one do and on which sites.',
    rule: { for: 'person' },
    answers: [{ status: 200, description: 'One’s account.', type: 'application/json' }],
    answer: async (c) => {
      const { id, grant } = callerOf(c);
      c.header('Cache-Control', 'no-store');
      return c.json({ ...(await access.user(id)), permissions: grant.permissions });
    },
  },
  {
    method: 'patch',
    path: '/v1/account',
    area: 'access',
    summary: 'Changes the name by which one is greeted.',
    rule: { for: 'person' },
    body: {
      type: 'application/json',
      description: 'The name.',
      schema: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', minLength: 1, maxLength: 64 } },
      },
    },
    answers: [{ status: 200, description: 'One’s account.', type: 'application/json' }],
    problems: ['bad_request'],
    answer: async (c) => {
      const body = await readBody(c, CHANGE);
      if (!body.ok) return problem('bad_request', body.issue);
      return c.json(await access.changeUser(callerOf(c).id, body.value));
    },
  },
  {
    method: 'get',
    path: '/v1/account/sessions',
    area: 'access',
    summary:
      'Where one is signed in. Neither address nor browser is kept: a session is known by when it began.',
    rule: { for: 'person' },
    answers: [{ status: 200, description: 'The sessions, newest first.', type: 'application/json' }],
    answer: async (c) => {
      const { id, session } = callerOf(c);
      const sessions = await access.sessions(id);
      c.header('Cache-Control', 'no-store');
      return c.json({ sessions: sessions.map((each) => ({ ...each, current: each.id === session })) });
    },
  },
  {
    method: 'delete',
    path: '/v1/account/sessions',
    area: 'access',
    summary: 'Signs out everywhere else.',
    rule: { for: 'person' },
    answers: [{ status: 204, description: 'Done.' }],
    answer: async (c) => {
      const { id, session } = callerOf(c);
      await access.endSessions(id, session);
      return c.body(null, 204);
    },
  },
  {
    method: 'delete',
    path: '/v1/account/sessions/:session',
    area: 'access',
    summary: 'Ends one of one’s sessions.',
    rule: { for: 'person' },
    parameters: [{ name: 'session', in: 'path', description: 'The id of the session.' }],
    answers: [{ status: 204, description: 'Done.' }],
    problems: ['not_found'],
    answer: async (c) => {
      await access.endSession(callerOf(c).id, c.req.param('session') ?? '');
      return c.body(null, 204);
    },
  },
  {
    method: 'get',
    path: '/v1/account/log',
    area: 'access',
    summary:
      'What is written down of one: reports looked at, things changed, by the minute, for twelve months.',
    rule: { for: 'person' },
    parameters: LOG_PARAMETERS,
    answers: [{ status: 200, description: 'The entries, newest first.', type: 'application/json' }],
    problems: ['bad_request'],
    answer: (c) => entriesPage(c, access, { actor: callerOf(c).id }),
  },
];
