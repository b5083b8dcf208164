/** Links that show one view of a site to whoever has them. What makes them work, and how long: access/shares. */
import {
  type MadeShare,
  type NewView,
  type Share,
  type Shared,
  type ShareList,
  type SiteSummary,
  WORKSPACE_LIMITS,
} from '@holloway/protocol';
import type { Context } from 'hono';
import * as v from 'valibot';
import type { Access, Caller, ShareRecord } from '../access/access.ts';
import { problem } from '../problem.ts';
import type { Release } from '../report/release.ts';
import type { Registry } from '../site/registry.ts';
import { summarise } from '../site/summary.ts';
import type { Workspace } from '../store/workspace.ts';
import { DAY, SHARE_NAME } from '../workspace/shapes.ts';
import { daysOf } from '../workspace/shared-days.ts';
import { callerOf, note } from './caller.ts';
import { answerJson, type Desk, unknown, WRITERS } from './desk.ts';
import { readBody } from './read-body.ts';
import { SITE } from './report-routes.ts';
import type { Route } from './route.ts';

export interface ShareRoutesDeps {
  readonly store: Pick<Workspace, 'views'>;
  readonly registry: Pick<Registry, 'site'>;
  readonly release: Pick<Release, 'span'>;
  readonly access: Pick<Access, 'addShare' | 'listShares' | 'revokeShare'>;
  readonly desk: Desk;
  readonly clock: { now(): number };
}

const PATH = '/v1/sites/:site/shares';
const VIEW: NewView = {
  name: 'Kettles in November',
  address: '#/shop/paths?from=2026-11-01&to=2026-11-30',
};
const DAYS = { from: '2026-11-01', to: '2026-11-30' };
const EXAMPLE: Share = {
  id: 'wTq0fBn1xW',
  name: 'For the agency',
  by: 'Mira',
  own: true,
  view: VIEW,
  days: DAYS,
  expires: '2026-12-27T08:15:00.000Z',
  lastUsed: null,
};
const SITE_EXAMPLE: SiteSummary = {
  id: 'shop',
  name: 'Shop',
  kind: 'live',
  k: 10,
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  firstDay: '2026-11-01',
  lastDay: '2026-11-27',
  provenance: null,
};

const DAYS_RULE = 'must be { from, to }, dates in this order, or null';
const NEW = v.object(
  {
    name: v.exactOptional(SHARE_NAME),
    view: v.string('must be the id of a view'),
    expiresIn: v.number(`must be a whole number of days from 1 to ${WORKSPACE_LIMITS.shareDays}`),
    days: v.exactOptional(
      v.nullable(
        v.pipe(
          v.object({ from: DAY, to: DAY }, DAYS_RULE),
          v.check(({ from, to }) => from <= to, DAYS_RULE),
        ),
      ),
    ),
  },
  'must be there',
);

/** Whoever sees to people may take back what others gave. */
const mayRevoke = ({ id, grant }: Caller, { author }: ShareRecord): boolean =>
  author === id || grant.permissions.includes('people');

/** Not through a character of two halves. */
const cut = (name: string): string =>
  name.slice(0, WORKSPACE_LIMITS.shareName).replace(/[\ud800-\udbff]$/, '');

const later = (one: string, other: string): string => (one > other ? one : other);
const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Of a link that is for some days: not what there is outside them. */
const narrowed = (site: SiteSummary, { days }: Pick<Shared, 'days'>): SiteSummary =>
  days === null
    ? site
    : {
        ...site,
        firstDay: site.firstDay === null ? null : later(site.firstDay, days.from),
        lastDay: earlier(site.lastDay, days.to),
      };

export function shareRoutes(deps: ShareRoutesDeps): readonly Route[] {
  const { store, registry, release, access, desk, clock } = deps;

  async function shown(c: Context, shares: readonly ShareRecord[]): Promise<Share[]> {
    const [nameOf, caller] = [await desk.authors(), callerOf(c)];
    return shares.map(({ id, name, author, view, days, expires, lastUsed }) => ({
      ...{ id, name, by: nameOf(author), own: author === caller.id },
      ...{ view, days, expires, lastUsed },
    }));
  }

  return [
    {
      method: 'get',
      path: PATH,
      area: 'workspace',
      summary:
        'The links to views of the site that still work: what they show, by whom, until when. Not the links themselves.',
      rule: { ...WRITERS, or: 'privacy' },
      parameters: [SITE],
      answers: [
        {
          status: 200,
          description: 'The links, by name.',
          type: 'application/json',
          schema: { type: 'object', examples: [{ shares: [EXAMPLE] }] },
        },
      ],
      ofSite: async (c, { slug }) => {
        const list: ShareList = { shares: await shown(c, await access.listShares(slug)) };
        return answerJson(c, list);
      },
    },
    {
      method: 'post',
      path: PATH,
      area: 'workspace',
      summary: `Makes a link that shows a view, as it is now, to whoever has it. It is in this answer alone: what is kept is a hash. Up to ${WORKSPACE_LIMITS.shares} of a site work at a time.`,
      rule: WRITERS,
      parameters: [SITE],
      body: {
        type: 'application/json',
        description:
          'Which view, for how many days the link is good, and which days it shows: by default `from` and `to` of the view’s address, else all.',
        schema: {
          type: 'object',
          required: ['view', 'expiresIn'],
          properties: {
            name: { type: 'string', minLength: 1, maxLength: WORKSPACE_LIMITS.shareName },
            view: { type: 'string' },
            expiresIn: { type: 'integer', minimum: 1, maximum: WORKSPACE_LIMITS.shareDays },
            days: {
              type: ['object', 'null'],
              required: ['from', 'to'],
              properties: {
                from: { type: 'string', format: 'date' },
                to: { type: 'string', format: 'date' },
              },
            },
          },
          examples: [{ name: EXAMPLE.name, view: 'QmVzdCB2aWV3', expiresIn: 30, days: DAYS }],
        },
      },
      answers: [
        {
          status: 201,
          description: 'The link, and the token that it holds.',
          type: 'application/json',
          schema: {
            type: 'object',
            examples: [{ share: EXAMPLE, token: 'hws_…', url: 'https://stats.example.com/#/shared/hws_…' }],
          },
        },
      ],
      problems: ['bad_request', 'conflict', 'rate_limited'],
      ofSite: desk.writing(async (c, site) => {
        const body = await readBody(c, NEW);
        if (!body.ok) return problem('bad_request', body.issue);
        const asked = body.value;
        const found = (await store.views(site.id)).find(({ id }) => id === asked.view);
        if (found === undefined)
          return problem('bad_request', { field: 'view', rule: 'must be the id of a view of the site' });
        const made = await access.addShare({
          name: asked.name ?? cut(found.name),
          site: site.slug,
          author: callerOf(c).id,
          view: { name: found.name, address: found.address },
          days: asked.days === undefined ? daysOf(found.address) : asked.days,
          expiresIn: asked.expiresIn,
        });
        note(c, made.share.id);
        const [share] = await shown(c, [made.share]);
        if (share === undefined) throw new Error('the link that was just made is not shown');
        const answer: MadeShare = { share, token: made.token, url: made.url };
        return answerJson(c, answer, 201);
      }),
    },
    {
      method: 'delete',
      path: `${PATH}/:share`,
      area: 'workspace',
      summary: 'Revokes a link, from its next request on: one’s own, or as an owner anybody’s.',
      rule: WRITERS,
      parameters: [SITE, { name: 'share', in: 'path', description: 'The id of the link.' }],
      answers: [{ status: 204, description: 'Done.' }],
      problems: ['not_found', 'rate_limited'],
      ofSite: desk.writing(async (c, { slug }) => {
        const id = c.req.param('share') ?? '';
        const share = (await access.listShares(slug)).find((each) => each.id === id);
        if (share === undefined) return unknown('share');
        if (!mayRevoke(callerOf(c), share))
          return problem('forbidden', { field: 'share', rule: 'must be one’s own; owners may revoke any' });
        await access.revokeShare(slug, id);
        note(c, id);
        return c.body(null, 204);
      }),
    },
    {
      method: 'get',
      path: '/v1/shared',
      area: 'workspace',
      summary: 'What a link shows, asked with its token. The reports are then read with the same token.',
      rule: { for: 'share' },
      answers: [
        {
          status: 200,
          description: 'The site, the view, and until when.',
          type: 'application/json',
          schema: {
            type: 'object',
            examples: [
              { site: SITE_EXAMPLE, view: VIEW, name: EXAMPLE.name, days: DAYS, expires: EXAMPLE.expires },
            ],
          },
        },
      ],
      problems: ['unknown_site'],
      answer: async (c) => {
        const { share, name } = callerOf(c);
        const site = await registry.site(share?.site ?? '');
        if (site === undefined || share === undefined) return problem('unknown_site');
        const { view, days, expires } = share;
        const summary = narrowed(await summarise(site, release, clock.now()), { days });
        const shared: Shared = { site: summary, view, name, days, expires };
        return answerJson(c, shared);
      },
    },
  ];
}
