/** Every fact of the catalogue on its whole way: off the wire, past the gate, into a sealed row, out of the door. */
import {
  addDays,
  type DimensionValue,
  dayNumber,
  FACT_NAMES,
  type FactName,
  factOf,
  type Increment,
  OTHER,
} from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble, batchOf, type TestCore, TODAY } from '../../test/core.ts';
import { released, told } from '../../test/release.ts';
import { importHistory, parseImport } from '../ingest/import.ts';
import { openSqliteStore } from '../store/sqlite.ts';

const K = 10;
const YESTERDAY = addDays(TODAY, -1);

interface Counted {
  readonly dimensions: readonly DimensionValue[];
  readonly n: number;
  readonly total: number;
}

/** Any cell that a browser may send of this fact, with what it adds. */
const counted = (name: FactName): fc.Arbitrary<Counted> => {
  const { dimensions, total } = factOf(name);
  const values = dimensions.map((dimension): fc.Arbitrary<DimensionValue> => {
    if (dimension.kind === 'count') return fc.integer({ min: dimension.min, max: dimension.max });
    if (dimension.kind === 'enum') return fc.constantFrom(...dimension.values);
    // A name that no catalogue declares: k browsers must bring it along.
    return fc.stringMatching(/^[a-z]{1,8}$/).map((text) => `${dimension.terms} ${text}`);
  });
  return fc.record({
    dimensions: fc.tuple(...values),
    n: fc.integer({ min: 1, max: 20 }),
    total: total === undefined ? fc.constant(0) : fc.integer({ min: 0, max: 1_000_000 }),
  });
};

/** The increments of a browser: the cell and, of a histogram, the one that it describes. */
function incrementsOf(name: FactName, { dimensions, n, total }: Counted): Increment[] {
  const { people, describes, dimensions: own } = factOf(name);
  if (describes === undefined) return [[name, dimensions, n, people ? 2 : 0, total]];
  const described = describes as FactName;
  const shared = factOf(described).dimensions.map(
    (dimension) => dimensions[own.findIndex((mine) => mine.name === dimension.name)] ?? OTHER,
  );
  return [
    [described, shared, 1, 2],
    [name, dimensions, n, 0, total],
  ];
}

/** Imports what so many browsers count on a day. */
async function importOf(core: TestCore, name: FactName, cell: Counted, browsers: number, day: string) {
  const batches = Array.from({ length: browsers }, () => batchOf(incrementsOf(name, cell), { day }));
  const site = await core.site('shop');
  // As it would come over the network.
  const request = parseImport(JSON.parse(JSON.stringify({ batches })), site, dayNumber(TODAY));
  if (!request.ok) throw new Error(`${request.issue.field} ${request.issue.rule}`);
  const imported = importHistory(core, site, request.value);
  await core.committer.drain();
  expect(await imported).toMatchObject({ ok: true, value: { committed: browsers } });
}

async function shop(): Promise<TestCore> {
  const core = await assemble(openSqliteStore(':memory:'));
  await core.addSite({ k: K });
  return core;
}

const seal = (core: TestCore): Promise<unknown> => core.sealer.sealThrough('shop', dayNumber(YESTERDAY));

describe.each(FACT_NAMES)('%s', (name) => {
  it('of k browsers is sealed and let go with what it counts', () =>
    fc.assert(
      fc.asyncProperty(counted(name), async (cell) => {
        const core = await shop();
        await importOf(core, name, cell, K, YESTERDAY);
        await seal(core);
        const { rows, balance } = await released(core, 'shop', name);
        const [n, total] = [K * cell.n, K * cell.total];
        const people = factOf(name).people ? K : 0;
        expect(rows).toEqual([{ dimensions: cell.dimensions, n, people, total, exactN: n }]);
        expect(balance).toEqual({ shown: n, waiting: { rows: 0, n: 0 }, other: 0 });
        await core.store.close();
      }),
      { numRuns: 4 },
    ));

  it('of one browser fewer is not told of, and not lost', () =>
    fc.assert(
      fc.asyncProperty(counted(name), async (cell) => {
        const core = await shop();
        await importOf(core, name, cell, K - 1, YESTERDAY);
        await seal(core);
        const { rows, waiting, other } = told(await released(core, 'shop', name));
        expect(rows).toEqual({});
        // Of so few not even the sum is told.
        expect(waiting.n + other).toBe(0);
        const site = await core.site('shop');
        const held = await core.store.waiting({ site: site.id, fact: core.codes.id(name), slice: 0 });
        expect(held.reduce((sum, { n }) => sum + n, 0)).toBe((K - 1) * cell.n);
        await core.store.close();
      }),
      { numRuns: 2 },
    ));

  it('of today goes in steps of k, without its total', () =>
    fc.assert(
      fc.asyncProperty(counted(name), async (cell) => {
        const core = await shop();
        await importOf(core, name, cell, K + 1, TODAY);
        const { rows } = await released(core, 'shop', name);
        const n = (K + 1) * cell.n;
        expect(rows).toMatchObject([{ dimensions: cell.dimensions, n: n - (n % K), total: 0, exactN: 0 }]);
        await core.store.close();
      }),
      { numRuns: 2 },
    ));
});
