/**
 * Ingest against its floor: CPU a batch of the collector and of a bare handler, in turns, under the same load, so that
 * whatever else the machine does falls on both.
 */
import { type Child, startChild } from '../child.ts';
import { type Figure, rounded } from '../figure.ts';
import { median } from '../statistics.ts';
import type { Measure } from '../traffic/visits.ts';
import type { Load, LoadResult } from './load.ts';

const CONNECTIONS = [64, 512];
/** At which a saturation rate is found. */
const MOST_CONNECTIONS = 512;
const SHARE_OF_SATURATION = 0.7;
const BUDGET = { ratio: 5, p99Ms: 500 };

interface Server {
  readonly child: Child;
  readonly url: string;
}

interface Round extends LoadResult {
  readonly cpuMicrosABatch: number;
}

interface Bench {
  readonly collector: Server;
  readonly bare: Server;
  readonly load: Child;
}

const open = async (script: string): Promise<Server> => {
  const child = startChild(new URL(script, import.meta.url));
  return { child, url: await child.ask<string>('url') };
};

async function round({ load }: Bench, { child, url }: Server, given: Omit<Load, 'url'>): Promise<Round> {
  const before = await child.ask<number>('cpu');
  const result = await load.ask<LoadResult>({ url, ...given });
  const after = await child.ask<number>('cpu');
  return { ...result, cpuMicrosABatch: (after - before) / result.batches };
}

interface Compared {
  readonly figures: readonly Figure[];
  readonly failed: number;
  readonly batchesASecond: number;
}

async function compare(
  bench: Bench,
  measure: Measure,
  connections: number,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Compared> {
  const collector: Round[] = [];
  const bare: Round[] = [];
  for (let i = 0; i < rounds; i += 1) {
    bare.push(await round(bench, bench.bare, { measure, connections, seconds, rate: null }));
    collector.push(await round(bench, bench.collector, { measure, connections, seconds, rate: null }));
  }
  const of = (name: string, unit: string, values: readonly number[], budget?: number): Figure => ({
    name: `ingest, ${measure} batch, ${connections} connections: ${name}`,
    value: median(values),
    lowest: Math.min(...values),
    detail: `${rounded(Math.min(...values))} to ${rounded(Math.max(...values))}`,
    unit,
    ...(budget === undefined ? {} : { budget }),
  });
  const pick = (servers: readonly Round[], value: (result: Round) => number): number[] => servers.map(value);
  const cpu = ({ cpuMicrosABatch }: Round): number => cpuMicrosABatch;
  const ratios = collector.map(
    (result, i) => result.cpuMicrosABatch / (bare[i]?.cpuMicrosABatch ?? Number.NaN),
  );
  const rate = pick(collector, ({ batches, seconds }) => batches / seconds);
  return {
    failed: [...collector, ...bare].reduce((sum, { failed }) => sum + failed, 0),
    batchesASecond: median(rate),
    figures: [
      of('CPU, times the bare handler', '', ratios, measure === 'brief' ? BUDGET.ratio : undefined),
      of('CPU of the collector', 'µs', pick(collector, cpu)),
      of('CPU of the bare handler', 'µs', pick(bare, cpu)),
      of('batches a second', '', rate),
      of(
        'p50',
        'ms',
        pick(collector, ({ p50Ms }) => p50Ms),
      ),
      of(
        'p99',
        'ms',
        pick(collector, ({ p99Ms }) => p99Ms),
      ),
    ],
  };
}

/** Until the hot code is compiled and the popular cells are there. */
async function warmUp(bench: Bench, measure: Measure, seconds: number): Promise<void> {
  for (const server of [bench.bare, bench.collector]) {
    await round(bench, server, { measure, connections: MOST_CONNECTIONS, seconds, rate: null });
  }
}

export async function benchIngest(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const bench: Bench = {
    collector: await open('./collector.child.ts'),
    bare: await open('./bare.child.ts'),
    load: startChild(new URL('./load.child.ts', import.meta.url)),
  };
  const times = quick ? { rounds: 2, seconds: 2 } : { rounds: 3, seconds: 4 };
  try {
    await warmUp(bench, 'brief', times.seconds * 2);
    const figures: Figure[] = [];
    let failed = 0;
    let saturation = 0;
    for (const [measure, connections] of [
      ...CONNECTIONS.map((count) => ['brief', count] as const),
      ['whole', MOST_CONNECTIONS] as const,
    ]) {
      say(`ingest: ${measure} batches over ${connections} connections`);
      const compared = await compare(bench, measure, connections, times);
      figures.push(...compared.figures);
      failed += compared.failed;
      if (measure === 'brief' && connections === MOST_CONNECTIONS) saturation = compared.batchesASecond;
    }
    const rate = Math.round(saturation * SHARE_OF_SATURATION);
    say(`ingest: ${rate} batches a second`);
    const steady = await round(bench, bench.collector, {
      measure: 'brief',
      connections: CONNECTIONS[0] ?? 1,
      seconds: times.seconds * 2,
      rate,
    });
    return [
      ...figures,
      {
        name: `ingest, brief batch, ${rate} a second (70 % of saturation): p99`,
        value: steady.p99Ms,
        unit: 'ms',
        budget: BUDGET.p99Ms,
      },
      { name: 'ingest: requests that failed', value: failed + steady.failed, unit: '', budget: 0 },
    ];
  } finally {
    await Promise.all([bench.collector.child.stop(), bench.bare.child.stop(), bench.load.stop()]);
  }
}
