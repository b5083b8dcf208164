/**
 * `npm start`: everything a newcomer needs to look at. Builds what changed, imports the demo history once, then runs
 * the collector with its dashboard and the example storefront until it is told to stop.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serveStorefront } from '../examples/storefront/src/index.ts';
import {
  type Config,
  openAccounts,
  openCore,
  readConfig,
  startCollector,
} from '../packages/collector/src/index.ts';
import { buildAll } from './build.ts';
import { demoHistories, importDemo } from './demo.ts';
import { ROOT } from './run.ts';

const CLOCK = { now: () => Date.now() };
const EMAIL = 'demo@holloway.example';
/** Where the real data is looked for: a folder beside the repository, unless the environment says otherwise. */
const ESHOP_FOLDER = process.env.HOLLOWAY_ESHOP2008 ?? path.join(ROOT, '../shared/data/eshop2008');

interface Demo {
  readonly collector: string;
  readonly storefront: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string;
  readonly sites: readonly string[];
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** One line that is replaced where somebody watches, and a line every few seconds where nobody does. */
function progressLine(): (line: string) => void {
  let last = 0;
  return (line) => {
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K  ${line}`);
    else if (CLOCK.now() - last > 3000) {
      last = CLOCK.now();
      say(`  ${line}`);
    }
  };
}

/** Signs the demo in with a password and key made at first start; later starts read them from where they were written. */
async function demoAccess(
  config: Config,
  file: string,
): Promise<Pick<Demo, 'email' | 'password' | 'apiKey'>> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Demo;
  const accounts = await openAccounts(
    config.dataFolder,
    `http://${config.host}:${config.port}`,
    () => undefined,
  );
  try {
    const password = randomBytes(12).toString('base64url');
    if ((await accounts.listUsers()).some(({ email }) => email === EMAIL))
      await accounts.setPassword(EMAIL, password);
    else await accounts.addUser({ email: EMAIL, password, name: 'Demo', role: 'owner' });
    const apiKey = await accounts.addKey({ name: 'demo', permissions: ['read', 'import'], sites: 'all' });
    return { email: EMAIL, password, apiKey };
  } finally {
    accounts.close();
  }
}

async function start(): Promise<void> {
  const config = readConfig({
    ...process.env,
    HOLLOWAY_DATA: process.env.HOLLOWAY_DATA ?? path.join(ROOT, 'var'),
  });
  const storefrontPort = Number(process.env.STOREFRONT_PORT ?? 8788);
  if (!Number.isInteger(storefrontPort) || storefrontPort < 0 || storefrontPort > 65_535) {
    throw new Error('STOREFRONT_PORT must be a whole number from 0 to 65535');
  }
  const demoFile = path.join(config.dataFolder, 'demo.json');

  say('1/3 Building the SDK and the dashboard');
  await buildAll({ log: (line) => say(`  ${line}`) });

  say('2/3 Importing what there is to look at, the first time only');
  const core = await openCore(config.dataFolder, CLOCK);
  try {
    for (const history of await demoHistories(core, ESHOP_FOLDER, CLOCK.now(), say)) {
      await importDemo(core, history, path.join(config.dataFolder, 'demo-histories.json'), {
        say,
        progress: progressLine(),
      });
    }
  } finally {
    await core.close();
  }
  const access = await demoAccess(config, demoFile);

  say('3/3 Starting');
  const collector = await startCollector(config, {
    clock: CLOCK,
    report: (error) =>
      say(`collector: ${error instanceof Error ? error.name : 'an error'} that nobody foresaw`),
    warn: say,
  });
  const storefront = await serveStorefront({
    port: storefrontPort,
    host: config.host,
    collectorUrl: collector.url,
    site: 'storefront',
  });
  const sites = (await collector.core.registry.sites()).map(({ slug }) => slug);
  const demo: Demo = { ...access, collector: collector.url, storefront: storefront.url, sites };
  writeFileSync(demoFile, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });

  say(`
  Dashboard   ${demo.collector}
              sign in as ${demo.email} with ${demo.password}
  Storefront  ${demo.storefront}
              accept the banner, click about, and see your clicks in the dashboard, as today's
  Sites       ${sites.join(', ')}
  Ctrl-C ends it; what is in ${path.relative(process.cwd(), config.dataFolder) || '.'} is there the next time.
`);

  const stop = async (): Promise<void> => {
    await storefront.close();
    await collector.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

try {
  await start();
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const message = taken
    ? 'PORT or STOREFRONT_PORT is taken by another program; set other ones'
    : error instanceof Error
      ? error.message
      : String(error);
  process.stderr.write(`holloway: ${message}\n`);
  process.exit(1);
}
