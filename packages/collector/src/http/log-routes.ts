/** The log of access, for those who see to privacy. What is written into it: log-entry. */
import type { Access } from '../access/access.ts';
import { callerOf } from './caller.ts';
import { entriesPage, LOG_PARAMETERS } from './log-query.ts';
import type { Route } from './route.ts';

export interface LogRoutesDeps {
  readonly access: Pick<Access, 'readLog'>;
}

export const logRoutes = ({ access }: LogRoutesDeps): readonly Route[] => [
  {
    method: 'get',
    path: '/v1/access-log',
    area: 'privacy',
    summary:
      'Which of the staff looked at or changed what, by the minute, for twelve months; of one’s sites, or of everything for those who may see every site.',
    rule: { for: 'collector', permission: 'privacy' },
    parameters: [
      ...LOG_PARAMETERS,
      { name: 'actor', in: 'query', description: 'The id of one person or key. Default: everybody.' },
      { name: 'site', in: 'query', description: 'The id of one site. Default: all that one may see.' },
    ],
    answers: [{ status: 200, description: 'The entries, newest first.', type: 'application/json' }],
    problems: ['bad_request'],
    answer: (c) => {
      const { actor, site } = c.req.query();
      return entriesPage(c, access, {
        sites: callerOf(c).grant.sites,
        ...(actor === undefined ? {} : { actor }),
        ...(site === undefined ? {} : { site }),
      });
    },
  },
];
