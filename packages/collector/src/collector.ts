/** Puts the server round the core: where randomness, files and network become real. */
import { randomBytes } from 'node:crypto';
import { uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Access, type AccessDeps, createOverlayCodes, loadSecret, openAccess } from './access/access.ts';
import { createAudits } from './audit/audit-beside.ts';
import { createReadings } from './catalogue/readings.ts';
import type { Config } from './config.ts';
import { openOldSites } from './consent/open-site.ts';
import { type Clock, type Core, databaseIn, openCore, rest } from './core.ts';
import { createComposer } from './digest/digest-beside.ts';
import { createDigestJob, type DigestJob } from './digest/job.ts';
import { webhookFrom } from './digest/webhook-from.ts';
import { createApp } from './http/app.ts';
import { builtFolders, loadAssets } from './http/assets.ts';
import { closeServer } from './http/close-server.ts';
import { limitConnections, serverOptions } from './http/limit-connections.ts';
import { limitReading } from './http/limit-reading.ts';
import { createMetrics } from './http/metrics.ts';
import { createAnonymiser, createRelayCheck, createSocketNetworks } from './ingest/anonymise.ts';
import { createCollect, mayEmbed } from './ingest/collect.ts';
import { openCountries } from './ingest/country.ts';
import { createDropCounter } from './ingest/drops.ts';
import { both, createLimiter, type Limiter } from './ingest/limit.ts';
import { createPost } from './mail/mailer.ts';
import { createSmtpMailer } from './mail/smtp.ts';
import { daysBehind } from './site/days-behind.ts';
import { createHousekeeping } from './site/housekeeping.ts';
import { ROWS_IN_PLACE } from './store/closing.ts';
import { ACCOUNTS, assertWhole, makeFolder, SERVING } from './store/folder.ts';
import { holdFolder } from './store/lock.ts';
import { sizesOf } from './store/sizes.ts';
import { VERSION } from './version.ts';

const newId = (): string => randomBytes(12).toString('base64url');

const SEAL_EVERY_MS = 5 * 60_000;
const TIDY_EVERY_MS = 60 * 60_000;
const DIGEST_EVERY_MS = 5 * 60_000;
/** What is under way when it is told to stop; whatever is not written down by then is sent again. */
const DIGEST_ENDS_WITHIN_MS = 8_000;
/** Of those that are open when it is told to stop; another collector waits for longer than this to take over. */
const CLOSE_CONNECTIONS_AFTER_MS = 8_000;
/** A burst is this many seconds' worth of a rate. */
const BURST_SECONDS = 10;
const SECONDS_A_DAY = 86_400;
/** A page loads so many files for one batch that it sends. */
const READS_PER_BATCH = 5;

/**
 * @param onError Told of failures that the asker only learns of as such.
 * @param more Default: the clock of the system, and no single sign-on.
 */
export const openAccounts = (
  dataFolder: string,
  url: string,
  onError: (error: unknown) => void,
  more: Partial<Pick<AccessDeps, 'clock' | 'singleSignOn' | 'rest' | 'linksTo' | 'onTrouble'>> = {},
): Promise<Access> =>
  openAccess({
    clock: { now: () => Date.now() },
    ...more,
    file: join(dataFolder, ACCOUNTS),
    setupFile: join(dataFolder, 'setup-code'),
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
  /** The file with the code for the first account; `null` where there is one. */
  readonly firstRun: string | null;
  /** Answers a request that came by another way than its own server. */
  readonly fetch: Hono['fetch'];
  /** Says that it is not ready, stops taking requests, answers those under way, commits what has gathered, closes the files. */
  stop(): Promise<void>;
}

/** @param secret For telling networks apart, where visitors come directly. */
const listen = (
  app: Hono,
  { port, host, trustProxy, relayKey }: Config,
  secret: Uint8Array,
): Promise<{ server: ServerType; port: number }> =>
  new Promise((resolve, reject) => {
    const isBehindProxy = trustProxy || relayKey !== null;
    const server = serve(
      { fetch: app.fetch, port, hostname: host, serverOptions: serverOptions(isBehindProxy) },
      (info) => resolve({ server, port: info.port }),
    );
    limitConnections(server, isBehindProxy ? null : createSocketNetworks(secret));
    server.once('error', reject);
  });

export interface CollectorDeps {
  readonly clock: Clock;
  /** Told of unforeseen errors; they never carry anything of a request. */
  readonly report: (error: unknown) => void;
  /** Told what an operator should mend, such as a missing country database. */
  readonly warn: (message: string) => void;
  /** Opens the data folder; default: as it is. */
  readonly open?: typeof openCore;
}

/** @returns Stops what comes round. */
function housekeep(core: Core, access: Access, digests: DigestJob, deps: CollectorDeps): () => void {
  const { seal, keep, tidy } = createHousekeeping({ ...core, ...deps, uptimeMs: () => uptime() * 1000 });
  void seal()
    .then(keep)
    .then(() => digests.run());
  const timers = [
    setInterval(() => void seal(), SEAL_EVERY_MS),
    setInterval(() => void keep(), TIDY_EVERY_MS),
    setInterval(() => void tidy(), TIDY_EVERY_MS),
    setInterval(() => void access.tidy(), TIDY_EVERY_MS),
    setInterval(() => void digests.run(), DIGEST_EVERY_MS),
  ];
  return () => timers.forEach(clearInterval);
}

/**
 * Rejects with a StoreUnusableError where the data folder is damaged, cannot be written, or is served by another
 * collector.
 */
export async function startCollector(config: Config, deps: CollectorDeps): Promise<RunningCollector> {
  makeFolder(config.dataFolder);
  const letGo = holdFolder(join(config.dataFolder, SERVING));
  try {
    assertWhole(config.dataFolder);
    const running = await serveFolder(config, deps);
    return { ...running, stop: () => running.stop().finally(letGo) };
  } catch (error) {
    letGo();
    throw error;
  }
}

async function serveFolder(config: Config, deps: CollectorDeps): Promise<RunningCollector> {
  const { clock, report, warn, open = openCore } = deps;
  const core = await open(config.dataFolder, clock, {
    cellsADay: config.cellsPerDay,
    rowsInPlace: ROWS_IN_PLACE,
    onFull: (site) => void tellFullDay(site),
  });
  const tellFullDay = async (id: number): Promise<void> => {
    const site = (await core.registry.sites()).find((each) => each.id === id);
    warn(
      `${site?.slug ?? 'a site'} has as many different counts today as HOLLOWAY_CELLS_PER_DAY lets it: new ones are counted under (other)`,
    );
  };
  core.committer.watch((failure) =>
    warn(
      failure === null
        ? 'batches are counted again'
        : `batches are turned away, to be sent again, until they can be written: ${failure.message}`,
    ),
  );
  const reachedOn = (port: number): string => config.url ?? `http://${config.host}:${port}`;
  // Where PORT is 0 it is known once somebody listens, which is before anybody asks for a link.
  let url = reachedOn(config.port);
  const access = await openAccounts(config.dataFolder, url, report, {
    clock,
    rest,
    linksTo: () => url,
    onTrouble: (trouble) =>
      warn(
        trouble === null
          ? 'what staff look at is written down again'
          : `what staff look at is not written down, until it can be: ${trouble}`,
      ),
    ...(config.singleSignOn === null ? {} : { singleSignOn: config.singleSignOn }),
  });
  const firstRun = await access.openFirstRun();
  for (const { slug } of await openOldSites(core)) {
    warn(
      `what visitors of ${slug} agreed to is not what is said or counted now: see holloway statement publish ${slug} --dry-run`,
    );
  }
  const relay = config.relayKey ? { isRelay: createRelayCheck(config.relayKey) } : {};
  const limiter = (perSecond: number) => createLimiter({ perSecond, burst: perSecond * BURST_SECONDS });
  const whereNetworksAreKnown = (limit: Limiter): Limiter => (config.relayKey ? whereKnown(limit) : limit);
  const limitDay = createLimiter({
    perSecond: config.batchesPerDay / SECONDS_A_DAY,
    burst: config.batchesPerDay,
  });
  const secret = randomBytes(32);
  const anonymise = createAnonymiser({
    trustProxy: config.trustProxy,
    ...relay,
    lookUpCountry: openCountries({ warn }),
    secret,
  });
  const mailer = config.mail === null ? null : createSmtpMailer(config.mail);
  const digests = createDigestJob({
    ...core,
    people: access.people,
    compose: createComposer(config.dataFolder),
    mailer,
    post: webhookFrom(config, clock),
    url: config.url,
    clock,
    newId,
    report,
    warn,
  });
  const readings = createReadings({
    ...core,
    version: VERSION,
    mayEmbed,
    wait: (ms, signal) => after(ms, undefined, { signal }).catch(() => undefined),
    report,
  });
  let accepting = true;
  const drops = createDropCounter();
  const app = createApp({
    ...core,
    ...relay,
    access,
    post: createPost(mailer, warn),
    clock,
    report,
    accepting: () => accepting,
    metrics: createMetrics({
      drops: drops.totals,
      bytes: () => sizesOf(databaseIn(config.dataFolder)),
      daysBehind: () => daysBehind(core.registry, clock.now()),
      backlog: core.committer.backlog,
    }),
    importing: core,
    readings,
    newId,
    codes: createOverlayCodes({ clock, random: randomBytes }),
    audit: createAudits(config.dataFolder),
    digest: {
      tryOut: digests.tryOut,
      hasMail: mailer !== null,
      isPrivateAllowed: config.webhookPrivate,
      newSecret: () => `hwd_${randomBytes(24).toString('base64url')}`,
    },
    assets: await loadAssets(builtFolders(dirname(fileURLToPath(import.meta.url)))),
    anonymise,
    ...(config.ratePerNetwork === 0
      ? {}
      : {
          readingLimits: limitReading({
            anonymise,
            limitNetwork: whereNetworksAreKnown(limiter(config.ratePerNetwork * READS_PER_BATCH)),
            isBusy: () => core.committer.backlog() > 0,
            clock,
          }),
        }),
    collect: createCollect({
      ...core,
      clock,
      limitNetwork: whereNetworksAreKnown(limiter(config.ratePerNetwork)),
      limitSite: both(limiter(config.ratePerSite), limitDay),
      countDrop: drops.count,
    }),
  });
  const { server, port } = await listen(app, config, secret);
  url = reachedOn(port);
  const stopHousekeeping = housekeep(core, access, digests, deps);
  return {
    url,
    core,
    access,
    firstRun,
    fetch: app.fetch,
    async stop() {
      accepting = false;
      stopHousekeeping();
      readings.stop();
      await Promise.all([
        closeServer(server, CLOSE_CONNECTIONS_AFTER_MS),
        Promise.race([digests.stop(), after(DIGEST_ENDS_WITHIN_MS, undefined, { ref: false })]),
      ]);
      await core.close();
      access.close();
    },
  };
}
