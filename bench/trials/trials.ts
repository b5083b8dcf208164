/**
 * `npm run bench -- trials`: collectors that are killed, told to stop, cut off from the power and left without room by the
 * hundred, and what became of every batch that they had acknowledged. A handful of it is in `npm test`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBrowsers } from '../../packages/collector/test/faults/browsers.ts';
import { type KillTrial, killTrials } from '../../packages/collector/test/faults/kill.ts';
import { type MutantName, mutant } from '../../packages/collector/test/faults/mutant.ts';
import { prepareFolder } from '../../packages/collector/test/faults/serving.ts';
import type { Figure } from '../figure.ts';
import { seededRandom } from '../traffic/random.ts';
import { canMount, fullDisk, readOnlyDisk } from './disks.ts';
import { powerCuts } from './power.ts';
import { foundOut, type Totals, tableOfTotals, totalsOf } from './totals.ts';

const SEED = 2026;
const LONGEST_AFTER_WARM_MS = 250;

/** At a moment of no particular kind: in the middle of gathering, writing, answering. */
function* trialsOf(count: number, signal: NodeJS.Signals, random: () => number): Generator<KillTrial> {
  for (let i = 0; i < count; i += 1) {
    yield {
      signal,
      afterAnswers: Math.floor(random() * 200),
      thenMs: Math.floor(random() * LONGEST_AFTER_WARM_MS),
      connections: random() < 0.5 ? 16 : 64,
    };
  }
}

async function ended(
  what: string,
  trials: readonly KillTrial[],
  say: (line: string) => void,
  fault?: MutantName,
): Promise<Totals> {
  const folder = mkdtempSync(join(tmpdir(), 'holloway-trials-'));
  try {
    await prepareFolder(folder);
    const totals = totalsOf(what);
    const options = fault === undefined ? {} : { program: mutant(fault) };
    for await (const result of killTrials(folder, createBrowsers(), trials, options)) {
      totals.add(result);
      if (totals.trials % 20 === 0) say(`trials: ${what}, ${totals.trials} of ${trials.length}`);
    }
    return totals;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function benchTrials(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const random = seededRandom(SEED);
  const times = (long: number, short: number): number => (quick ? short : long);
  const kills = [...trialsOf(times(200, 6), 'SIGKILL', random)];
  const stops = [...trialsOf(times(20, 2), 'SIGTERM', random)];
  const all: Totals[] = [
    await ended('kill -9 under load', kills, say),
    await ended('SIGTERM under load', stops, say),
  ];
  const mutants: Totals[] = [
    await ended('answers before it commits', kills.slice(0, 2), say, 'answersFirst'),
    await ended('does not know a nonce again', kills.slice(0, 2), say, 'forgetsNonces'),
  ];
  const figures: Figure[] = [];
  if (canMount()) {
    all.push(await powerCuts('power cut under load', times(20, 2), random, say));
    mutants.push(await powerCuts('never flushes, power cut', times(3, 1), random, say, 'neverFlushes'));
    all.push(await fullDisk('full disk under load', say, figures));
    await readOnlyDisk(say, figures);
  } else {
    say('trials: disks that are cut off, full or read-only are left out; they need the rights of root');
  }
  return [...all.flatMap(tableOfTotals), ...mutants.flatMap(foundOut), ...figures];
}
