/** What the reports of a site advise to change. What became of an action: action-routes. */
import { problem } from '../problem.ts';
import { firstOpen } from '../report/advice.ts';
import { createAdviceKeeper } from '../report/kept-advice.ts';
import { parseReportQuery } from '../report/query.ts';
import { toldRange } from '../site/kept-range.ts';
import { lastDayOf } from '../site/summary.ts';
import type { Workspace } from '../store/workspace.ts';
import { outsideOf } from '../workspace/shared-days.ts';
import { callerOf } from './caller.ts';
import { answerJson } from './desk.ts';
import { PERIOD, type ReportRoutesDeps, SITE, SLICE } from './report-routes.ts';
import type { Route } from './route.ts';

interface AdviceRoutesDeps extends Pick<ReportRoutesDeps, 'registry' | 'release' | 'clock'> {
  readonly store: Pick<Workspace, 'actions'>;
}

const FINDING = {
  subject: { item: 'BH-301', category: 'coffee/espresso' },
  claim: {
    key: 'cross-list',
    values: { item: 'BH-301', tried: 'coffee/espresso', found: 'blenders/hand', wrong: 42, expected: 3.1 },
  },
  evidence: { wrong: 42, finds: 120 },
  effect: { measure: 'ratio', value: 13.5, low: 9.8, high: 18.3 },
  gain: { of: 'finds', perWeek: 10.5, low: 7.3 },
  certainty: { by: 'false-discovery', q: 0.001 },
};
const EXAMPLE = {
  ...FINDING,
  id: 'cross-list:1k2j3h4g5f6d7',
  type: 'cross-list',
  verb: 'cross-list',
  subject: { from: 'blenders', category: 'coffee/espresso' },
  trial: { by: 'before-after', visits: null },
  findings: [FINDING],
};

/** Of `open`: a page of cards, and more than anybody reads at a glance. */
const MOST_OPEN = 50;

export function adviceRoutes({ registry, release, clock, store }: AdviceRoutesDeps): readonly Route[] {
  const advice = createAdviceKeeper(release);
  return [
    {
      method: 'get',
      path: '/v1/sites/:site/advice',
      area: 'reports',
      summary: 'What the reports advise to change, over the settled days of a range, in one slice.',
      rule: { for: 'site', permission: 'read', shared: true },
      parameters: [
        SITE,
        ...PERIOD,
        SLICE,
        {
          name: 'open',
          in: 'query',
          description: 'Only the first so many actions that nobody decided on. Default: all of any state.',
          schema: { type: 'integer', minimum: 1, maximum: MOST_OPEN },
        },
      ],
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
        const lastDay = await lastDayOf(site, release, clock.now());
        const days = callerOf(c).share?.days ?? null;
        const { open: asked, ...parameters } = c.req.query();
        const query = parseReportQuery({ ...days, ...parameters }, lastDay, 'pages');
        if (!query.ok) return problem('bad_request', query.issue);
        const open = asked === undefined ? null : Number(asked);
        if (open !== null && !(Number.isInteger(open) && open >= 1 && open <= MOST_OPEN))
          return problem('bad_request', {
            field: 'open',
            rule: `must be a whole number from 1 to ${MOST_OPEN}`,
          });
        const outside = days === null ? null : outsideOf(days, toldRange(site, query.value));
        if (outside !== null) return problem('forbidden', outside);
        // What became of an action is for those who work with the site.
        if (open !== null && days !== null)
          return problem('forbidden', { field: 'open', rule: 'must not be there for a shared view' });
        const all = await advice.of(query.value, site, await registry.catalogue(site.id));
        if (open === null) return answerJson(c, all);
        const actions = await store.actions(site.id);
        const decided = actions.flatMap(({ id, history: [{ state }] }) => (state === 'open' ? [] : [id]));
        return answerJson(c, firstOpen(all, new Set(decided), open));
      },
    },
  ];
}
