/** What the reports of a site advise to change. What became of an action: action-routes. */
import { problem } from '../problem.ts';
import { buildAdvice } from '../report/advice.ts';
import { parseReportQuery } from '../report/query.ts';
import { toldRange } from '../site/kept-range.ts';
import { summarise } from '../site/summary.ts';
import { outsideOf } from '../workspace/shared-days.ts';
import { callerOf } from './caller.ts';
import { answerJson } from './desk.ts';
import { PERIOD, type ReportRoutesDeps, SITE, SLICE } from './report-routes.ts';
import type { Route } from './route.ts';

type AdviceRoutesDeps = Pick<ReportRoutesDeps, 'registry' | 'release' | 'clock'>;

const EXAMPLE = {
  id: 'cross-list:1k2j3h4g5f6d7',
  type: 'cross-list',
  verb: 'cross-list',
  subject: { item: 'BH-301', category: 'coffee/espresso' },
  claim: {
    key: 'cross-list',
    values: { item: 'BH-301', tried: 'coffee/espresso', found: 'blenders/hand', wrong: 42, expected: 3.1 },
  },
  evidence: { wrong: 42, finds: 120 },
  effect: { measure: 'ratio', value: 13.5, low: 9.8, high: 18.3 },
  gain: { of: 'finds', perWeek: 10.5 },
  certainty: { by: 'false-discovery', q: 0.001 },
  trial: { by: 'before-after', visits: null },
};

export const adviceRoutes = ({ registry, release, clock }: AdviceRoutesDeps): readonly Route[] => [
  {
    method: 'get',
    path: '/v1/sites/:site/advice',
    area: 'reports',
    summary: 'What the reports advise to change, over a range of days, in one slice.',
    rule: { for: 'site', permission: 'read', shared: true },
    parameters: [SITE, ...PERIOD, SLICE],
    answers: [
      {
        status: 200,
        description: 'The actions, what gains most first, and of which regions nothing can be told.',
        type: 'application/json',
        schema: { type: 'object', examples: [{ actions: [EXAMPLE], withheld: [] }] },
      },
    ],
    problems: ['bad_request'],
    ofSite: async (c, site) => {
      const { lastDay } = await summarise(site, release, clock.now());
      const days = callerOf(c).share?.days ?? null;
      const query = parseReportQuery({ ...days, ...c.req.query() }, lastDay, 'pages');
      if (!query.ok) return problem('bad_request', query.issue);
      const outside = days === null ? null : outsideOf(days, toldRange(site, query.value));
      if (outside !== null) return problem('forbidden', outside);
      const catalogue = await registry.catalogue(site.id);
      return answerJson(c, await buildAdvice(query.value, { release, site, catalogue }));
    },
  },
];
