/** What people and programs read of a site: its reports, the slices there are, its record of consent; and history in. */
import {
  CONSENT_DIMENSIONS,
  DEVICE_DIMENSIONS,
  dayAt,
  dayNumber,
  LEVELS,
  REPORT_NAMES,
  type ReportName,
  SOURCE_DIMENSIONS,
} from '@holloway/protocol';
import type { Context } from 'hono';
import { type ImportDeps, importHistory, MAX_IMPORT_BATCHES, parseImport } from '../ingest/import.ts';
import { problem } from '../problem.ts';
import { reportCsv } from '../report/csv.ts';
import { MAX_PAGES, parseReportQuery } from '../report/query.ts';
import type { Release } from '../report/release.ts';
import { buildReport } from '../report/report.ts';
import { toldRange } from '../site/kept-range.ts';
import type { Registry } from '../site/registry.ts';
import { lastDayOf, summarise } from '../site/summary.ts';
import type { SiteRecord, Store } from '../store/store.ts';
import { outsideOf } from '../workspace/shared-days.ts';
import { callerOf } from './caller.ts';
import { createRecord } from './record.ts';
import type { Parameter, Route } from './route.ts';

const MAX_IMPORT_BYTES = 64 * 1024 * 1024;

export interface ReportRoutesDeps {
  readonly store: Store;
  readonly registry: Registry;
  readonly release: Release;
  readonly importing: ImportDeps;
  readonly clock: { now(): number };
}

export const SITE: Parameter = {
  name: 'site',
  in: 'path',
  description: 'The id of the site, such as `shop`.',
};
const DAY = { type: 'string', format: 'date' };
export const PERIOD: readonly Parameter[] = [
  {
    name: 'from',
    in: 'query',
    description: 'The first day, in the time zone of the site. Default: the 28 days that end with `to`.',
    schema: DAY,
  },
  { name: 'to', in: 'query', description: 'The last day. Default: today.', schema: DAY },
];
const oneOf = (values: readonly string[]) => ({ type: 'string', enum: values });

export const SLICE: Parameter = {
  name: 'slice',
  in: 'query',
  description: '`*` or one slice such as `device:phone`. Combinations are not stored, by design.',
};

const REPORT_PARAMETERS: readonly Parameter[] = [
  ...PERIOD,
  SLICE,
  { name: 'level', in: 'query', description: 'Of `flows`. Default: category.', schema: oneOf(LEVELS) },
  {
    name: 'dimension',
    in: 'query',
    description: 'Of `devices`, `sources` and `consent`. Default: model, site, day.',
    schema: oneOf([...DEVICE_DIMENSIONS, ...SOURCE_DIMENSIONS, ...CONSENT_DIMENSIONS]),
  },
  {
    name: 'page',
    in: 'query',
    description:
      'Of reports by page: this page alone; given several times, these. `(any)` stands for what all pages share. Default: all.',
    schema: { type: 'array', items: { type: 'string' }, maxItems: MAX_PAGES },
  },
  { name: 'format', in: 'query', description: 'Default: json.', schema: oneOf(['json', 'csv']) },
];

export function reportRoutes(deps: ReportRoutesDeps): readonly Route[] {
  const { store, registry, release, importing, clock } = deps;

  async function answerReport(c: Context, site: SiteRecord, name: ReportName): Promise<Response> {
    const lastDay = await lastDayOf(site, release, clock.now());
    const days = callerOf(c).share?.days ?? null;
    const query = parseReportQuery({ ...days, ...c.req.query() }, lastDay, name, c.req.queries('page'));
    if (!query.ok) return problem('bad_request', query.issue);
    const outside = days === null ? null : outsideOf(days, toldRange(site, query.value));
    if (outside !== null) return problem('forbidden', outside);
    const catalogue = await registry.catalogue(site.id);
    const report = await buildReport(name, query.value, { release, site, catalogue });
    c.header('Cache-Control', 'no-store');
    if (query.value.format === 'json') return c.json(report);
    const file = `${site.slug}-${name}-${report.from}-${report.to}.csv`;
    return c.body(reportCsv(report), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file}"`,
    });
  }

  const reportRoute = {
    method: 'get',
    area: 'reports',
    answers: [
      { status: 200, description: 'The report.', type: 'application/json' },
      { status: 200, description: 'Its rows.', type: 'text/csv' },
    ],
    problems: ['bad_request'],
  } as const satisfies Partial<Route>;

  return [
    {
      method: 'get',
      path: '/v1/sites',
      area: 'sites',
      summary: 'The sites that one may see, with the days that they have counts of.',
      rule: { for: 'known' },
      answers: [{ status: 200, description: 'The sites.', type: 'application/json' }],
      answer: async (c) => {
        const visible = callerOf(c).grant.sites;
        const sites = (await registry.sites()).filter(
          ({ slug }) => visible === 'all' || visible.includes(slug),
        );
        c.header('Cache-Control', 'no-store');
        return c.json({
          sites: await Promise.all(sites.map((site) => summarise(site, release, clock.now()))),
        });
      },
    },
    {
      method: 'get',
      path: '/v1/sites/:site/slices',
      area: 'reports',
      summary: 'The slices that have visits behind them, the most visited first.',
      rule: { for: 'site', permission: 'read' },
      parameters: [SITE],
      answers: [{ status: 200, description: 'The slices.', type: 'application/json' }],
      ofSite: async (c, site) => {
        c.header('Cache-Control', 'no-store');
        return c.json({ slices: await release.slices(site) });
      },
    },
    {
      ...reportRoute,
      path: '/v1/sites/:site/reports/consent',
      summary: 'How many are asked and what they answer, which those who see to privacy read too.',
      rule: { for: 'site', permission: 'read', or: 'privacy', shared: true },
      parameters: [SITE, ...REPORT_PARAMETERS],
      ofSite: (c, site) => answerReport(c, site, 'consent'),
    },
    {
      ...reportRoute,
      path: '/v1/sites/:site/reports/:report',
      summary: 'One report over a range of days, in one slice.',
      rule: { for: 'site', permission: 'read', shared: true },
      parameters: [
        SITE,
        { name: 'report', in: 'path', description: 'Which report.', schema: oneOf(REPORT_NAMES) },
        ...REPORT_PARAMETERS,
      ],
      problems: ['bad_request', 'not_found'],
      ofSite: async (c, site) => {
        const name = REPORT_NAMES.find((known) => known === c.req.param('report'));
        if (name === undefined)
          return problem('not_found', { field: 'report', rule: `must be one of ${REPORT_NAMES.join(', ')}` });
        return answerReport(c, site, name);
      },
    },
    {
      method: 'get',
      path: '/v1/sites/:site/record',
      area: 'privacy',
      summary: 'The record of consent, to be filed by a data protection officer.',
      rule: { for: 'site', permission: 'privacy' },
      parameters: [
        SITE,
        ...PERIOD,
        { name: 'format', in: 'query', description: 'Default: html.', schema: oneOf(['html', 'json']) },
        {
          name: 'language',
          in: 'query',
          description: 'Of the statements, such as `de`. Default: their first.',
        },
      ],
      answers: [
        { status: 200, description: 'The record, to be printed.', type: 'text/html' },
        { status: 200, description: 'The same as data.', type: 'application/json' },
      ],
      problems: ['bad_request'],
      ofSite: createRecord({ store, registry, release, clock }),
    },
    {
      method: 'post',
      path: '/v1/sites/:site/import',
      area: 'sites',
      summary: 'Takes history: batches with a day of their own, each counted once; then seals, where asked.',
      rule: { for: 'site', permission: 'import' },
      parameters: [SITE],
      body: {
        type: 'application/json',
        description: 'Batches, and the day up to which everything is to be sealed.',
        schema: {
          type: 'object',
          required: ['batches'],
          properties: {
            batches: { type: 'array', items: { type: 'object' }, maxItems: MAX_IMPORT_BATCHES },
            seal: DAY,
          },
        },
        maxBytes: MAX_IMPORT_BYTES,
      },
      answers: [
        { status: 200, description: 'How many counted, and how many had before.', type: 'application/json' },
      ],
      problems: ['bad_request', 'unavailable'],
      ofSite: async (c, site) => {
        const input: unknown = await c.req.json().catch(() => undefined);
        const parsed = parseImport(input, site, dayNumber(dayAt(clock.now(), site.timeZone)));
        if (!parsed.ok) return problem('bad_request', parsed.issue);
        const result = await importHistory(importing, site, parsed.value);
        return result.ok ? c.json(result.value) : problem('bad_request', result.issue);
      },
    },
  ];
}
