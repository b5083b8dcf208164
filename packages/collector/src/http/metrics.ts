/**
 * Figures of the process in the text format of Prometheus, for whoever runs the collector. What visitors send is told in
 * steps of ten and as quantiles of some minutes: exact counters, asked every few seconds, would be a record of single
 * requests. Names no site's numbers; those leave through the release alone.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry, Summary } from 'prom-client';
import type { DropTotals } from '../ingest/drops.ts';
import { VERSION } from '../version.ts';
import type { Route } from './route.ts';

const STEP = 10;
const QUANTILES = [0.5, 0.9, 0.99];
const WINDOW_SECONDS = 600;

export interface MetricsDeps {
  readonly drops: () => DropTotals;
  /** Bytes of each file of the store, by what it is. */
  readonly bytes: () => { readonly [file: string]: number };
  /** For each site that counts, for how many days it has not been sealed; 1 is yesterday, as it should be. */
  readonly daysBehind: () => Promise<ReadonlyMap<string, number>>;
  /** Contributions that wait to be written. */
  readonly backlog: () => number;
}

export interface Metrics {
  /** Told of every answer. @param seconds From the first byte of the head to the answer. */
  observe(route: Pick<Route, 'method' | 'path' | 'rule'>, status: number, seconds: number): void;
  text(): Promise<string>;
}

const inSteps = (value: number): number => Math.floor(value / STEP) * STEP;

function setCounter(counter: Counter, labels: { readonly [name: string]: string }, value: number): void {
  const stepped = inSteps(value);
  counter.inc(labels, stepped);
}

export function createMetrics({ drops, bytes, daysBehind, backlog }: MetricsDeps): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  new Gauge({
    name: 'holloway_info',
    help: 'Which version runs.',
    labelNames: ['version'],
    registers,
  }).set({ version: VERSION }, 1);

  const batches = new Map<number, number>();
  new Counter({
    name: 'holloway_batches_total',
    help: 'Answers to what browsers sent, by status, in steps of ten.',
    labelNames: ['status'],
    registers,
    collect() {
      this.reset();
      for (const [status, n] of batches) setCounter(this, { status: String(status) }, n);
    },
  });
  new Counter({
    name: 'holloway_dropped_total',
    help: 'Batches that were answered and not counted, by reason, in steps of ten.',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset();
      for (const [reason, n] of Object.entries(drops())) setCounter(this, { reason }, n);
    },
  });
  // Kept out of what is told: its sum and count would be exact.
  const collecting = new Summary({
    name: 'collect',
    help: 'collect',
    percentiles: QUANTILES,
    maxAgeSeconds: WINDOW_SECONDS,
    ageBuckets: 5,
    registers: [],
  });
  new Gauge({
    name: 'holloway_collect_seconds',
    help: 'How long an answer to a browser took over the last ten minutes.',
    labelNames: ['quantile'],
    registers,
    async collect() {
      for (const { labels, value } of (await collecting.get()).values) {
        if ('quantile' in labels) this.set({ quantile: String(labels.quantile) }, value);
      }
    },
  });
  const requests = new Histogram({
    name: 'holloway_request_seconds',
    help: 'How long answers took that are not to browsers of visitors.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  new Gauge({
    name: 'holloway_backlog',
    help: 'Batches that wait to be written.',
    registers,
    collect() {
      this.set(backlog());
    },
  });
  new Gauge({
    name: 'holloway_store_bytes',
    help: 'Size of the files of the store.',
    labelNames: ['file'],
    registers,
    collect() {
      for (const [file, size] of Object.entries(bytes())) this.set({ file }, size);
    },
  });
  new Gauge({
    name: 'holloway_sealed_days_ago',
    help: 'Days since the last sealed day of a site: 1 is as it should be, 2 in the two hours after midnight.',
    labelNames: ['site'],
    registers,
    async collect() {
      this.reset();
      for (const [site, days] of await daysBehind()) this.set({ site }, days);
    },
  });

  return {
    observe({ method, path, rule }, status, seconds) {
      if (rule.for !== 'visitors') {
        requests.observe({ method, route: path, status }, seconds);
      } else if (method === 'post') {
        batches.set(status, (batches.get(status) ?? 0) + 1);
        collecting.observe(seconds);
      }
    },
    text: () => registry.metrics(),
  };
}
