/** Signing in and out, and the first account of all. Who somebody is: access/. */
import * as v from 'valibot';
import { type Access, BASE_PATH, GATES, type Gate } from '../access/access.ts';
import type { RequestHead, Sender } from '../ingest/anonymise.ts';
import { problem } from '../problem.ts';
import { readBody } from './read-body.ts';
import { requestHead } from './request-head.ts';
import type { JsonSchema, Route } from './route.ts';

export interface SignInRoutesDeps {
  readonly access: Pick<Access, 'handler' | 'isFirstRun' | 'makeFirstAccount' | 'singleSignOn'>;
  readonly anonymise: (request: RequestHead) => Sender;
}

const SETUP = v.object(
  {
    code: v.string('must be text'),
    email: v.string('must be text'),
    password: v.string('must be text'),
    name: v.optional(v.string('must be text')),
  },
  'must be there',
);

const SETUP_SCHEMA: JsonSchema = {
  type: 'object',
  required: ['code', 'email', 'password'],
  properties: {
    code: { type: 'string', description: 'What the file holds that the collector named at its start.' },
    email: { type: 'string', format: 'email' },
    password: { type: 'string', minLength: 12, maxLength: 128 },
    name: { type: 'string', minLength: 1, maxLength: 64 },
  },
};

const schemaOf = ({ fields = {} }: Gate): JsonSchema => ({
  type: 'object',
  required: Object.keys(fields),
  properties: Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
});

export function signInRoutes({ access, anonymise }: SignInRoutesDeps): readonly Route[] {
  const ofGate = (gate: Gate): Route => ({
    method: gate.method,
    path: `${BASE_PATH}${gate.path}`,
    area: 'access',
    summary: gate.summary,
    rule: { for: gate.for },
    ...(gate.fields === undefined
      ? {}
      : {
          body: { type: 'application/json', description: 'The fields, as JSON.', schema: schemaOf(gate) },
        }),
    answers: [
      gate.redirects === true
        ? { status: 302, description: gate.answer }
        : { status: 200, description: gate.answer, type: 'application/json' },
    ],
    problems: ['bad_request', 'unauthenticated', 'forbidden', 'rate_limited'],
    // Limited by truncated network too, so that one guesser does not lock out everybody.
    answer: (c) => access.handler(c.req.raw, anonymise(requestHead(c)).network),
  });

  return [
    ...GATES.map(ofGate),
    {
      method: 'get',
      path: '/v1/sign-in',
      area: 'access',
      summary: 'By which ways one signs in here, and whether the first account is still to be made.',
      rule: { for: 'everyone' },
      answers: [{ status: 200, description: 'The ways.', type: 'application/json' }],
      answer: async (c) => {
        c.header('Cache-Control', 'no-store');
        return c.json({ firstRun: await access.isFirstRun(), singleSignOn: access.singleSignOn });
      },
    },
    {
      method: 'post',
      path: '/v1/setup',
      area: 'access',
      summary: 'Makes the first account, an owner, for whoever has the code; once.',
      rule: { for: 'everyone' },
      body: { type: 'application/json', description: 'The code and the account.', schema: SETUP_SCHEMA },
      answers: [{ status: 201, description: 'Made; now sign in.' }],
      problems: ['bad_request', 'forbidden', 'conflict', 'rate_limited'],
      answer: async (c) => {
        const body = await readBody(c, SETUP);
        if (!body.ok) return problem('bad_request', body.issue);
        const { code, name, ...owner } = body.value;
        const account = name === undefined ? owner : { ...owner, name };
        const made = await access.makeFirstAccount(code, account, anonymise(requestHead(c)).network);
        switch (made.outcome) {
          case 'made':
            return c.body(null, 201);
          case 'closed':
            return problem('conflict', { field: 'account', rule: 'must be the first' });
          case 'wrong':
            return problem('forbidden', { field: 'code', rule: 'must be the one in the file' });
          case 'wait':
            return problem('rate_limited', { retryAfterSeconds: made.seconds });
        }
      },
    },
  ];
}
