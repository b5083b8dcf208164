/** The server that is measured: the collector as it is, without rate limits, on a data folder that is thrown away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSite, readConfig, startCollector } from '@holloway/collector';
import { answer } from '../child.ts';
import { catalogueOf } from '../traffic/shop.ts';
import { SITE } from '../traffic/visits.ts';
import { INGEST_SHOP, ORIGIN } from './load.ts';
import { type ServerQuestion, serverAnswer } from './server.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'holloway-bench-'));
const collector = await startCollector(
  readConfig({
    PORT: '0',
    HOLLOWAY_DATA: dataFolder,
    // The load comes from one machine; the networks of its visitors stand in a header.
    HOLLOWAY_TRUST_PROXY: '1',
    HOLLOWAY_RATE_PER_NETWORK: '0',
    HOLLOWAY_RATE_PER_SITE: '0',
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

answer(
  (question: ServerQuestion) => serverAnswer(question, collector.url),
  async () => {
    await collector.stop();
    rmSync(dataFolder, { recursive: true });
  },
);
