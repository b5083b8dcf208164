/** The HTTP surface: which address is answered by what. Rules are in ingest/, consent/, report/, site/ and access/. */
import { dayAt, dayNumber, MAX_BODY_BYTES, REPORT_NAMES } from '@holloway/protocol';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { Access, Permission } from '../access/access.ts';
import type { RelayCheck, RequestHead, Sender } from '../ingest/anonymise.ts';
import type { createCollect } from '../ingest/collect.ts';
import type { DropTotals } from '../ingest/drops.ts';
import { type ImportDeps, importHistory, parseImport } from '../ingest/import.ts';
import { type ProblemCode, problem } from '../problem.ts';
import { reportCsv } from '../report/csv.ts';
import { parseReportQuery } from '../report/query.ts';
import type { Release } from '../report/release.ts';
import { buildReport } from '../report/report.ts';
import type { Registry } from '../site/registry.ts';
import { summarise } from '../site/summary.ts';
import { type SiteRecord, type Store, StoreUnavailableError } from '../store/store.ts';
import { type Assets, serveAssets } from './assets.ts';
import { serveConsent } from './consent.ts';
import { limitBody } from './limit-body.ts';
import { createRecord } from './record.ts';
import { requestHead } from './request-head.ts';

const MAX_IMPORT_BYTES = 64 * 1024 * 1024;

export interface AppDeps {
  readonly store: Store;
  readonly registry: Registry;
  readonly release: Release;
  readonly access: Access;
  readonly anonymise: (request: RequestHead) => Sender;
  /** Where visitors come through a relay alone. */
  readonly isRelay?: RelayCheck;
  readonly collect: ReturnType<typeof createCollect>;
  readonly importing: ImportDeps;
  readonly assets: Assets;
  readonly clock: { now(): number };
  /** Told of errors that nobody foresaw; never with anything of the request. */
  readonly report: (error: unknown) => void;
  /** False from the first signal to stop, so that no new work is sent here. */
  readonly accepting: () => boolean;
  readonly drops: () => DropTotals;
}

/** Where a visitor's address is read: with a relay, it must not have come here in the first place. */
const RELAYED_PATHS = ['/v1/collect', '/v1/sites/:site/config.json'];

const refuseDirect = (): Response =>
  problem('forbidden', { field: 'Holloway-Relay', rule: 'must be sent by the relay' });

/** A page may read any answer to what it sent: when to come back, that it is refused for good, and what is wrong. */
const readable: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
  c.res.headers.set('Access-Control-Expose-Headers', 'Retry-After');
};

const REFUSALS: { readonly [answer: string]: ProblemCode } = {
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
};

export function createApp(deps: AppDeps): Hono {
  const { store, registry, release, access, anonymise, isRelay, collect, importing, clock } = deps;
  const app = new Hono();

  app.onError((error) => {
    if (error instanceof StoreUnavailableError) return problem('unavailable', { retryAfterSeconds: 10 });
    deps.report(error);
    return problem('internal');
  });
  app.notFound(() => problem('not_found'));

  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) =>
    deps.accepting() && (await store.ready())
      ? c.text('ready')
      : problem('unavailable', { retryAfterSeconds: 5 }),
  );

  for (const path of RELAYED_PATHS) app.use(path, readable);
  if (isRelay !== undefined) {
    for (const path of RELAYED_PATHS) {
      app.use(path, async (c, next) => (isRelay(requestHead(c)) ? next() : refuseDirect()));
    }
  }

  app.post('/v1/collect', limitBody(MAX_BODY_BYTES), async (c) =>
    collect(anonymise(requestHead(c)), await c.req.text()),
  );

  serveConsent(app, { store, registry, anonymise, clock });

  // Sign-in is limited by truncated network too, so that one guesser does not lock out everybody.
  app.on(['GET', 'POST'], '/api/auth/*', limitBody(MAX_BODY_BYTES), (c) =>
    access.handler(c.req.raw, anonymise(requestHead(c)).network),
  );

  /** Lets those on who may see the site, before anything else of the request is read. */
  const permit =
    (permission: Permission): MiddlewareHandler =>
    async (c, next) => {
      const allowed = await access.allows(c.req.raw.headers, c.req.param('site') ?? '', permission);
      const refusal = REFUSALS[allowed];
      return refusal === undefined ? next() : problem(refusal);
    };
  /** Lets `answer` speak for the site of the address. */
  const ofSite =
    (answer: (c: Context, site: SiteRecord) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const site = await registry.site(c.req.param('site') ?? '');
      return site === undefined ? problem('unknown_site') : answer(c, site);
    };

  app.get('/v1/sites', async (c) => {
    const visible = await access.sites(c.req.raw.headers);
    if (visible === null) return problem('unauthenticated');
    const sites = (await registry.sites()).filter(({ slug }) => visible === 'all' || visible.includes(slug));
    c.header('Cache-Control', 'no-store');
    return c.json({ sites: await Promise.all(sites.map((site) => summarise(site, release, clock.now()))) });
  });

  /** Exact counts of this moment would tell of single requests, so only those who may see every site read them. */
  app.get('/metrics', async (c) => {
    const visible = await access.sites(c.req.raw.headers);
    if (visible !== 'all') return problem(visible === null ? 'unauthenticated' : 'forbidden');
    const lines = Object.entries(deps.drops()).map(
      ([reason, n]) => `holloway_dropped_total{reason="${reason}"} ${n}\n`,
    );
    return c.text(`# TYPE holloway_dropped_total counter\n${lines.join('')}`);
  });

  app.get(
    '/v1/sites/:site/slices',
    permit('read'),
    ofSite(async (c, site) => {
      c.header('Cache-Control', 'no-store');
      return c.json({ slices: await release.slices(site) });
    }),
  );

  app.get(
    '/v1/sites/:site/reports/:report',
    permit('read'),
    ofSite(async (c, site) => {
      const name = REPORT_NAMES.find((known) => known === c.req.param('report'));
      if (name === undefined)
        return problem('not_found', { field: 'report', rule: `must be one of ${REPORT_NAMES.join(', ')}` });
      const { lastDay } = await summarise(site, release, clock.now());
      const query = parseReportQuery(c.req.query(), lastDay, name);
      if (!query.ok) return problem('bad_request', query.issue);
      const catalogue = await registry.catalogue(site.id);
      const report = await buildReport(name, query.value, { release, site, catalogue });
      c.header('Cache-Control', 'no-store');
      if (query.value.format === 'json') return c.json(report);
      const file = `${site.slug}-${name}-${report.from}-${report.to}.csv`;
      return c.body(reportCsv(report), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${file}"`,
      });
    }),
  );

  app.get(
    '/v1/sites/:site/record',
    permit('read'),
    ofSite(createRecord({ store, registry, release, clock })),
  );
  app.post(
    '/v1/sites/:site/import',
    permit('import'),
    limitBody(MAX_IMPORT_BYTES),
    ofSite(async (c, site) => {
      const input: unknown = await c.req.json().catch(() => undefined);
      const parsed = parseImport(input, site, dayNumber(dayAt(clock.now(), site.timeZone)));
      if (!parsed.ok) return problem('bad_request', parsed.issue);
      const result = await importHistory(importing, site, parsed.value);
      return result.ok ? c.json(result.value) : problem('bad_request', result.issue);
    }),
  );

  serveAssets(app, deps.assets);
  return app;
}
