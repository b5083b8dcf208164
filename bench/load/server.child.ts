/** The collector under load: as it is but for the rates, since the load comes from one machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSite, readConfig, startCollector } from '@holloway/collector';
import { answer } from '../child.ts';
import { INGEST_SHOP, ORIGIN } from '../ingest/load.ts';
import { catalogueOf } from '../traffic/shop.ts';
import { SITE } from '../traffic/visits.ts';
import { memory } from './heap.ts';
import type { Memory, Served, ServerQuestion } from './server.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'holloway-bench-'));
const collector = await startCollector(
  readConfig({
    PORT: '0',
    HOLLOWAY_DATA: dataFolder,
    // The networks of the visitors stand in a header.
    HOLLOWAY_TRUST_PROXY: '1',
    // So high that nobody meets it; none at all would let reports be asked without limits.
    HOLLOWAY_RATE_PER_NETWORK: '1000000',
    HOLLOWAY_RATE_PER_SITE: '0',
    HOLLOWAY_BATCHES_PER_DAY: '0',
  }),
  {
    clock: { now: Date.now },
    report: (error) => console.error(error),
    warn: (message) => console.error(message),
  },
);
await openSite(
  collector.core,
  {
    slug: SITE,
    name: SITE,
    kind: 'live',
    k: 10,
    timeZone: 'UTC',
    currency: 'EUR',
    origins: [ORIGIN],
    routes: [],
    provenance: null,
  },
  catalogueOf(INGEST_SHOP),
);
const key = await collector.access.addKey({ name: 'bench', sites: [SITE], permissions: ['read'] });

answer<ServerQuestion, Served | Memory>(
  (question) => (question === 'memory' ? memory() : { url: collector.url, key }),
  async () => {
    await collector.stop();
    rmSync(dataFolder, { recursive: true });
  },
);
