/**
 * Attack 5: one visit to an empty store, and somebody who has the disk and what went over the wire. The same steps in
 * another order are looked for: in the numbers, in the ids that names were given, in the places where they lie in file and
 * log, and in the order in which the browser told them. Steps from page to page, and where in the visit a category was, are
 * counted, so those are known; nothing else is.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeBatch, FACT_NAMES, type HistoricalBatch } from '@holloway/protocol';
import { describe, expect, it, vi } from 'vitest';
import { openSqliteStore } from '../../packages/collector/src/store/sqlite.ts';
import { createBrowser } from '../../packages/collector/test/browser.ts';
import { held } from '../../packages/collector/test/cells.ts';
import { assemble, contributionOf, TODAY } from '../../packages/collector/test/core.ts';
import { temporaryFolder } from '../../packages/collector/test/temporary.ts';
import { seededRandom } from '../support/random.ts';

/** From the same page to both of the others and back: each step is there once in either. */
const ONE = ['/a', '/bravo', '/a', '/charlie', '/a'] as const;
const OTHER = ['/a', '/charlie', '/a', '/bravo', '/a'] as const;
const TRIALS = 100;

/** As the visit was counted. */
const visitTo = (pages: readonly string[]): HistoricalBatch => ({
  ...createBrowser('a browser').visit(TODAY, pages),
  batch: 'AAAAAAAAAAA',
});
/** As it is sent. */
const sentOf = (batch: HistoricalBatch): HistoricalBatch => JSON.parse(encodeBatch(batch)) as HistoricalBatch;

/** A test site gives every name at once, and so in the order in which they come. */
async function visitInEmptyStore(pages: readonly string[], send = sentOf) {
  const folder = temporaryFolder();
  const file = join(folder, 'holloway.sqlite');
  const store = openSqliteStore(file);
  const core = await assemble(store);
  const site = await core.addSite({ kind: 'test', k: 1, origins: [] });
  const { increments, ...given } = send(visitTo(pages));
  await core.commit(contributionOf(site, increments, given));
  const numbers = await Promise.all(FACT_NAMES.map(async (fact) => [fact, await held(core, site, fact)]));
  const terms = await store.terms(site.id);
  const log = readFileSync(`${file}-wal`);
  await store.close();
  return { numbers, terms, log, bytes: readFileSync(file) };
}
type Disk = Awaited<ReturnType<typeof visitInEmptyStore>>;

const idOf = ({ terms }: Disk, page: string): number => terms.find(({ text }) => text === page)?.id ?? 0;

/** What a thief may go by: the page that comes first by it was seen first. */
const GUESSES: { readonly [by: string]: (disk: Disk) => boolean } = {
  'the ids of names': (disk) => idOf(disk, '/bravo') < idOf(disk, '/charlie'),
  'their places in the file': ({ bytes }) => bytes.indexOf('/bravo') < bytes.indexOf('/charlie'),
  'their places in the log': ({ log }) => log.lastIndexOf('/bravo') < log.lastIndexOf('/charlie'),
};

/** @returns By each, how often the thief is right. */
async function rightBy(random: () => number, send = sentOf): Promise<{ readonly [by: string]: number }> {
  const draws = vi.spyOn(Math, 'random').mockImplementation(random);
  const right = Object.fromEntries(Object.keys(GUESSES).map((by) => [by, 0]));
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const isOne = trial % 2 === 0;
    const disk = await visitInEmptyStore(isOne ? ONE : OTHER, send);
    for (const [by, guess] of Object.entries(GUESSES))
      if (guess(disk) === isOne) right[by] = (right[by] ?? 0) + 1;
  }
  draws.mockRestore();
  return right;
}

describe('the order of a visit', { timeout: 120_000 }, () => {
  it('makes no difference to any number', async () => {
    const [one, other] = [await visitInEmptyStore(ONE), await visitInEmptyStore(OTHER)];
    expect(other.numbers).toEqual(one.numbers);
    expect(JSON.stringify(one.numbers)).toContain('/a > /bravo');
  });

  it('makes no difference on the wire, and would without the sorting', () => {
    expect(encodeBatch(visitTo(OTHER))).toBe(encodeBatch(visitTo(ONE)));
    expect(JSON.stringify(visitTo(OTHER))).not.toBe(JSON.stringify(visitTo(ONE)));
  });

  it('is guessed from the disk as often as from a coin', async () => {
    for (const [by, right] of Object.entries(await rightBy(seededRandom(5)))) {
      // A coin is off by more than this once in a thousand times; the draws are the same in every run.
      expect(Math.abs(right - TRIALS / 2), by).toBeLessThan(17);
    }
  });

  it('would be read from ids that are counted up, and from places in the file, of what is sent unsorted', async () => {
    let last = 0;
    const countingUp = (): number => {
      last += 1e-4;
      return last % 1;
    };
    const right = await rightBy(countingUp, (batch) => batch);
    // SQLite fills a page from its end.
    expect(right).toMatchObject({ 'the ids of names': TRIALS, 'their places in the file': 0 });
  });
});
