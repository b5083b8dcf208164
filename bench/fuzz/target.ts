/** The collector that is asked: as it is, on a folder that is thrown away, with people and keys that may do everything. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSite, type RunningCollector, readConfig, startCollector } from '@holloway/collector';
import type { Credentials, Description } from './requests.ts';

const PASSWORD = 'a sunken lane worn by many';
const PEOPLE = { owner: 'owner@fuzz.example', throwaway: 'throwaway@fuzz.example' };

/** Told too where an answer had begun: an export that is not whole breaks off, since its head is sent already. */
export const isForeseen = (error: unknown): boolean =>
  error instanceof Error && error.name === 'StoreUnavailableError';

export interface Target {
  readonly collector: RunningCollector;
  readonly description: Description;
  /** Errors that nobody foresaw. */
  readonly unforeseen: unknown[];
  /** Whom it lets in at this moment: sessions end by what is asked. */
  signIn(): Promise<{ readonly credentials: Credentials; readonly throwaway: Credentials }>;
  stop(): Promise<void>;
}

async function addSites({ core }: RunningCollector): Promise<void> {
  const site = {
    name: 'Shop',
    k: 3,
    timeZone: 'UTC',
    currency: 'EUR',
    origins: ['https://shop.example'],
    routes: [],
    provenance: null,
  };
  const pages = ['/', '/a', '/b', '/c/kettles'].map((text) => ({ kind: 'page', text }) as const);
  await openSite(core, { ...site, slug: 'shop', kind: 'live' }, pages);
  await openSite(core, { ...site, slug: 'local', kind: 'test', k: 1, origins: [] }, pages);
  await openSite(core, { ...site, slug: 'old', kind: 'archive', origins: [], provenance: 'Old.' }, []);
}

export async function openTarget(): Promise<Target> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'holloway-fuzz-'));
  const unforeseen: unknown[] = [];
  const collector = await startCollector(
    readConfig({
      PORT: '0',
      HOLLOWAY_DATA: dataFolder,
      // What is tried is what lies behind the limits; they have tests of their own.
      HOLLOWAY_RATE_PER_NETWORK: '0',
      HOLLOWAY_RATE_PER_SITE: '0',
      HOLLOWAY_BATCHES_PER_DAY: '0',
      HOLLOWAY_CELLS_PER_DAY: '200000',
    }),
    {
      clock: { now: Date.now },
      report: (error) => isForeseen(error) || unforeseen.push(error),
      warn: () => undefined,
    },
  );
  const { access } = collector;
  await addSites(collector);
  for (const [role, email] of [
    ['owner', PEOPLE.owner],
    ['analyst', PEOPLE.throwaway],
  ] as const) {
    await access.addUser({ email, password: PASSWORD, role, sites: 'all' });
  }
  const keys = await Promise.all(
    (['read', 'import', 'metrics'] as const).map(async (permission) => ({
      authorization: `Bearer ${await access.addKey({ name: `to ${permission}`, permissions: [permission], sites: 'all' })}`,
    })),
  );
  let networks = 0;
  const cookieOf = async (email: string): Promise<string> => {
    const response = await collector.fetch(
      new Request(`${collector.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: collector.url },
        body: JSON.stringify({ email, password: PASSWORD }),
      }),
      // From a network of its own: attempts are limited.
      { incoming: { socket: { remoteAddress: `172.16.${networks++ % 256}.1` } } },
    );
    if (response.status !== 200) throw new Error(`signing in is answered ${response.status}`);
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0])
      .join('; ');
  };
  const described = await collector.fetch(new Request(`${collector.url}/openapi.json`));
  return {
    collector,
    description: (await described.json()) as Description,
    unforeseen,
    async signIn() {
      const session = { cookie: await cookieOf(PEOPLE.owner), origin: collector.url };
      const throwaway = { cookie: await cookieOf(PEOPLE.throwaway), origin: collector.url };
      return { credentials: [session, {}, {}, ...keys], throwaway: [throwaway, {}] };
    },
    async stop() {
      await collector.stop();
      rmSync(dataFolder, { recursive: true });
    },
  };
}
