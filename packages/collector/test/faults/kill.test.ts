/** A handful of the trials that `npm run bench -- trials` makes by the hundred, and collectors that do not pass them. */
import { describe, it } from 'vitest';
import { createBrowsers } from './browsers.ts';
import { temporaryData } from './data.ts';
import { type KillResult, type KillTrial, killTrials } from './kill.ts';
import { type MutantName, mutant } from './mutant.ts';
import { prepareFolder } from './serving.ts';

const NONE = { lost: 0, doubled: 0 };

const trial = (signal: NodeJS.Signals, thenMs: number): KillTrial => ({
  ...{ signal, thenMs },
  ...{ afterAnswers: 100, connections: 16 },
});

async function results(trials: readonly KillTrial[], fault?: MutantName): Promise<KillResult[]> {
  const folder = temporaryData();
  await prepareFolder(folder);
  const options = fault === undefined ? {} : { program: mutant(fault) };
  const all: KillResult[] = [];
  for await (const result of killTrials(folder, createBrowsers(), trials, options)) all.push(result);
  return all;
}

// Each on a folder of its own: most of the time passes while processes start.
describe.concurrent('a collector under load', { timeout: 240_000 }, () => {
  it('that is killed, or told to stop, has counted what it acknowledged, and counts the rest once when it is sent again', async ({
    expect,
  }) => {
    const trials = [trial('SIGKILL', 0), trial('SIGTERM', 5), trial('SIGKILL', 50), trial('SIGTERM', 100)];
    const all = await results(trials);
    expect(all).toHaveLength(4);
    for (const { found, resent } of all) {
      expect(found).toMatchObject(NONE);
      expect(resent).toMatchObject(NONE);
    }
    expect(all.at(-1)?.resent.acknowledged).toBeGreaterThan(400);
  });

  it('that answered before it committed is found out: batches are lost', async ({ expect }) => {
    const [result] = await results([trial('SIGKILL', 0)], 'answersFirst');
    expect(result?.found.lost).toBeGreaterThan(0);
  });

  it('that did not know a nonce again is found out: batches count twice', async ({ expect }) => {
    const [result] = await results([trial('SIGKILL', 0)], 'forgetsNonces');
    expect(result?.found).toMatchObject(NONE);
    expect(result?.resent.doubled).toBeGreaterThan(0);
  });
});
