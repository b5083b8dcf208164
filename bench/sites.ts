/**
 * A thousand sites in one collector, one of them with a hundred thousand products: how long it takes to start, and how
 * long a collector that serves is held up where another process changes a site or declares a catalogue.
 */
import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openCore, openSite, type RunningCollector } from '@holloway/collector';
import { BENCH_SHOP, makeFolder, shopNamed, startOn } from './collector.ts';
import { type Figure, rounded } from './figure.ts';
import { SITE } from './traffic/visits.ts';
import { whileServing } from './while-serving.ts';

const SEED = 11;
const NS_PER_MS = 1e6;
const US_PER_MS = 1e3;
const ROUNDS = 3;
const SLOWEST_START_MS = 5_000;
const LONGEST_STOP_MS = 100;
const SLOWEST_ANSWER_MS = 500;

const run = promisify(execFile);
const MAIN = join(dirname(fileURLToPath(import.meta.resolve('@holloway/collector'))), 'cli/main.ts');

async function registerSites(folder: string, sites: number): Promise<number> {
  const core = await openCore(folder, { now: Date.now });
  const begun = performance.now();
  for (let i = 0; i < sites; i += 1) {
    const shop = i === 0 ? BENCH_SHOP : shopNamed(`shop-${i}`);
    await openSite(core, { ...shop, name: `Shop ${shop.slug}` });
  }
  await core.close();
  return (performance.now() - begun) / sites;
}

interface Held {
  /** How long nothing at all was answered, at the most. */
  readonly stopMs: number;
  /** How long the slowest visit waited for its answer. */
  readonly answerMs: number;
}

async function held({ url }: RunningCollector, work: () => Promise<unknown>): Promise<Held> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const { answerMs } = await whileServing(url, SEED, work);
  delay.disable();
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
  const rounds: Held[] = [];
  for (let number = 0; number < ROUNDS; number += 1) rounds.push(await round(number));
  return rounds;
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
  const folder = makeFolder();
  try {
    say(`sites: registering ${sites} sites`);
    const addMs = await registerSites(folder, sites);
    say('sites: starting');
    const before = process.cpuUsage();
    const collector = await startOn(folder);
    const { user, system } = process.cpuUsage(before);
    const holloway = (...words: string[]) =>
      run(process.execPath, [MAIN, ...words], { env: { ...process.env, HOLLOWAY_DATA: folder } });
    try {
      say(`sites: declaring ${products} products while visits come in`);
      const declaring = await inRounds((round) => {
        const file = catalogueFile(folder, round, products / ROUNDS);
        return held(collector, () => holloway('catalogue', 'import', SITE, file));
      });
      say('sites: changing a site while visits come in');
      const changing = await inRounds((round) =>
        held(collector, () => holloway('site', 'set', 'shop-1', '--name', `Shop ${round}`)),
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
