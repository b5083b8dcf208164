/** Reads the store's own pages for its catalogue: start, how far it is, what it found, take it over, or drop it. */
import type { Context } from 'hono';
import type { Readings } from '../catalogue/readings.ts';
import { problem } from '../problem.ts';
import { catalogueDetail } from '../workspace/events.ts';
import { note } from './caller.ts';
import { answerJson } from './desk.ts';
import { SITE } from './report-routes.ts';
import type { Route } from './route.ts';

export interface ReadingRoutesDeps {
  readonly readings: Readings;
}

const MAY_CHANGE = { for: 'site', permission: 'settings' } as const;
const PATH = '/v1/sites/:site/catalogue/reading';
const AREA = 'sites';

/** @returns The address that was given, none where none was, `undefined` where it is no address. */
async function sitemapsIn(c: Context): Promise<readonly URL[] | undefined> {
  const body: unknown = await c.req.json().catch(() => null);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { sitemap, ...rest } = body as { readonly sitemap?: unknown };
  if (Object.keys(rest).length > 0) return undefined;
  if (sitemap === undefined) return [];
  const url = typeof sitemap === 'string' ? URL.parse(sitemap) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? [url] : undefined;
}

const nothing = (): Response =>
  problem('not_found', { field: 'reading', rule: 'must be one that has found something' });

export const readingRoutes = ({ readings }: ReadingRoutesDeps): readonly Route[] => [
  {
    method: 'post',
    path: PATH,
    area: AREA,
    summary:
      'Begins to read the pages of the store that its sitemaps name, a second between two, for their names. Nothing is declared by it.',
    rule: MAY_CHANGE,
    parameters: [SITE],
    body: {
      type: 'application/json',
      description: 'Empty, or the address of a sitemap of the site, where it is not the usual one.',
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: { sitemap: { type: 'string', format: 'uri' } },
      },
    },
    answers: [{ status: 200, description: 'How far it is.', type: 'application/json' }],
    problems: ['bad_request', 'conflict'],
    ofSite: async (c, site) => {
      const sitemaps = await sitemapsIn(c);
      if (sitemaps === undefined)
        return problem('bad_request', {
          field: 'sitemap',
          rule: 'must be a whole address, such as https://shop.example.com/sitemap.xml, and all that is given',
        });
      if (sitemaps.length === 0 && site.origins.length === 0)
        return problem('bad_request', {
          field: 'sitemap',
          rule: 'must be given: no origin is registered for the site',
        });
      if (!readings.start(site, sitemaps))
        return problem('conflict', { field: 'reading', rule: 'must be the only one of the site' });
      return answerJson(c, await readings.look(site));
    },
  },
  {
    method: 'get',
    path: PATH,
    area: AREA,
    summary:
      'The last reading of the store’s pages: how far it is, or what it found and what would be declared.',
    rule: MAY_CHANGE,
    parameters: [SITE],
    answers: [{ status: 200, description: 'The reading, or that there is none.', type: 'application/json' }],
    ofSite: async (c, site) => answerJson(c, await readings.look(site)),
  },
  {
    method: 'post',
    path: `${PATH}/take`,
    area: AREA,
    summary: 'Declares what was found.',
    rule: MAY_CHANGE,
    parameters: [SITE],
    answers: [
      {
        status: 200,
        description: 'How many names are new by kind, and how many changed.',
        type: 'application/json',
      },
    ],
    problems: ['not_found', 'conflict', 'unavailable'],
    ofSite: async (c, site) => {
      const told = await readings.take(site);
      if (told === null) return nothing();
      const { added, changed, excess } = told;
      if (excess !== null)
        return problem('conflict', {
          field: `ceilings.${excess.kind}`,
          rule: `there would be ${excess.names} names of this kind, and there may be ${excess.ceiling}`,
        });
      const names = [...added.values()].reduce((sum, texts) => sum + texts.size, 0);
      note(c, catalogueDetail({ added: names, changed }));
      return answerJson(c, {
        added: Object.fromEntries([...added].map(([kind, texts]) => [kind, texts.size])),
        changed,
      });
    },
  },
  {
    method: 'delete',
    path: PATH,
    area: AREA,
    summary: 'Ends a reading that runs, and forgets what was found. Nothing of it is declared.',
    rule: MAY_CHANGE,
    parameters: [SITE],
    answers: [{ status: 204, description: 'It is forgotten.' }],
    problems: ['not_found'],
    ofSite: async (c, site) =>
      readings.drop(site)
        ? c.body(null, 204)
        : problem('not_found', { field: 'reading', rule: 'must be one that there is' }),
  },
];
