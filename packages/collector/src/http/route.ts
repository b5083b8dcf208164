/**
 * What the collector can be asked: every address with its rule of access, as data. Nothing else is reachable. The
 * description for machines and the matrix of who may ask what are made from the same table (openapi, access.matrix).
 */
import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { Access, Permission } from '../access/access.ts';
import { type ProblemCode, problem } from '../problem.ts';
import type { Registry } from '../site/registry.ts';
import type { SiteRecord } from '../store/store.ts';
import { limitBody } from './limit-body.ts';

/**
 * Who may ask:
 * - `everyone`: what is published, for pages, machines and people who are not signed in yet;
 * - `visitors`: pages of a site; its handler checks where they come from;
 * - `site`: staff and keys that may do this on the site of the address, which exists when the handler is called;
 * - `collector`: staff and keys that may do this with the collector as a whole;
 * - `person`: whoever is signed in, about themselves.
 */
export type Rule =
  | { readonly for: 'everyone' }
  | { readonly for: 'visitors' }
  | { readonly for: 'site'; readonly permission: Permission }
  | { readonly for: 'collector'; readonly permission: Permission }
  | { readonly for: 'person' };

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
  readonly area: 'collect' | 'consent' | 'reports' | 'sites' | 'privacy' | 'access' | 'operation' | 'files';
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

export const DEFAULT_MAX_BYTES = 16 * 1024;

export interface MountDeps {
  readonly access: Pick<Access, 'allows' | 'sites'>;
  readonly registry: Pick<Registry, 'site'>;
}

const REFUSALS: { readonly [verdict: string]: ProblemCode } = {
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
};

/** Lets those on who may ask, before anything else of the request is read. */
function permit(rule: Rule, { access }: MountDeps): MiddlewareHandler | null {
  switch (rule.for) {
    case 'everyone':
    case 'visitors':
      return null;
    case 'person':
      return async (c, next) =>
        (await access.sites(c.req.raw.headers)) === null ? problem('unauthenticated') : next();
    case 'site':
    case 'collector':
      return async (c, next) => {
        const site = rule.for === 'site' ? (c.req.param('site') ?? '') : null;
        const verdict = await access.allows(c.req.raw.headers, site, rule.permission);
        const refusal = REFUSALS[verdict];
        return refusal === undefined ? next() : problem(refusal);
      };
  }
}

/** Of a site that is there; whether it is, only those are told who may ask for it. */
function answering({ answer, ofSite }: Route, { registry }: MountDeps): Answering {
  if (ofSite === undefined) return answer;
  return async (c) => {
    const site = await registry.site(c.req.param('site') ?? '');
    return site === undefined ? problem('unknown_site') : ofSite(c, site);
  };
}

/** In the order given: a path with a wildcard comes last. */
export function mount(app: Hono, routes: readonly Route[], deps: MountDeps): void {
  const methods = new Map<string, string[]>();
  for (const route of routes) {
    const { method, path, around = [], body } = route;
    const guard = permit(route.rule, deps);
    const handlers = [
      ...around,
      ...(guard === null ? [] : [guard]),
      ...(body === undefined ? [] : [limitBody(body.maxBytes ?? DEFAULT_MAX_BYTES)]),
    ];
    app.on(method.toUpperCase(), [path], ...handlers, answering(route, deps));
    methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase()]);
  }
  for (const [path, allowed] of methods) {
    if (path.endsWith('*')) continue;
    app.all(path, () => problem('wrong_method', { allow: allowed }));
  }
}
