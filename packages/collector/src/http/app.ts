/** Puts the HTTP surface together from its lists of routes. What they answer is in ingest/, consent/, report/, site/ and access/. */
import { Hono } from 'hono';
import { type Access, AccessError } from '../access/access.ts';
import { problem } from '../problem.ts';
import { StoreUnavailableError } from '../store/store.ts';
import { type AccessRoutesDeps, accessRoutes } from './access-routes.ts';
import { adviceRoutes } from './advice-routes.ts';
import { type Assets, assetRoutes } from './assets.ts';
import { type AuditRoutesDeps, auditRoutes } from './audit-routes.ts';
import { type CollectRoutesDeps, collectRoutes } from './collect-routes.ts';
import { type ConsentDeps, consentRoutes } from './consent-routes.ts';
import { descriptionRoutes } from './description-routes.ts';
import { type DigestRoutesDeps, digestRoutes } from './digest-routes.ts';
import { type HealthRoutesDeps, healthRoutes } from './health-routes.ts';
import { type KeepRoutesDeps, keepRoutes } from './keep-routes.ts';
import { hungUp } from './limit-body.ts';
import type { ReadingLimits } from './limit-reading.ts';
import { type OverlayRoutesDeps, overlayRoutes } from './overlay-routes.ts';
import { type ReadingRoutesDeps, readingRoutes } from './reading-routes.ts';
import { type ReportRoutesDeps, reportRoutes } from './report-routes.ts';
import { mount, type Route } from './route.ts';
import { type SiteRoutesDeps, siteRoutes } from './site-routes.ts';
import { type WorkspaceRoutesDeps, workspaceRoutes } from './workspace-routes.ts';

export interface AppDeps
  extends CollectRoutesDeps,
    HealthRoutesDeps,
    ReportRoutesDeps,
    SiteRoutesDeps,
    ReadingRoutesDeps,
    Omit<KeepRoutesDeps, 'access' | 'registry' | 'store' | 'release'>,
    Omit<AccessRoutesDeps, 'access' | 'registry'>,
    Pick<AuditRoutesDeps, 'audit'>,
    Pick<WorkspaceRoutesDeps, 'newId'>,
    Pick<DigestRoutesDeps, 'digest'>,
    Pick<OverlayRoutesDeps, 'codes'>,
    ConsentDeps {
  // Named again, for each list asks for a part of it.
  readonly store: ReportRoutesDeps['store'];
  readonly access: Access;
  readonly assets: Assets;
  /** Default: none. */
  readonly readingLimits?: ReadingLimits;
  /** Told of errors that nobody foresaw; never with anything of the request. */
  readonly report: (error: unknown) => void;
}

/** Everything that can be asked, in the order in which it is looked for. */
function routesOf(deps: AppDeps): readonly Route[] {
  const routes = [
    ...healthRoutes(deps),
    ...collectRoutes(deps),
    ...consentRoutes(deps),
    ...accessRoutes(deps),
    ...reportRoutes(deps),
    ...adviceRoutes(deps),
    ...overlayRoutes(deps),
    ...siteRoutes(deps),
    ...digestRoutes(deps),
    ...readingRoutes(deps),
    ...keepRoutes(deps),
    ...auditRoutes(deps),
    ...workspaceRoutes(deps),
  ];
  const files = assetRoutes(deps.assets);
  return [...descriptionRoutes([...routes, ...files]), ...routes, ...files];
}

/** What concerns accounts and keys, by what is wrong with it. */
const BROKEN_RULES = { invalid: 'bad_request', unknown: 'not_found', conflict: 'conflict' } as const;

export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (hungUp(c)) return problem('bad_request', { field: 'body', rule: 'must be sent to its end' });
    if (error instanceof StoreUnavailableError) return problem('unavailable', { retryAfterSeconds: 10 });
    if (error instanceof AccessError) return problem(BROKEN_RULES[error.reason.kind], error.reason);
    deps.report(error);
    return problem('internal');
  });
  app.notFound(() => problem('not_found'));
  mount(app, routesOf(deps), deps);
  return app;
}
