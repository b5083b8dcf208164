/** Signing in and out, and what one may change of one's own account. Who somebody is: access/. */
import type { Access } from '../access/access.ts';
import type { RequestHead, Sender } from '../ingest/anonymise.ts';
import { requestHead } from './request-head.ts';
import type { Route, Rule } from './route.ts';

export interface AccessRoutesDeps {
  readonly access: Pick<Access, 'handler'>;
  readonly anonymise: (request: RequestHead) => Sender;
}

export function accessRoutes({ access, anonymise }: AccessRoutesDeps): readonly Route[] {
  const ask = (
    method: 'get' | 'post',
    path: string,
    rule: Extract<Rule, { for: 'everyone' | 'person' }>,
    summary: string,
  ): Route => ({
    method,
    path: `/api/auth${path}`,
    area: 'access',
    summary,
    rule,
    ...(method === 'get'
      ? {}
      : {
          body: { type: 'application/json', description: 'As the form has it.', schema: { type: 'object' } },
        }),
    answers: [{ status: 200, description: 'Done.', type: 'application/json' }],
    problems: ['bad_request', 'unauthenticated', 'forbidden', 'rate_limited'],
    // Limited by truncated network too, so that one guesser does not lock out everybody.
    answer: (c) => access.handler(c.req.raw, anonymise(requestHead(c)).network),
  });
  return [
    ask('post', '/sign-in/email', { for: 'everyone' }, 'Signs in with an address and a password.'),
    ask('get', '/get-session', { for: 'everyone' }, 'Who is signed in; nobody is null.'),
    ask('post', '/sign-out', { for: 'everyone' }, 'Signs out.'),
    ask('post', '/change-password', { for: 'everyone' }, 'Changes one’s own password, knowing the old one.'),
  ];
}
