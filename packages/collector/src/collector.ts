/** Puts the server round the core: where randomness, files and network become real. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Access, loadSecret, openAccess } from './access/access.ts';
import type { Config } from './config.ts';
import { openOldSites } from './consent/open-site.ts';
import { type Clock, type Core, openCore } from './core.ts';
import { createApp } from './http/app.ts';
import { loadAssets } from './http/assets.ts';
import { createAnonymiser, createRelayCheck } from './ingest/anonymise.ts';
import { createCollect } from './ingest/collect.ts';
import { openCountries } from './ingest/country.ts';
import { createDropCounter } from './ingest/drops.ts';
import { createLimiter, type Limiter } from './ingest/limit.ts';

const MS_PER_HOUR = 3_600_000;
const SEAL_EVERY_MS = 5 * 60_000;
const NONCE_HOURS = 25;
/** A burst is this many seconds' worth of a rate. */
const BURST_SECONDS = 10;

const SDK_FOLDER = fileURLToPath(new URL('../../sdk/dist', import.meta.url));
const DASHBOARD_FOLDER = fileURLToPath(new URL('../../dashboard/dist', import.meta.url));

/** @param onError Told of failures that the asker only learns of as such. */
export const openAccounts = (
  dataFolder: string,
  url: string,
  onError: (error: unknown) => void,
): Promise<Access> =>
  openAccess({
    file: join(dataFolder, 'access.sqlite'),
    baseUrl: url,
    secret: loadSecret(join(dataFolder, 'secret')),
    onError,
  });

/** A relay that tells of no network, but of countries alone, sends everybody as one; the site's limit holds for all. */
const whereKnown =
  (limit: Limiter): Limiter =>
  (network, nowMs) =>
    network === '' || limit(network, nowMs);

export interface RunningCollector {
  /** Where it listens. */
  readonly url: string;
  readonly core: Core;
  readonly access: Access;
  /** Stops taking requests, answers those under way, commits what has gathered, closes the files. */
  stop(): Promise<void>;
}

const listen = (app: Hono, { port, host }: Config): Promise<{ server: ServerType; port: number }> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, (info) =>
      resolve({ server, port: info.port }),
    );
    server.once('error', reject);
  });

/** Work that comes round: closing days, forgetting nonces, emptying the write-ahead log. */
function housekeep({ store, sealer }: Core, clock: Clock, report: (error: unknown) => void): () => void {
  const seal = (): void => void sealer.sealOver(clock.now()).catch(report);
  const tidy = async (): Promise<void> => {
    await store.purgeNonces(Math.floor(clock.now() / MS_PER_HOUR) - NONCE_HOURS);
    await store.truncateLog();
  };
  seal();
  const timers = [
    setInterval(seal, SEAL_EVERY_MS),
    setInterval(() => void tidy().catch(report), MS_PER_HOUR),
  ];
  return () => timers.forEach(clearInterval);
}

/**
 * @param deps.report Told of unforeseen errors; they never carry anything of a request.
 * @param deps.warn Told what an operator should mend, such as a missing country database.
 */
export async function startCollector(
  config: Config,
  {
    clock,
    report,
    warn,
  }: { clock: Clock; report: (error: unknown) => void; warn: (message: string) => void },
): Promise<RunningCollector> {
  const core = await openCore(config.dataFolder, clock);
  const access = await openAccounts(
    config.dataFolder,
    config.url ?? `http://${config.host}:${config.port}`,
    report,
  );
  for (const { slug } of await openOldSites(core)) {
    warn(
      `what visitors of ${slug} agreed to is not what is said or counted now: see holloway statement publish ${slug} --dry-run`,
    );
  }
  const limiter = (perSecond: number) => createLimiter({ perSecond, burst: perSecond * BURST_SECONDS });
  const limitNetwork = limiter(config.ratePerNetwork);
  const relay = config.relayKey ? { isRelay: createRelayCheck(config.relayKey) } : {};
  let accepting = true;
  const drops = createDropCounter();
  const app = createApp({
    ...core,
    ...relay,
    access,
    clock,
    report,
    accepting: () => accepting,
    drops: drops.totals,
    importing: core,
    assets: await loadAssets({ sdk: SDK_FOLDER, dashboard: DASHBOARD_FOLDER }),
    anonymise: createAnonymiser({
      trustProxy: config.trustProxy,
      ...relay,
      lookUpCountry: openCountries({ warn }),
      secret: randomBytes(32),
    }),
    collect: createCollect({
      ...core,
      clock,
      limitNetwork: config.relayKey ? whereKnown(limitNetwork) : limitNetwork,
      limitSite: limiter(config.ratePerSite),
      countDrop: drops.count,
    }),
  });
  const { server, port } = await listen(app, config);
  const stopHousekeeping = housekeep(core, clock, report);
  return {
    url: config.url ?? `http://${config.host}:${port}`,
    core,
    access,
    async stop() {
      accepting = false;
      stopHousekeeping();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await core.committer.drain();
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      await closed;
      await core.close();
      access.close();
    },
  };
}
