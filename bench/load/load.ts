/**
 * `npm run bench -- load`: ten minutes at 70 % of saturation, and a minute at three times of it. Whether answers stay quick
 * and memory flat, what an overload is answered, how soon it is over, and whether staff can read their reports meanwhile;
 * and what a flood can make a database and the memory weigh, at most.
 */
import { dayAt, encodeBatch } from '@holloway/protocol';
import { type Child, startChild } from '../child.ts';
import type { Figure } from '../figure.ts';
import { INGEST_SHOP, type Load, type LoadResult, ORIGIN } from '../ingest/load.ts';
import { percentile } from '../statistics.ts';
import { seededRandom } from '../traffic/random.ts';
import { createVisits, SITE } from '../traffic/visits.ts';
import { benchCeiling } from './ceiling.ts';
import { type Probed, startProbe, wellAgainAt } from './probe.ts';
import type { Memory, Served } from './server.ts';

const TIMES = {
  long: { cells: 2_000_000, minutes: 10, minuteSeconds: 60, overloadSeconds: 60, afterSeconds: 20 },
  quick: { cells: 100_000, minutes: 3, minuteSeconds: 5, overloadSeconds: 10, afterSeconds: 10 },
};
const SHARE_OF_SATURATION = 0.7;
const OVERLOAD = 3;
const CONNECTIONS = { saturation: 512, steady: 256, overload: 3_000 };
const BUDGET = {
  shortfall: 0.05,
  p99Ms: 500,
  recoverySeconds: 10,
  growth: 0.25,
  refusalP99Ms: 2_000,
  reportP95Ms: 2_000,
};
const PROBE_EVERY_MS = 50;
const REPORT_EVERY_MS = 1_000;
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';

interface Bench {
  readonly server: Child;
  readonly load: Child;
  readonly served: Served;
}

const send = ({ load, served }: Bench, given: Omit<Load, 'url' | 'measure'>): Promise<LoadResult> =>
  load.ask<LoadResult>({ url: served.url, measure: 'brief', ...given });

const memoryOf = ({ server }: Bench): Promise<Memory> => server.ask<Memory>('memory');

/** Batches of a visitor who is none of the load. */
function batchSender({ served }: Bench): () => Promise<number> {
  const next = createVisits(INGEST_SHOP, dayAt(Date.now(), 'UTC'), 'brief', seededRandom(1));
  return async () => {
    const response = await fetch(`${served.url}/v1/collect`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: ORIGIN, 'user-agent': AGENT },
      body: encodeBatch(next()),
    });
    await response.arrayBuffer();
    return response.status;
  };
}

const reportReader =
  ({ served }: Bench) =>
  async (): Promise<number> => {
    const response = await fetch(`${served.url}/v1/sites/${SITE}/reports/pages`, {
      headers: { authorization: `Bearer ${served.key}` },
    });
    await response.arrayBuffer();
    return response.status;
  };

const tookOf = (probed: readonly Probed[], isWanted: (status: number) => boolean): number[] =>
  probed.filter(({ status }) => isWanted(status)).map(({ tookMs }) => tookMs);

const statusesOf = (byStatus: LoadResult['byStatus']): string =>
  Object.entries(byStatus)
    .map(([status, n]) => `${status}: ${n.toLocaleString('en')}`)
    .join(', ');

async function steady(
  bench: Bench,
  rate: number,
  times: typeof TIMES.long,
  say: (line: string) => void,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  const memories: Memory[] = [];
  const reports = startProbe(reportReader(bench), REPORT_EVERY_MS);
  let worst = 0;
  let failed = 0;
  let counted = 0;
  for (let minute = 1; minute <= times.minutes; minute += 1) {
    const result = await send(bench, { connections: CONNECTIONS.steady, seconds: times.minuteSeconds, rate });
    const memory = await memoryOf(bench);
    memories.push(memory);
    worst = Math.max(worst, result.p99Ms);
    failed += result.failed;
    counted += result.batches / result.seconds / times.minutes;
    const { rssMb, heapMb } = memory;
    figures.push({
      name: `load, minute ${minute}: p99`,
      value: result.p99Ms,
      unit: 'ms',
      detail: `p50 ${result.p50Ms} ms, RSS ${rssMb.toFixed(0)} MB, heap ${heapMb.toFixed(0)} MB, ${statusesOf(result.byStatus)}`,
    });
    say(`load: minute ${minute}, p99 ${result.p99Ms} ms`);
  }
  await reports.stop();
  // By the third minute popular cells are there, code is compiled, and caches are as full as they get.
  const [settled, last] = [memories[Math.min(2, memories.length - 1)], memories.at(-1)];
  const grown = (of: (memory: Memory) => number): number =>
    settled === undefined || last === undefined ? Number.NaN : of(last) / of(settled) - 1;
  return [
    ...figures,
    { name: 'load: p99 of the worst minute', value: worst, unit: 'ms', budget: BUDGET.p99Ms },
    {
      name: 'load: less than was to be sent',
      value: 100 * (1 - counted / rate),
      unit: '%',
      budget: 100 * BUDGET.shortfall,
      detail: `${Math.round(counted)} of ${rate} a second`,
    },
    { name: 'load: batches that failed', value: failed, unit: '', budget: 0 },
    {
      name: 'load: RSS, since the third minute',
      value: 100 * grown(({ rssMb }) => rssMb),
      unit: '% more',
      budget: 100 * BUDGET.growth,
    },
    {
      name: 'load: heap, since the third minute',
      value: 100 * grown(({ heapMb }) => heapMb),
      unit: '% more',
      budget: 100 * BUDGET.growth,
    },
    {
      name: 'load: report pages meanwhile, p95',
      value: percentile(
        tookOf(reports.probed, (status) => status === 200),
        0.95,
      ),
      unit: 'ms',
      budget: BUDGET.reportP95Ms,
      detail: `${reports.probed.length} asked, ${reports.probed.filter(({ status }) => status !== 200).length} not answered`,
    },
  ];
}

async function overload(bench: Bench, saturation: number, times: typeof TIMES.long): Promise<Figure[]> {
  const batches = startProbe(batchSender(bench), PROBE_EVERY_MS);
  const reports = startProbe(reportReader(bench), REPORT_EVERY_MS);
  const rate = Math.round(saturation * OVERLOAD);
  const begun = performance.now();
  const result = await send(bench, {
    connections: CONNECTIONS.overload,
    seconds: times.overloadSeconds,
    rate,
  });
  // The earliest moment at which no more of it is sent: whatever is late then counts as not being well yet.
  const overMs = times.overloadSeconds * 1000;
  // What goes on afterwards is an ordinary day again.
  await send(bench, {
    connections: CONNECTIONS.steady,
    seconds: times.afterSeconds,
    rate: Math.round(saturation * SHARE_OF_SATURATION * SHARE_OF_SATURATION),
  });
  await Promise.all([batches.stop(), reports.stop()]);
  const lateMs = begun - batches.begun;
  const atOf = ({ atMs }: Probed): number => atMs - lateMs;
  const isDuring = (each: Probed): boolean => atOf(each) >= 0 && atOf(each) < overMs;
  const during = batches.probed.filter(isDuring);
  const read = reports.probed.filter(isDuring);
  const again = wellAgainAt(
    batches.probed
      .filter((each) => atOf(each) >= overMs)
      .map((each) => ({ ...each, atMs: atOf(each) - overMs })),
    { withinMs: BUDGET.p99Ms, forMs: 3_000, isWell: (status) => status === 204 },
  );
  const { rssMb, heapMb } = await memoryOf(bench);
  const answers = Object.values(result.byStatus).reduce((sum, n) => sum + n, 0);
  return [
    {
      name: `overload, ${rate} a second for ${times.overloadSeconds} s: answers`,
      value: answers / result.seconds,
      unit: 'a second',
      detail: statusesOf(result.byStatus),
    },
    {
      name: 'overload: a batch that is counted, p99',
      value: percentile(
        tookOf(during, (status) => status === 204),
        0.99,
      ),
      unit: 'ms',
      detail: `${during.filter(({ status }) => status === 204).length} of ${during.length}`,
    },
    {
      name: 'overload: a batch that is refused, p99',
      value: percentile([0, ...tookOf(during, (status) => status === 503 || status === 429)], 0.99),
      unit: 'ms',
      budget: BUDGET.refusalP99Ms,
      detail: `${during.filter(({ status }) => status === 503 || status === 429).length} refused, ${during.filter(({ status }) => status === 0).length} without an answer`,
    },
    {
      name: 'overload: report pages meanwhile, p95',
      value: percentile(
        tookOf(read, (status) => status === 200),
        0.95,
      ),
      unit: 'ms',
      detail: `${read.filter(({ status }) => status !== 200).length} of ${read.length} not answered`,
    },
    {
      name: 'overload: until p99 is below 500 ms again',
      value: again === null ? Number.POSITIVE_INFINITY : again / 1000,
      unit: 's',
      budget: BUDGET.recoverySeconds,
    },
    { name: 'overload: RSS afterwards', value: rssMb, unit: 'MB', detail: `heap ${heapMb.toFixed(0)} MB` },
  ];
}

export async function benchLoad(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const times = quick ? TIMES.quick : TIMES.long;
  const server = startChild(new URL('./server.child.ts', import.meta.url));
  const load = startChild(new URL('../ingest/load.child.ts', import.meta.url));
  const bench: Bench = { server, load, served: await server.ask<Served>('served') };
  try {
    const seconds = times.minuteSeconds / 4;
    await send(bench, { connections: CONNECTIONS.saturation, seconds, rate: null });
    const { batches, seconds: took } = await send(bench, {
      connections: CONNECTIONS.saturation,
      seconds,
      rate: null,
    });
    const saturation = batches / took;
    const rate = Math.round(saturation * SHARE_OF_SATURATION);
    say(
      `load: saturated at ${Math.round(saturation)} batches a second; ${rate} for ${times.minutes} minutes`,
    );
    return [
      { name: 'load: saturation', value: saturation, unit: 'batches a second' },
      ...(await steady(bench, rate, times, say)),
      ...(await overload(bench, saturation, times)),
      ...(await benchCeiling(times.cells, say)),
    ];
  } finally {
    await Promise.all([server.stop(), load.stop()]);
  }
}
