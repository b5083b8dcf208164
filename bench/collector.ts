/** The collector that is measured: as it is, without limits of rate, with one shop, on a folder that is thrown away. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Clock,
  type openSite,
  type RunningCollector,
  readConfig,
  startCollector,
} from '@holloway/collector';
import { ORIGIN } from './ingest/load.ts';
import { SITE } from './traffic/visits.ts';

/** To be removed by whoever asks for it. */
export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'holloway-bench-'));

/** Settings of a shop whose pages are at `ORIGIN`. */
export const shopNamed = (slug: string) =>
  ({
    slug,
    name: slug,
    kind: 'live',
    k: 10,
    timeZone: 'UTC',
    currency: 'EUR',
    origins: [ORIGIN],
    routes: [],
    provenance: null,
  }) satisfies Parameters<typeof openSite>[1];

export const BENCH_SHOP = shopNamed(SITE);

/** The load comes from one machine: the networks of its visitors stand in a header. */
export const NETWORKS_IN_HEADERS = { HOLLOWAY_TRUST_PROXY: '1' };

interface Started {
  /** Settings beside those that every benchmark has, or in their place. */
  readonly env?: { readonly [name: string]: string };
  readonly clock?: Clock;
}

/** On a port that the system chooses. */
export const startOn = (
  folder: string,
  { env = {}, clock = { now: Date.now } }: Started = {},
): Promise<RunningCollector> =>
  startCollector(
    readConfig({
      PORT: '0',
      HOLLOWAY_DATA: folder,
      HOLLOWAY_RATE_PER_NETWORK: '0',
      HOLLOWAY_RATE_PER_SITE: '0',
      ...env,
    }),
    {
      clock,
      report: (error) => console.error(error),
      warn: (message) => console.error(message),
    },
  );
