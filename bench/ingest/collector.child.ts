/** The server that is measured: the collector as it is, without rate limits, on a data folder that is thrown away. */
import { rmSync } from 'node:fs';
import { openSite } from '@holloway/collector';
import { answer } from '../child.ts';
import { BENCH_SHOP, makeFolder, NETWORKS_IN_HEADERS, startOn } from '../collector.ts';
import { catalogueOf } from '../traffic/shop.ts';
import { INGEST_SHOP } from './load.ts';
import { type ServerQuestion, serverAnswer } from './server.ts';

const folder = makeFolder();
const collector = await startOn(folder, { env: NETWORKS_IN_HEADERS });
await openSite(collector.core, BENCH_SHOP, catalogueOf(INGEST_SHOP));

answer(
  (question: ServerQuestion) => serverAnswer(question, collector.url),
  async () => {
    await collector.stop();
    rmSync(folder, { recursive: true });
  },
);
