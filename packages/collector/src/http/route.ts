/**
 * What the collector can be asked: every address with its rule of access, as data. Nothing else is reachable. The
 * description for machines and the matrix of who may ask what are made from the same table (openapi, access.matrix).
 */
import type { Permission } from '@holloway/protocol';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { type Access, type Caller, judge } from '../access/access.ts';
import { type ProblemCode, problem } from '../problem.ts';
import type { Registry } from '../site/registry.ts';
import type { SiteRecord } from '../store/store.ts';
import { setCaller } from './caller.ts';
import { limitBody } from './limit-body.ts';
import type { ReadingLimits } from './limit-reading.ts';
import { entryOf } from './log-entry.ts';
import type { Metrics } from './metrics.ts';

/**
 * Who may ask:
 * - `everyone`: what is published, for pages, machines and people who are not signed in yet;
 * - `visitors`: pages of a site; its handler checks where they come from;
 * - `site`: staff and keys that may do this (or `or`) on the site of the address, which exists when the handler is called;
 *   with `by` people alone, with `shared` also whoever has a link to a view of it;
 * - `collector`: staff and keys that may do this with the collector as a whole;
 * - `known`: staff and keys alike, each about what is theirs;
 * - `person`: whoever is signed in, about themselves; no key;
 * - `share`: whoever has a link to a view, about that. Nothing else answers a link, but what says so.
 */
export type Rule =
  | { readonly for: 'everyone' }
  | { readonly for: 'visitors' }
  | {
      readonly for: 'site';
      readonly permission: Permission;
      readonly or?: Permission;
      readonly by?: 'person';
      readonly shared?: true;
    }
  | { readonly for: 'collector'; readonly permission: Permission }
  | { readonly for: 'known' }
  | { readonly for: 'person' }
  | { readonly for: 'share' };

/** JSON Schema, in the dialect of OpenAPI 3.1. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  /** Default: text. */
  readonly schema?: JsonSchema;
  /** Default: in a path, not elsewhere. */
  readonly required?: boolean;
}

export interface Body {
  readonly type: 'application/json' | 'text/plain' | 'text/csv' | 'application/xml';
  readonly description: string;
  readonly schema: JsonSchema;
  /** Default: 16 KiB. A longer one is answered 413. */
  readonly maxBytes?: number;
}

export interface Answer {
  readonly status: number;
  readonly description: string;
  /** Without one it has no body. */
  readonly type?: string;
  /** Default: whatever fits the type. */
  readonly schema?: JsonSchema;
}

interface About {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Hono reads it, such as `/v1/sites/:site/reports/:report`. */
  readonly path: string;
  readonly area:
    | 'collect'
    | 'consent'
    | 'reports'
    | 'workspace'
    | 'sites'
    | 'privacy'
    | 'access'
    | 'operation'
    | 'files';
  /** A sentence: what one gets. */
  readonly summary: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: Body;
  /** Those of success; problems follow from rule, parameters and body. */
  readonly answers: readonly Answer[];
  /** Problems beside those. */
  readonly problems?: readonly ProblemCode[];
  /** Runs before the rule, such as headers that errors carry too. */
  readonly around?: readonly MiddlewareHandler[];
}

type Answering = (c: Context) => Response | Promise<Response>;

/** What concerns one site is answered by `ofSite`, everything else by `answer`. */
export type Route = About &
  (
    | { readonly rule: Exclude<Rule, { for: 'site' }>; readonly answer: Answering; readonly ofSite?: never }
    | {
        readonly rule: Extract<Rule, { for: 'site' }>;
        readonly answer?: never;
        readonly ofSite: (c: Context, site: SiteRecord) => Response | Promise<Response>;
      }
  );

const DEFAULT_MAX_BYTES = 16 * 1024;

export interface MountDeps {
  readonly access: Pick<Access, 'caller' | 'fromDashboard' | 'record'>;
  readonly registry: Pick<Registry, 'site'>;
  readonly metrics: Pick<Metrics, 'observe'>;
  readonly clock: { now(): number };
  /** Default: none. */
  readonly readingLimits?: ReadingLimits;
}

/** Asked by machines every few seconds, from wherever they are; and cheap. */
const PROBES = ['/healthz', '/readyz'];

/** Reads too: a code is no part of an address. */
const READING_POSTS = ['/v1/overlay'];

/** Whether reading it is limited; what changes something is rare, or has limits of its own. */
export const isReadingLimited = ({ method, path }: Pick<Route, 'method' | 'path'>): boolean =>
  (method === 'get' && !PROBES.includes(path)) || READING_POSTS.includes(path);

function readingLimit(route: Route, limits?: ReadingLimits): readonly MiddlewareHandler[] {
  if (limits === undefined || !isReadingLimited(route)) return [];
  const isOpen = route.rule.for === 'everyone' || route.rule.for === 'visitors';
  return [isOpen ? limits.everyone : limits.staff];
}

/** Why somebody may not ask; `null` where they may. */
function refusal({ method, rule }: Route, caller: Caller | null, c: Context, access: MountDeps['access']) {
  if (caller === null) return problem('unauthenticated');
  // The browser sends the cookie along by itself, so what a session changes must come from a page of ours.
  if (caller.kind === 'person' && method !== 'get' && !access.fromDashboard(c.req.raw.headers))
    return problem('forbidden', { field: 'Origin', rule: 'must be that of the dashboard' });
  const isShared = rule.for === 'share' || (rule.for === 'site' && rule.shared === true);
  if (caller.kind === 'share' && !isShared) return problem('forbidden');
  if (rule.for === 'share') return caller.kind === 'share' ? null : problem('forbidden');
  const isPersonal = rule.for === 'person' || (rule.for === 'site' && rule.by === 'person');
  if (isPersonal && caller.kind !== 'person') return problem('forbidden');
  if (rule.for !== 'site' && rule.for !== 'collector') return null;
  const site = rule.for === 'site' ? (c.req.param('site') ?? '') : null;
  const asked = rule.for === 'site' && rule.or !== undefined ? [rule.permission, rule.or] : [rule.permission];
  const granted = asked.some((permission) => judge(caller.grant, site, permission) === 'granted');
  return granted ? null : problem('forbidden');
}

/** Lets those on who may ask, before anything else of the request is read; and has it written down. */
function permit(route: Route, { access }: MountDeps): MiddlewareHandler | null {
  const { rule } = route;
  if (rule.for === 'everyone' || rule.for === 'visitors') return null;
  return async (c, next) => {
    const caller = await access.caller(c.req.raw.headers);
    const refused = refusal(route, caller, c, access);
    if (caller !== null) setCaller(c, caller);
    if (refused === null) await next();
    const entry = caller === null ? null : entryOf(route, c, caller, (refused ?? c.res).status);
    if (entry !== null) access.record(entry);
    return refused ?? undefined;
  };
}

/** Of a site that is there; whether it is, only those are told who may ask for it. */
function answering({ answer, ofSite }: Route, { registry }: MountDeps): Answering {
  if (ofSite === undefined) return answer;
  return async (c) => {
    const site = await registry.site(c.req.param('site') ?? '');
    return site === undefined ? problem('unknown_site') : ofSite(c, site);
  };
}

/** Tells of every answer how it went; also of those that the guards give. */
const observed =
  (route: Route, { metrics, clock }: MountDeps): MiddlewareHandler =>
  async (c, next) => {
    const begun = clock.now();
    await next();
    metrics.observe(route, c.res.status, (clock.now() - begun) / 1000);
  };

function mountOne(app: Hono, route: Route, deps: MountDeps): void {
  const { method, path, around = [], body } = route;
  const guard = permit(route, deps);
  const handlers = [
    observed(route, deps),
    ...around,
    ...(guard === null ? [] : [guard]),
    ...readingLimit(route, deps.readingLimits),
    ...(body === undefined ? [] : [limitBody(body.maxBytes ?? DEFAULT_MAX_BYTES)]),
  ];
  app.on(method.toUpperCase(), [path], ...handlers, answering(route, deps));
}

/** In the order given, but for paths with a wildcard, which come last: what is not there is told by them. */
export function mount(app: Hono, routes: readonly Route[], deps: MountDeps): void {
  const exact = routes.filter(({ path }) => !path.endsWith('*'));
  for (const route of exact) mountOne(app, route, deps);
  for (const path of new Set(exact.map((route) => route.path))) {
    const allow = exact.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
    app.all(path, () => problem('wrong_method', { allow }));
  }
  for (const route of routes) if (!exact.includes(route)) mountOne(app, route, deps);
}
