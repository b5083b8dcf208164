/** The HTTP surface on a test's core, asked without a socket; whom it trusts is made up. */
import { PERMISSIONS } from '@holloway/protocol';
import type { Hono } from 'hono';
import { type Access, type Caller, createOverlayCodes } from '../src/access/access.ts';
import { createReadings } from '../src/catalogue/readings.ts';
import { createApp } from '../src/http/app.ts';
import type { Assets } from '../src/http/assets.ts';
import type { DigestRoutesDeps } from '../src/http/digest-routes.ts';
import type { ReadingLimits } from '../src/http/limit-reading.ts';
import { createMetrics } from '../src/http/metrics.ts';
import { createAnonymiser } from '../src/ingest/anonymise.ts';
import { createCollect, mayEmbed } from '../src/ingest/collect.ts';
import { createDropCounter } from '../src/ingest/drops.ts';
import { createLimiter } from '../src/ingest/limit.ts';
import { createPost, type Mailer } from '../src/mail/mailer.ts';
import type { TestCore } from './core.ts';

const unasked = (): never => {
  throw new Error('no test asks for this');
};

/** `Bearer owner` may do everything on every site; `Bearer reader` reads the site `shop`; everybody else is nobody. */
const CALLERS: ReadonlyMap<string | null, Caller> = new Map<string, Caller>([
  [
    'Bearer owner',
    { kind: 'key', id: '1', name: 'owner', grant: { permissions: PERMISSIONS, sites: 'all' } },
  ],
  [
    'Bearer reader',
    { kind: 'key', id: '2', name: 'reader', grant: { permissions: ['read'], sites: ['shop'] } },
  ],
]);

export const ACCESS: Access = {
  handler: async () => new Response('signed in'),
  caller: async (headers) => CALLERS.get(headers.get('authorization')) ?? null,
  readerOf: unasked,
  fromDashboard: () => true,
  singleSignOn: null,
  openFirstRun: unasked,
  isFirstRun: async () => false,
  makeFirstAccount: unasked,
  user: unasked,
  userNamed: unasked,
  people: async () => [],
  listUsers: async () => [],
  addUser: unasked,
  invite: unasked,
  makeLink: unasked,
  changeUser: unasked,
  setPassword: unasked,
  dropSecondFactor: unasked,
  removeUser: unasked,
  sessions: unasked,
  endSession: unasked,
  endSessions: unasked,
  addKey: unasked,
  listKeys: unasked,
  revokeKey: unasked,
  addShare: unasked,
  listShares: async () => [],
  revokeShare: unasked,
  forgetSite: async () => ({ people: 0, keys: 0, revoked: 0, shares: 0 }),
  record: () => undefined,
  readLog: unasked,
  readChanges: () => [],
  tidy: unasked,
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

/**
 * @param lookUpCountry Of any address; without a socket there is none.
 * @param access Default: keys called as what they may do.
 * @param mailer Default: no mail is set up. What goes wrong with it is reported.
 * @param digest Default: none can be sent.
 * @param readingLimits Default: none.
 */
export function createTestApp(
  core: TestCore,
  assets: Assets = NO_ASSETS,
  lookUpCountry: () => string | null = () => 'DE',
  access: Access = ACCESS,
  mailer: Mailer | null = null,
  digest: Partial<DigestRoutesDeps['digest']> = {},
  readingLimits?: ReadingLimits,
): TestApp {
  const reported: unknown[] = [];
  const state = { accepting: true };
  let ids = 0;
  const drops = createDropCounter();
  const unlimited = createLimiter({ perSecond: 0, burst: 0 });
  const app = createApp({
    ...core,
    access,
    post: createPost(mailer, (message) => void reported.push(message)),
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
    ...(readingLimits === undefined ? {} : { readingLimits }),
    readings: createReadings({
      ...core,
      version: 'test',
      mayEmbed,
      wait: async () => undefined,
      report: (error) => reported.push(error),
    }),
    newId: () => `id-${++ids}`,
    codes: createOverlayCodes({ clock: core.clock, random: (bytes) => new Uint8Array(bytes).fill(++ids) }),
    audit: async () => null,
    digest: {
      tryOut: async () => ({}),
      hasMail: mailer !== null,
      isPrivateAllowed: false,
      newSecret: () => `secret-${++ids}`,
      ...digest,
    },
    assets,
    report: (error) => reported.push(error),
    accepting: () => state.accepting,
    metrics: createMetrics({
      drops: drops.totals,
      bytes: () => ({}),
      daysBehind: async () => new Map(),
      backlog: core.committer.backlog,
    }),
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
