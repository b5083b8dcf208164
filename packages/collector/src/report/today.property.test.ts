/**
 * Watching an open day tells nothing of one visitor: whoever asks for everything before and after a visitor came gets the
 * same answers to the letter, unless a count crossed a multiple of k.
 */
import {
  CONSENT_DIMENSIONS,
  type Day,
  DEVICE_DIMENSIONS,
  type DimensionValue,
  FACT_NAMES,
  type FactName,
  factOf,
  type Increment,
  PAGE_REPORTS,
  REPORT_NAMES,
  type ReportName,
  SOURCE_DIMENSIONS,
} from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../../test/app.ts';
import { assemble, declared, type TestCore, TODAY } from '../../test/core.ts';
import { count, seal } from '../../test/release.ts';
import { openSqliteStore } from '../store/sqlite.ts';

const K = 10;
const YESTERDAY = '2026-11-22';
const SEALED = '2026-11-21';
/** Two of everything that has a name, and one that nobody declared. */
const NAMES = ['one', 'two'] as const;
const UNKNOWN = 'nobody declared this';

/** The cell of a fact in which every dimension is its first or its second value, or a string without a name. */
const cellOf = (fact: FactName, name: string): DimensionValue[] =>
  factOf(fact).dimensions.map((dimension) => {
    const second = name === 'two' ? 1 : 0;
    if (dimension.kind === 'count') return dimension.min + second;
    return dimension.kind === 'enum' ? (dimension.values[second] ?? '') : name;
  });

/** The collector counts these itself with each visit, by its slices. */
const DERIVED: readonly FactName[] = ['device.viewport', 'geo.country'];

/** Facts of which this name makes a cell that the others do not make. */
const factsOf = (name: string): FactName[] =>
  FACT_NAMES.filter((fact) => {
    const { dimensions } = factOf(fact);
    if (DERIVED.includes(fact)) return false;
    if (name === UNKNOWN) return dimensions.some(({ kind }) => kind === 'term');
    return name === 'one' || dimensions.length > 0;
  });

/** What a browser adds to one cell of each fact, where it is for the first time. */
const everything = (name: string, total: number): Increment[] =>
  factsOf(name).map((fact): Increment => {
    const { people, total: unit } = factOf(fact);
    return [fact, cellOf(fact, name), 1, people ? 2 : 0, unit === undefined ? 0 : total];
  });

const SLICES = { viewport: 's', device: 'phone', source: 'search', country: 'DE' } as const;

async function openShop(): Promise<TestCore> {
  const core = await assemble(openSqliteStore(':memory:'));
  const kinds = FACT_NAMES.flatMap((fact) =>
    factOf(fact).dimensions.flatMap((dimension) => (dimension.kind === 'term' ? dimension.terms : [])),
  );
  await core.addSite(
    { k: K },
    [...new Set(kinds)].flatMap((kind) => declared(kind, ...NAMES)),
  );
  return core;
}

const QUERIES: { readonly [name in ReportName]?: readonly string[] } = {
  flows: ['level=category', 'level=page'],
  devices: DEVICE_DIMENSIONS.map((dimension) => `dimension=${dimension}`),
  sources: SOURCE_DIMENSIONS.map((dimension) => `dimension=${dimension}`),
  consent: CONSENT_DIMENSIONS.map((dimension) => `dimension=${dimension}`),
  ...Object.fromEntries(PAGE_REPORTS.map((name) => [name, ['', 'page=one']])),
};

/** The days that can be asked for, of which some are open. */
const RANGES: readonly string[] = ['', `from=${TODAY}&to=${TODAY}`, `from=${YESTERDAY}&to=${YESTERDAY}`];

/** Every answer there is, by its address. */
async function answers(core: TestCore): Promise<ReadonlyMap<string, string>> {
  const { get } = createTestApp(core);
  const addresses = REPORT_NAMES.flatMap((name) =>
    (QUERIES[name] ?? ['']).flatMap((query) =>
      RANGES.flatMap((range) =>
        ['*', 'device:phone'].map(
          (slice) => `/v1/sites/shop/reports/${name}?slice=${slice}&${range}&${query}`,
        ),
      ),
    ),
  );
  const told = new Map<string, string>();
  for (const address of [...addresses, '/v1/sites', '/v1/sites/shop/slices']) {
    told.set(address, await (await get(address)).text());
  }
  return told;
}

/** Addresses whose answers differ. */
const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...before].filter(([address, answer]) => after.get(address) !== answer).map(([address]) => address);

interface Crowd {
  /** Browsers in the first cell of every fact on the day that is sealed, before it, and on the two that are open. */
  readonly sealed: number;
  readonly yesterday: number;
  readonly today: number;
  /** In the second cell, on the day that is sealed: fewer than k, who wait. */
  readonly waiting: number;
}

/**
 * Counts after which one visitor crosses no multiple of k: the two open days together, each day by itself, what is left
 * of them, and what waits with them have room for one more.
 */
const quietCrowd: fc.Arbitrary<Crowd> = fc
  .record({
    sealed: fc.constantFrom(0, 10, 17),
    yesterday: fc.constantFrom(0, 1, 10, 22, 33),
    today: fc.constantFrom(0, 2, 10, 21, 40),
    waiting: fc.constantFrom(0, 3, 6),
  })
  .filter(({ yesterday, today }) => (yesterday % K) + (today % K) < K - 3);

async function gather(core: TestCore, { sealed, yesterday, today, waiting }: Crowd): Promise<void> {
  await count(core, 'shop', SEALED, sealed, everything('one', 7), SLICES);
  await count(core, 'shop', SEALED, waiting, everything('two', 7), SLICES);
  await seal(core, 'shop', SEALED);
  await count(core, 'shop', YESTERDAY, yesterday, everything('one', 7), SLICES);
  await count(core, 'shop', TODAY, today, everything('one', 7), SLICES);
}

interface Visitor {
  readonly day: Day;
  readonly names: readonly string[];
  /** Clicks, cents or pixels: as many as they like. */
  readonly total: number;
}

const visitor: fc.Arbitrary<Visitor> = fc.record({
  day: fc.constantFrom(TODAY, YESTERDAY),
  names: fc.subarray(['one', 'two', UNKNOWN], { minLength: 1 }),
  total: fc.constantFrom(1, 9, 10, 250, 1_000_000),
});

const visit = (core: TestCore, { day, names, total }: Visitor): Promise<void> =>
  count(
    core,
    'shop',
    day,
    1,
    names.flatMap((name) => everything(name, total)),
    SLICES,
  );

describe('one visitor of a day that is open', () => {
  it('who crosses no step of k changes no answer', async () => {
    await fc.assert(
      fc.asyncProperty(quietCrowd, visitor, async (crowd, one) => {
        const core = await openShop();
        await gather(core, crowd);
        const before = await answers(core);
        await visit(core, one);
        expect(changed(before, await answers(core))).toEqual([]);
        await core.store.close();
      }),
      {
        numRuns: 10,
        examples: [
          // The first of today, while yesterday is still open; and one who clicks a million times.
          [
            { sealed: 17, yesterday: 33, today: 0, waiting: 3 },
            { day: TODAY, names: ['one', 'two', UNKNOWN], total: 1_000_000 },
          ],
          // Of yesterday, when nobody of yesterday told before.
          [
            { sealed: 10, yesterday: 0, today: 40, waiting: 6 },
            { day: YESTERDAY, names: ['one', 'two'], total: 250 },
          ],
        ],
      },
    );
  }, 60_000);

  it('who is the k-th changes the answers about open days, and not those about sealed ones', async () => {
    const core = await openShop();
    await gather(core, { sealed: 10, yesterday: 4, today: 5, waiting: 0 });
    const before = await answers(core);
    await visit(core, { day: TODAY, names: ['one'], total: 1 });
    const moved = changed(before, await answers(core));
    expect(moved).toContain('/v1/sites/shop/reports/overview?slice=*&&');
    expect(moved).toContain(`/v1/sites/shop/reports/layout?slice=*&from=${TODAY}&to=${TODAY}&`);
    expect(moved.filter((address) => address.includes(`to=${YESTERDAY}`))).toEqual([]);
  });
});
