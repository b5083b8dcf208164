/** The collector under load: as it is but for the rates, since the load comes from one machine. */
import { rmSync } from 'node:fs';
import { openSite } from '@holloway/collector';
import { answer } from '../child.ts';
import { BENCH_SHOP, makeFolder, NETWORKS_IN_HEADERS, startOn } from '../collector.ts';
import { INGEST_SHOP } from '../ingest/load.ts';
import { catalogueOf } from '../traffic/shop.ts';
import { SITE } from '../traffic/visits.ts';
import { memory } from './heap.ts';
import type { Memory, Served, ServerQuestion } from './server.ts';

const folder = makeFolder();
const collector = await startOn(folder, {
  env: {
    ...NETWORKS_IN_HEADERS,
    // So high that nobody meets it; none at all would let reports be asked without limits.
    HOLLOWAY_RATE_PER_NETWORK: '1000000',
    HOLLOWAY_BATCHES_PER_DAY: '0',
  },
});
await openSite(collector.core, BENCH_SHOP, catalogueOf(INGEST_SHOP));
const key = await collector.access.addKey({ name: 'bench', sites: [SITE], permissions: ['read'] });

answer<ServerQuestion, Served | Memory>(
  (question) => (question === 'memory' ? memory() : { url: collector.url, key }),
  async () => {
    await collector.stop();
    rmSync(folder, { recursive: true });
  },
);
