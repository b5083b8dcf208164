/**
 * The numbers of a page over the page itself: the dashboard asks for a one-time code, and with it the page, in the browser of
 * whoever asked, for its numbers. How long codes work: access/overlay-codes.
 */
import { ANY, OVERLAY_LANGUAGES, type OverlayAnswer, type OverlayPlaces } from '@holloway/protocol';
import type { Context, MiddlewareHandler } from 'hono';
import * as v from 'valibot';
import type { Access, Caller, Codes, Taken } from '../access/access.ts';
import type { RelayCheck, RequestHead, Sender } from '../ingest/anonymise.ts';
import { mayEmbed } from '../ingest/collect.ts';
import { problem } from '../problem.ts';
import { buildOverlayBoxes } from '../report/overlay-boxes.ts';
import { parseReportQuery } from '../report/query.ts';
import type { Release } from '../report/release.ts';
import { toldRange } from '../site/kept-range.ts';
import type { Registry } from '../site/registry.ts';
import { lastDayOf } from '../site/summary.ts';
import type { SiteRecord } from '../store/store.ts';
import { callerOf, setCaller } from './caller.ts';
import { relayedOnly } from './collect-routes.ts';
import { answerJson, createDesk, type DeskDeps, WRITERS } from './desk.ts';
import type { ReadingLimits } from './limit-reading.ts';
import { readBody } from './read-body.ts';
import { SITE } from './report-routes.ts';
import { requestHead } from './request-head.ts';
import type { Route } from './route.ts';

export interface OverlayRoutesDeps extends DeskDeps {
  readonly registry: Registry;
  readonly release: Release;
  readonly access: DeskDeps['access'] & Pick<Access, 'readerOf' | 'record'>;
  readonly codes: Codes;
  readonly anonymise: (request: RequestHead) => Sender;
  /** Where visitors come through a relay alone. */
  readonly isRelay?: RelayCheck;
  /** Default: none. */
  readonly readingLimits?: ReadingLimits;
}

const PATH = '/v1/overlay';
const CODE_RULE =
  'must be a code of this site that was not used yet and is not too old; open the page from the dashboard again';
const LANGUAGE_RULE = `must be one of ${OVERLAY_LANGUAGES.join(', ')}`;
const NEW = v.object(
  {
    from: v.exactOptional(v.string('must be text')),
    to: v.exactOptional(v.string('must be text')),
    language: v.exactOptional(v.picklist(OVERLAY_LANGUAGES, LANGUAGE_RULE)),
  },
  'must be there',
);
const QUESTION = v.object(
  {
    site: v.string('must be text'),
    code: v.string('must be text'),
    page: v.string('must be text'),
  },
  'must be there',
);

const EXAMPLE: OverlayAnswer = {
  site: { id: 'shop', name: 'Shop', kind: 'live', currency: 'EUR', routes: [] },
  k: 10,
  page: '/c/kettles',
  name: 'Kettles',
  from: '2026-11-01',
  to: '2026-11-27',
  language: 'en',
  windows: {
    all: [],
    s: [],
    m: [],
    l: [
      {
        page: '/c/kettles',
        element: 'grid/3',
        name: 'Product list 3',
        figures: { clickRate: { value: 0.14, low: 0.12, high: 0.163, missing: 0 } },
      },
    ],
  },
  next: { code: 'wTq0fBn1xW…', expires: '2026-11-27T08:45:00.000Z' },
};

/** Pages of other sites may not read the answer; no cache may take one page's for another's. */
const varying: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.append('Vary', 'Origin');
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told apart from every JSON value
  }
};

export function overlayRoutes(deps: OverlayRoutesDeps): readonly Route[] {
  const { registry, release, access, codes, anonymise, isRelay, readingLimits, clock } = deps;
  const { writing } = createDesk(deps);

  async function answer(c: Context, site: SiteRecord, page: string, taken: Taken): Promise<Response> {
    const { walk, next } = taken;
    const lastDay = await lastDayOf(site, release, clock.now());
    const query = parseReportQuery(walk.query, lastDay, 'layout', [page, ANY]);
    if (!query.ok) return problem('bad_request', query.issue);
    const catalogue = await registry.catalogue(site.id);
    const { from, to } = toldRange(site, query.value);
    const windows = await buildOverlayBoxes(query.value, { release, site, catalogue });
    const { slug: id, name, kind, currency, routes } = site;
    const answered: OverlayAnswer = {
      site: { id, name, kind, currency, routes },
      ...{ k: site.k, page, name: catalogue.label('page', page) ?? page, from, to },
      ...{ language: walk.language, windows, next: next() },
    };
    return answerJson(c, answered);
  }

  /** As much of the time as whoever began the walk may take, and written down as theirs. */
  async function asReader(c: Context, reader: Caller, site: string, work: () => Promise<Response>) {
    setCaller(c, reader);
    let answered: Response | undefined;
    const refused = await readingLimits?.staff(c, async () => {
      answered = await work();
    });
    const given = refused ?? answered ?? (await work());
    const { kind, id, name } = reader;
    access.record({
      ...{ actor: { kind, id, name }, what: `POST ${PATH}`, site, detail: 'layout' },
      result: given.status < 400 ? 'granted' : 'refused',
    });
    return given;
  }

  return [
    {
      method: 'get',
      path: '/v1/sites/:site/overlay',
      area: 'reports',
      summary: 'Where pages of the site are, on which their numbers can be looked at.',
      rule: WRITERS,
      parameters: [SITE],
      answers: [
        {
          status: 200,
          description: 'The origins of the site.',
          type: 'application/json',
          schema: { type: 'object', examples: [{ origins: ['https://shop.example'] }] },
        },
      ],
      ofSite: (c, { origins }) => {
        const places: OverlayPlaces = { origins };
        return answerJson(c, places);
      },
    },
    {
      method: 'post',
      path: '/v1/sites/:site/overlay',
      area: 'reports',
      summary:
        'Makes a one-time code, good for two minutes, by which a page of the site shows its numbers to whoever opens it with that. What is kept is a hash, in memory.',
      rule: WRITERS,
      parameters: [SITE],
      body: {
        type: 'application/json',
        description: 'Which days, as in reports, and in which language the page speaks of them.',
        schema: {
          type: 'object',
          properties: {
            from: { type: 'string', format: 'date' },
            to: { type: 'string', format: 'date' },
            language: { type: 'string', enum: OVERLAY_LANGUAGES },
          },
          examples: [{ from: '2026-11-01', to: '2026-11-27', language: 'en' }],
        },
      },
      answers: [
        {
          status: 201,
          description: 'The code, and until when it works.',
          type: 'application/json',
          schema: { type: 'object', examples: [EXAMPLE.next] },
        },
      ],
      problems: ['bad_request', 'rate_limited'],
      ofSite: writing(async (c, site) => {
        const body = await readBody(c, NEW);
        if (!body.ok) return problem('bad_request', body.issue);
        const { language = 'en', ...query } = body.value;
        const lastDay = await lastDayOf(site, release, clock.now());
        const checked = parseReportQuery(query, lastDay, 'layout');
        if (!checked.ok) return problem('bad_request', checked.issue);
        const { id: author, session = '' } = callerOf(c);
        return answerJson(c, codes.begin({ site: site.slug, author, session, query, language }), 201);
      }),
    },
    {
      method: 'post',
      path: PATH,
      area: 'reports',
      summary:
        'The numbers of a page of the site, for the page itself to show, and the code for the next page: for a one-time code, which is used up.',
      rule: { for: 'visitors' },
      body: {
        type: 'text/plain',
        description:
          'Site, code and page as JSON; sent as plain text, so that the browser asks nothing beforehand.',
        schema: { type: 'string', examples: ['{"site":"shop","code":"wTq0fBn1xW…","page":"/c/kettles"}'] },
      },
      answers: [
        {
          status: 200,
          description: 'The numbers, which are those of the reports of the layout.',
          type: 'application/json',
          schema: { type: 'object', examples: [EXAMPLE] },
        },
      ],
      problems: ['bad_request', 'forbidden', 'origin_not_registered', 'unknown_site', 'rate_limited'],
      around: [varying, ...relayedOnly(isRelay)],
      answer: async (c) => {
        const question = v.safeParse(QUESTION, parsed(await c.req.text()), { abortEarly: true });
        if (!question.success)
          return problem('bad_request', {
            field: String(question.issues[0].path?.[0]?.key ?? 'body'),
            rule: question.issues[0].message,
          });
        const { site: slug, code, page } = question.output;
        const site = await registry.site(slug);
        if (site === undefined) return problem('unknown_site');
        const { origin } = anonymise(requestHead(c));
        if (!mayEmbed(origin, site)) return problem('origin_not_registered', { field: 'Origin' });
        const taken = codes.take(code, slug);
        const reader = taken === null ? null : await access.readerOf(taken.walk, slug);
        const given =
          taken === null || reader === null
            ? problem('forbidden', { field: 'code', rule: CODE_RULE })
            : await asReader(c, reader, slug, () => answer(c, site, page, taken));
        given.headers.set('Access-Control-Allow-Origin', origin ?? '');
        return given;
      },
    },
  ];
}
