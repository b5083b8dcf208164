/** What must hold whatever visitors do, on random small stores: browsers are played by the SDK's own folding and ledger. */
import { dayFromNumber, dayNumber, type FactName, type HistoricalBatch, OTHER } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBrowser } from '../../test/browser.ts';
import { type Held, held, sumOf } from '../../test/cells.ts';
import { assemble, declared, type TestCore } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';
import { arrivalDay } from '../ingest/arrival-day.ts';
import type { SiteRecord } from './store.ts';

const K = 3;
const FIRST_DAY = dayNumber('2026-06-01');
const DAYS = 80;
const NOON_MS = 12 * 3_600_000;
const MS_PER_DAY = 86_400_000;
const FACTS: readonly FactName[] = ['visit', 'page.view', 'flow.page', 'visit.depth', 'page.onward'];
const PHONE = 'device:phone';
const SLICES = ['*', PHONE];

const PHONES = new Set([0, 2, 4, 6]);

interface Visited {
  readonly browser: number;
  /** Days after the first. */
  readonly day: number;
  readonly pages: readonly string[];
  /** Whether its batches come only after the day was sealed. */
  readonly late: boolean;
}

// Few browsers that come back often, and around the 28th day, are what the rule is hardest on.
const anyVisit: fc.Arbitrary<Visited> = fc.record({
  browser: fc.nat({ max: 5 }),
  day: fc.constantFrom(0, 1, 27, 28, 29, 56, DAYS - 1),
  pages: fc.array(fc.constantFrom('/a', '/a', '/b', '/rare'), { minLength: 1, maxLength: 3 }),
  late: fc.nat({ max: 3 }).map((chance) => chance === 0),
});
const anyVisits = fc.array(anyVisit, { minLength: 3, maxLength: 30 });
/** Enough that whole families can be told. */
const busyDays = fc.array(
  fc.record({
    browser: fc.nat({ max: 60 }),
    day: fc.nat({ max: 3 }),
    pages: fc.constant(['/a', '/b']),
    late: fc.constant(false),
  }),
  { minLength: 30, maxLength: 60 },
);

interface Sent {
  readonly browser: string;
  readonly slices: readonly string[];
  readonly batch: HistoricalBatch;
  /** Day number on which it reaches the collector. */
  readonly arrives: number;
}

/** What the browsers send, by day of arrival. */
function playOut(visits: readonly Visited[], site: string): Map<number, Sent[]> {
  const browsers = new Map<number, ReturnType<typeof createBrowser>>();
  const byArrival = new Map<number, Sent[]>();
  for (const { browser, day, pages, late } of [...visits].sort((x, y) => x.day - y.day)) {
    const device = PHONES.has(browser) ? 'phone' : 'desktop';
    const known = browsers.get(browser) ?? createBrowser(`browser ${browser}`, { slices: { device } });
    browsers.set(browser, known);
    const arrives = FIRST_DAY + day + (late ? 1 : 0);
    const sent = {
      browser: known.name,
      slices: device === 'phone' ? SLICES : ['*'],
      batch: { ...known.visit(dayFromNumber(FIRST_DAY + day), pages), site },
      arrives,
    };
    byArrival.set(arrives, [...(byArrival.get(arrives) ?? []), sent]);
  }
  return new Map([...byArrival].sort(([x], [y]) => x - y));
}

let sites = 0;
const newSite = (core: TestCore): Promise<SiteRecord> =>
  core.addSite({ slug: `shop-${++sites}`, k: K }, declared('page', '/a', '/b'));

/** Commits what arrives at noon of a day, in one transaction; the day before was sealed in the night. */
async function commitDay(core: TestCore, slug: string, day: number, sent: readonly Sent[]): Promise<void> {
  await core.sealer.sealThrough(slug, day - 1);
  const site = await core.site(slug);
  const nowMs = day * MS_PER_DAY + NOON_MS;
  await core.commit(
    ...sent.map(({ browser, batch }) => ({
      site,
      day: arrivalDay(batch.day, site, nowMs),
      batch,
      supporter: browser,
    })),
  );
}

const eachFactAndSlice = FACTS.flatMap((fact) => SLICES.map((slice) => [fact, slice] as const));

const keyOf = (fact: string, slice: string, dimensions: string): string => `${fact} ${slice} ${dimensions}`;

/** Who stands behind a cell that waits, and since when: kept by the test, beside the store. */
class Crowd {
  private readonly waiting = new Map<string, { since: number; browsers: Set<string> }>();
  private readonly today = new Map<string, Set<string>>();

  add({ browser, slices, batch }: Sent): void {
    for (const [fact, values] of batch.increments) {
      for (const slice of slices) {
        const key = keyOf(fact, slice, values.length === 0 ? '-' : values.join(' > '));
        this.today.set(key, (this.today.get(key) ?? new Set()).add(browser));
      }
    }
  }

  /** Ends a day. @returns How many browsers stood behind each cell that was sealed with it. */
  seal(day: number, sealed: ReadonlySet<string>): Map<string, number> {
    for (const [key, { since }] of this.waiting) if (day - since >= 28) this.waiting.delete(key);
    for (const [key, browsers] of this.today) {
      const before = this.waiting.get(key) ?? { since: day, browsers: new Set() };
      this.waiting.set(key, { ...before, browsers: new Set([...before.browsers, ...browsers]) });
    }
    this.today.clear();
    const behind = new Map<string, number>();
    for (const key of sealed) {
      behind.set(key, this.waiting.get(key)?.browsers.size ?? 0);
      this.waiting.delete(key);
    }
    return behind;
  }
}

async function sealedOn(core: TestCore, site: SiteRecord, day: number): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const [fact, slice] of eachFactAndSlice) {
    const { sealed } = await held(core, site, fact, { slice, days: { from: day, to: day } });
    for (const { dimensions } of sealed) keys.add(keyOf(fact, slice, dimensions));
  }
  return keys;
}

/** Histograms show single counts; the crowd behind one is that of the row it describes. */
const standsAlone = (key: string): boolean =>
  !key.startsWith('visit.depth ') && !key.startsWith('page.onward ') && !key.includes('/rare');

const total = ({ sealed, waiting, intake }: Held): number => sumOf(sealed) + sumOf(waiting) + sumOf(intake);

describe('whatever visitors do', { timeout: 30_000 }, () => {
  it('no sealed row has fewer than k browsers behind it', async () => {
    // Families hide more, and this is about less.
    const core = await assemble(memoryStore(), { families: false });
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(anyVisits, async (visits) => {
        const site = await newSite(core);
        const crowd = new Crowd();
        for (const [day, sent] of playOut(visits, site.slug)) {
          for (const each of sent) crowd.add(each);
          await commitDay(core, site.slug, day, sent);
          await core.sealer.sealThrough(site.slug, day);
          for (const [key, browsers] of crowd.seal(day, await sealedOn(core, site, day))) {
            if (standsAlone(key)) expect(browsers, key).toBeGreaterThanOrEqual(K);
            rows += 1;
          }
        }
      }),
      { numRuns: 16 },
    );
    expect(rows).toBeGreaterThan(0);
  });

  it('one loyal browser alone never makes a row, in eighty days of visits', async () => {
    const core = await assemble(memoryStore());
    const site = await newSite(core);
    const loyal = Array.from({ length: DAYS }, (_, day) => ({
      browser: 0,
      day,
      pages: ['/a', '/b', '/a'],
      late: day % 7 === 3,
    }));
    for (const [day, sent] of playOut(loyal, site.slug)) {
      await commitDay(core, site.slug, day, sent);
      await core.sealer.sealThrough(site.slug, day);
    }
    for (const fact of FACTS) expect((await held(core, site, fact)).sealed, fact).toEqual([]);
    expect(total(await held(core, site, 'page.view'))).toBe(3 * DAYS);
  });

  it('shown + waiting + (other) is never more than was counted, and all of it once visits are told', async () => {
    const core = await assemble(memoryStore());
    let complete = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyVisits, busyDays), async (visits) => {
        const { slug } = await newSite(core);
        const counted = new Map<string, number>();
        for (const [day, sent] of playOut(visits, slug)) {
          for (const { slices, batch } of sent) {
            for (const [fact, , n] of batch.increments) {
              for (const slice of slices) {
                counted.set(`${fact} ${slice}`, (counted.get(`${fact} ${slice}`) ?? 0) + n);
              }
            }
          }
          const range = { from: dayFromNumber(FIRST_DAY), to: dayFromNumber(day) };
          const toldOf = async (fact: FactName, slice: string): Promise<number> => {
            const site = await core.site(slug);
            const { rows, balance } = await core.release.cells(fact, { site, slice, ...range });
            expect(balance.shown).toBe(sumOf(rows));
            return balance.shown + balance.waiting.n + balance.other;
          };
          await commitDay(core, slug, day, sent);
          for (const [fact, slice] of eachFactAndSlice) {
            const truth = counted.get(`${fact} ${slice}`) ?? 0;
            expect(total(await held(core, await core.site(slug), fact, { slice })), fact).toBe(truth);
            expect(await toldOf(fact, slice), `${fact} ${slice}`).toBeLessThanOrEqual(truth);
          }
          await core.sealer.sealThrough(slug, day);
          const isTold = (await sealedOn(core, await core.site(slug), day)).has(keyOf('visit', '*', '-'));
          for (const [fact, slice] of eachFactAndSlice) {
            const truth = counted.get(`${fact} ${slice}`) ?? 0;
            expect(total(await held(core, await core.site(slug), fact, { slice })), fact).toBe(truth);
            const told = await toldOf(fact, slice);
            expect(told, `${fact} ${slice}`).toBeLessThanOrEqual(truth);
            // Before anything could lose its name.
            if (slice !== '*' || !isTold || day >= FIRST_DAY + 28) continue;
            expect(told, fact).toBe(truth);
            complete += 1;
          }
        }
      }),
      { numRuns: 8 },
    );
    expect(complete).toBeGreaterThan(0);
  });

  it('adding batches commutes: any order and any grouping gives the same tables', async () => {
    const core = await assemble(memoryStore());
    const oneDay = fc
      .array(anyVisit, { minLength: 2, maxLength: 14 })
      .map((visits) => visits.map((visit) => ({ ...visit, day: 0, late: false })));
    const shuffledCuts = (length: number) =>
      fc.record({
        order: fc.shuffledSubarray(
          Array.from({ length }, (_, i) => i),
          { minLength: length },
        ),
        cuts: fc.array(fc.boolean(), { minLength: length, maxLength: length }),
      });
    const scenario = oneDay.chain((visits) =>
      fc.record({ visits: fc.constant(visits), arrival: shuffledCuts(visits.length) }),
    );
    const tables = async (site: SiteRecord) => {
      const cells = await Promise.all(
        [...eachFactAndSlice, ['flow.category', '*'] as const].map(async ([fact, slice]) => {
          const { sealed, waiting, intake } = await held(core, site, fact, { slice });
          // A cell that everything moved out of is as good as none.
          const some = <T extends { n: number }>(rows: readonly T[]) => rows.filter(({ n }) => n !== 0);
          return [fact, slice, some(sealed), some(waiting), some(intake)];
        }),
      );
      return cells;
    };
    await fc.assert(
      fc.asyncProperty(scenario, async ({ visits, arrival: { order, cuts } }) => {
        const [straight, shuffled] = [await newSite(core), await newSite(core)];
        const sent = (slug: string) => [...playOut(visits, slug).values()].flat();
        await commitDay(core, straight.slug, FIRST_DAY, sent(straight.slug));
        const others = sent(shuffled.slug);
        let group: Sent[] = [];
        for (const [i, index] of order.entries()) {
          group.push(...others.slice(index, index + 1));
          if (cuts[i] !== true) continue;
          await commitDay(core, shuffled.slug, FIRST_DAY, group);
          group = [];
        }
        await commitDay(core, shuffled.slug, FIRST_DAY, group);
        expect(await tables(shuffled)).toEqual(await tables(straight));
        await core.sealer.sealThrough(straight.slug, FIRST_DAY);
        await core.sealer.sealThrough(shuffled.slug, FIRST_DAY);
        expect(await tables(shuffled)).toEqual(await tables(straight));
      }),
      { numRuns: 12 },
    );
  });

  it('any report is a sum of sealed days, so no difference of two isolates fewer than k', async () => {
    const core = await assemble(memoryStore());
    const anyRange = fc
      .tuple(fc.nat({ max: DAYS }), fc.nat({ max: DAYS }))
      .map(([x, y]) => [Math.min(x, y), Math.max(x, y)] as const);
    await fc.assert(
      fc.asyncProperty(
        anyVisits,
        fc.array(anyRange, { minLength: 4, maxLength: 4 }),
        async (visits, ranges) => {
          const { slug } = await newSite(core);
          const days: number[] = [];
          for (const [day, sent] of playOut(visits, slug)) {
            await commitDay(core, slug, day, sent);
            await core.sealer.sealThrough(slug, day);
            days.push(day);
          }
          const site = await core.site(slug);
          for (const [fact, slice] of eachFactAndSlice) {
            const report = async (from: number, to: number) => {
              const range = { from: dayFromNumber(from), to: dayFromNumber(to) };
              const { rows } = await core.release.cells(fact, { site, slice, ...range });
              return rows.map(({ dimensions, n, people }) => ({ key: dimensions.join(' > '), n, people }));
            };
            const byDay = new Map<number, Awaited<ReturnType<typeof report>>>();
            for (const day of days) byDay.set(day, await report(day, day));
            for (const [from, to] of ranges.map(([x, y]) => [FIRST_DAY + x, FIRST_DAY + y] as const)) {
              const sums = new Map<string, { key: string; n: number; people: number }>();
              for (const { key, n, people } of days
                .filter((day) => day >= from && day <= to)
                .flatMap((day) => byDay.get(day) ?? [])) {
                const sum = sums.get(key) ?? { key, n: 0, people: 0 };
                sums.set(key, { key, n: sum.n + n, people: sum.people + people });
              }
              const order = (rows: Iterable<{ key: string }>) =>
                [...rows].sort((x, y) => (x.key < y.key ? -1 : 1));
              expect(order(await report(from, to))).toEqual(order(sums.values()));
            }
          }
          expect(await core.store.openDays(site.id)).toEqual([]);
        },
      ),
      { numRuns: 5 },
    );
  });

  it('a rare string is never told by name', async () => {
    const core = await assemble(memoryStore());
    const site = await newSite(core);
    const rare = [0, 1].map((browser) => ({ browser, day: 0, pages: ['/a', '/rare'], late: false }));
    for (const [day, sent] of playOut(rare, site.slug)) await commitDay(core, site.slug, day, sent);
    expect((await core.store.terms(site.id)).some(({ text }) => text === '/rare')).toBe(false);
    expect((await held(core, site, 'page.view')).intake).toMatchObject([
      { dimensions: OTHER, n: 2, people: 0, reach: 0 },
      { dimensions: '/a', n: 2 },
    ]);
  });
});
