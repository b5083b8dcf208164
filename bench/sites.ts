/**
 * A thousand sites in one collector, one of them with a hundred thousand products: how long it takes to start, and how
 * long a collector that serves is held up where another process changes a site or declares a catalogue.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openCore, openSite, type RunningCollector, readConfig, startCollector } from '@holloway/collector';
import { dayAt } from '@holloway/protocol';
import { type Figure, rounded } from './figure.ts';
import { ORIGIN } from './ingest/load.ts';
import { seededRandom } from './traffic/random.ts';
import { createVisits, SITE } from './traffic/visits.ts';

const SHOP = { pages: 2_000, categories: 40 };
const SEED = 11;
const NS_PER_MS = 1e6;
const US_PER_MS = 1e3;
const ROUNDS = 3;
/** One visit after another, as of a site of some millions of pageviews a month. */
const PAUSE_MS = 20;
const SLOWEST_START_MS = 5_000;
const LONGEST_STOP_MS = 100;
const SLOWEST_ANSWER_MS = 500;

const run = promisify(execFile);
const MAIN = join(dirname(fileURLToPath(import.meta.resolve('@holloway/collector'))), 'cli/main.ts');

const siteNamed = (slug: string) => ({
  slug,
  name: `Shop ${slug}`,
  kind: 'live' as const,
  k: 10,
  timeZone: 'UTC',
  currency: 'EUR',
  origins: [ORIGIN],
  routes: [],
  provenance: null,
});

async function registerSites(folder: string, sites: number): Promise<number> {
  const core = await openCore(folder, { now: Date.now });
  const begun = performance.now();
  for (let i = 0; i < sites; i += 1) await openSite(core, siteNamed(i === 0 ? SITE : `shop-${i}`));
  await core.close();
  return (performance.now() - begun) / sites;
}

const start = (folder: string): Promise<RunningCollector> =>
  startCollector(
    readConfig({
      PORT: '0',
      HOLLOWAY_DATA: folder,
      HOLLOWAY_RATE_PER_NETWORK: '0',
      HOLLOWAY_RATE_PER_SITE: '0',
    }),
    { clock: { now: Date.now }, report: (error) => console.error(error), warn: () => undefined },
  );

interface Held {
  /** How long nothing at all was answered, at the most. */
  readonly stopMs: number;
  /** How long the slowest visit waited for its answer. */
  readonly answerMs: number;
}

/** Visits come in as long as `work` goes on. */
async function whileServing({ url }: RunningCollector, work: () => Promise<unknown>): Promise<Held> {
  const next = createVisits(SHOP, dayAt(Date.now(), 'UTC'), 'brief', seededRandom(SEED));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let answerMs = 0;
  let isDone = false;
  delay.enable();
  const done = work().finally(() => {
    isDone = true;
  });
  while (!isDone) {
    const begun = performance.now();
    const answer = await fetch(`${url}/v1/collect`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'text/plain' },
      body: JSON.stringify(next()),
    });
    if (answer.status !== 204) throw new Error(`a visit was answered with ${answer.status}`);
    answerMs = Math.max(answerMs, performance.now() - begun);
    await setTimeout(PAUSE_MS);
  }
  delay.disable();
  await done;
  return { stopMs: delay.max / NS_PER_MS, answerMs };
}

/** Of several rounds, since whatever else the machine does holds a collector up too. */
function heldFigures(what: string, rounds: readonly Held[]): Figure[] {
  const figure = (name: string, each: readonly number[], budget: number): Figure => ({
    name: `${name} while another process ${what}`,
    value: Math.max(...each),
    lowest: Math.min(...each),
    unit: 'ms',
    budget,
    detail: `${rounds.length} rounds, the best ${rounded(Math.min(...each))} ms`,
  });
  const stops = rounds.map(({ stopMs }) => stopMs);
  const answers = rounds.map(({ answerMs }) => answerMs);
  return [
    figure('longest stop', stops, LONGEST_STOP_MS),
    figure('slowest answer', answers, SLOWEST_ANSWER_MS),
  ];
}

async function inRounds(round: (number: number) => Promise<Held>): Promise<Held[]> {
  const held: Held[] = [];
  for (let number = 0; number < ROUNDS; number += 1) held.push(await round(number));
  return held;
}

/** As much of the catalogue as is declared in one round. */
function catalogueFile(folder: string, round: number, products: number): string {
  const file = join(folder, 'catalogue.csv');
  const first = round * products;
  const rows = Array.from(
    { length: products },
    (_, i) => `product,SKU-${first + i},Product ${i},department-1`,
  );
  writeFileSync(file, ['kind,text,label,category', ...rows].join('\n'));
  return file;
}

export async function benchSites(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const [sites, products] = quick ? [100, 9_000] : [1_000, 99_000];
  const folder = mkdtempSync(join(tmpdir(), 'holloway-bench-'));
  try {
    say(`sites: registering ${sites} sites`);
    const addMs = await registerSites(folder, sites);
    say('sites: starting');
    const before = process.cpuUsage();
    const collector = await start(folder);
    const { user, system } = process.cpuUsage(before);
    const holloway = (...words: string[]) =>
      run(process.execPath, [MAIN, ...words], { env: { ...process.env, HOLLOWAY_DATA: folder } });
    try {
      say(`sites: declaring ${products} products while visits come in`);
      const declaring = await inRounds((round) => {
        const file = catalogueFile(folder, round, products / ROUNDS);
        return whileServing(collector, () => holloway('catalogue', 'import', SITE, file));
      });
      say('sites: changing a site while visits come in');
      const changing = await inRounds((round) =>
        whileServing(collector, () => holloway('site', 'set', 'shop-1', '--name', `Shop ${round}`)),
      );
      return [
        { name: 'adding a site, and publishing its statement', value: addMs, unit: 'ms' },
        {
          name: `start with ${sites} sites`,
          value: (user + system) / US_PER_MS,
          unit: 'ms CPU',
          budget: SLOWEST_START_MS,
        },
        ...heldFigures(`declares ${products} products`, declaring),
        ...heldFigures('changes one site of many', changing),
      ];
    } finally {
      await collector.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
