/** The HTTP surface on a test's core, asked without a socket; whom it trusts is made up. */
import type { Hono } from 'hono';
import type { Access } from '../src/access/access.ts';
import { createApp } from '../src/http/app.ts';
import type { Assets } from '../src/http/assets.ts';
import { createAnonymiser } from '../src/ingest/anonymise.ts';
import { createCollect } from '../src/ingest/collect.ts';
import { createDropCounter } from '../src/ingest/drops.ts';
import { createLimiter } from '../src/ingest/limit.ts';
import type { TestCore } from './core.ts';

const unasked = (): never => {
  throw new Error('no test asks for this');
};

/** `Bearer owner` reads every site and may import; `Bearer reader` reads the site `shop`; everybody else is nobody. */
const ACCESS: Access = {
  handler: async () => new Response('signed in'),
  async allows(headers, site, permission) {
    const who = headers.get('authorization');
    if (who === 'Bearer owner') return 'granted';
    if (who !== 'Bearer reader') return 'unauthenticated';
    return site === 'shop' && permission === 'read' ? 'granted' : 'forbidden';
  },
  async sites(headers) {
    const who = headers.get('authorization');
    return who === 'Bearer owner' ? 'all' : who === 'Bearer reader' ? ['shop'] : null;
  },
  addUser: unasked,
  setPassword: unasked,
  removeUser: unasked,
  listUsers: unasked,
  addKey: unasked,
  revokeKey: unasked,
  listKeys: unasked,
  close: () => undefined,
};

export interface TestApp {
  readonly app: Hono;
  /** Errors that nobody foresaw. */
  readonly reported: unknown[];
  /** For the test to change. */
  readonly state: { accepting: boolean };
  get(path: string, who?: 'owner' | 'reader' | 'nobody', headers?: Record<string, string>): Promise<Response>;
}

const NO_ASSETS: Assets = { sdk: null, sdkParts: new Map(), dashboard: new Map() };

/** @param lookUpCountry Of any address; without a socket there is none. */
export function createTestApp(
  core: TestCore,
  assets: Assets = NO_ASSETS,
  lookUpCountry: () => string | null = () => 'DE',
): TestApp {
  const reported: unknown[] = [];
  const state = { accepting: true };
  const drops = createDropCounter();
  const unlimited = createLimiter({ perSecond: 0, burst: 0 });
  const app = createApp({
    ...core,
    access: ACCESS,
    anonymise: createAnonymiser({
      trustProxy: false,
      lookUpCountry,
      secret: new Uint8Array(32),
    }),
    collect: createCollect({
      ...core,
      committer: {
        ...core.committer,
        // Written at once: the core of tests has no timers.
        async add(contribution) {
          const outcome = core.committer.add(contribution);
          await core.committer.drain();
          return outcome;
        },
      },
      limitNetwork: unlimited,
      limitSite: unlimited,
      countDrop: drops.count,
    }),
    importing: core,
    assets,
    report: (error) => reported.push(error),
    accepting: () => state.accepting,
    drops: drops.totals,
  });
  return {
    app,
    reported,
    state,
    get: async (path, who = 'owner', headers = {}) =>
      app.request(path, {
        headers: who === 'nobody' ? headers : { ...headers, authorization: `Bearer ${who}` },
      }),
  };
}
