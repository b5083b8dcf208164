/**
 * Keeps what the schedule says, and no more: months are added up, what is due is deleted, names that nothing refers to are
 * forgotten. All of it in parts that are short enough for batches to come between. Does not say when (housekeeping).
 */
import { type Day, dayAt, dayFromNumber, dayNumber } from '@holloway/protocol';
import type { FactCodes } from '../site/facts.ts';
import type { Registry } from '../site/registry.ts';
import type { Kept, Schedule, SealedKey } from '../store/keeping.ts';
import { scrubInParts } from '../store/scrub-parts.ts';
import { type SiteRecord, StoppingError, type Store, type Term } from '../store/store.ts';
import { scheduleOf } from './schedule.ts';
import { termColumns } from './term-columns.ts';

/** Rows that are moved or deleted in one transaction: some tens of milliseconds. */
const ROWS_AT_ONCE = 1_000;
/** Rows that are read before others get their turn. */
const ROWS_TO_READ = 5_000;

export interface Retained {
  readonly site: string;
  /** The first day that is kept; `null` before a day is sealed. */
  readonly from: Day | null;
  /** The last day of the last month that is kept as a whole. */
  readonly monthsThrough: Day | null;
  /** Whether it is another than before. */
  readonly changes: boolean;
}

export interface Retainer {
  /** What `retain` would do now, of every site but archives, whose time stands still. */
  preview(nowMs: number): Promise<readonly Retained[]>;
  /** Brings every site to what its schedule says. May be interrupted at any time: it goes on from there. */
  retain(nowMs: number): Promise<readonly Retained[]>;
  /** Deletes the rows of sites that are gone. @param arriving Also of those that never came in whole. */
  clear(arriving: boolean): Promise<void>;
  /** Overwrites what was deleted, wherever the store may have left a copy of it. */
  scrub(): Promise<void>;
  /** Ends what is under way after the part that it is at, which then rejects; nothing is begun after it. */
  stop(): Promise<void>;
}

export interface RetainerDeps {
  readonly store: Store;
  readonly registry: Pick<Registry, 'sites' | 'forget'>;
  readonly codes: Pick<FactCodes, 'id'>;
  /** Runs what takes names away while nothing is written. */
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
  /** Between two parts of the work: others get their turn. */
  readonly rest: () => Promise<void>;
}

interface Plan {
  readonly site: SiteRecord;
  readonly schedule: Schedule | null;
  readonly changes: boolean;
}

const isSame = (one: Kept, other: Kept): boolean =>
  one.from === other.from && one.monthsThrough === other.monthsThrough;
const dayOf = (day: number | null): Day | null => (day === null ? null : dayFromNumber(day));
const keyOf = (kind: string, id: number): string => `${kind} ${id}`;

function planOf(site: SiteRecord, nowMs: number): Plan {
  const today = dayNumber(dayAt(nowMs, site.timeZone));
  const schedule = scheduleOf(site.retention, site, today);
  return { site, schedule, changes: schedule !== null && !isSame(schedule, site.kept) };
}

const retained = ({ site, schedule, changes }: Plan): Retained => ({
  site: site.slug,
  from: dayOf(schedule?.from ?? null),
  monthsThrough: dayOf(schedule?.monthsThrough ?? null),
  changes,
});

export function createRetainer({ store, registry, codes, exclusive, rest }: RetainerDeps): Retainer {
  const columns = termColumns(codes);
  let isStopped = false;
  const pause = async (): Promise<void> => {
    await rest();
    if (isStopped) throw new StoppingError('the collector stops; it goes on the next time');
  };
  /** One after another. */
  let underWay: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = underWay.then(() => pause()).then(work);
    underWay = result.catch(() => undefined); // whoever asked is told
    return result;
  };
  const plans = async (nowMs: number): Promise<Plan[]> =>
    (await registry.sites()).filter(({ kind }) => kind !== 'archive').map((site) => planOf(site, nowMs));

  const settle = async ({ id }: SiteRecord): Promise<void> => {
    let after: SealedKey | null = null;
    do {
      after = await store.settle(id, after, ROWS_AT_ONCE);
      await pause();
    } while (after !== null);
  };

  /** Those among the terms that no sealed row refers to. */
  const unsealed = async ({ id }: SiteRecord, terms: readonly Term[]): Promise<readonly Term[]> => {
    const used = new Set<string>();
    const byFact = new Map(
      columns.map(({ fact }) => [fact, columns.filter((column) => column.fact === fact)]),
    );
    let after: SealedKey | null = null;
    do {
      const rows: readonly SealedKey[] = await store.sealedAfter(id, after, ROWS_TO_READ);
      for (const row of rows) {
        for (const { column, kind } of byFact.get(row.fact) ?? []) used.add(keyOf(kind, row[column]));
      }
      after = rows.at(-1) ?? null;
      await pause();
    } while (after !== null);
    return terms.filter(({ kind, id: term }) => !used.has(keyOf(kind, term)));
  };

  /** @returns Whether it was done; not where a day was sealed meanwhile, which may refer to what nothing did before. */
  const forgetUnused = async (site: SiteRecord): Promise<boolean> => {
    const admitted = await store.admittedTerms(site.id);
    if (admitted.length === 0) return true;
    const candidates = await unsealed(site, admitted);
    const open = new Set(await store.openTerms(site.id, columns, candidates));
    const unused = candidates.filter((term) => !open.has(term));
    if (unused.length === 0) return true;
    return exclusive(async () => {
      const done = await store.forgetTerms(site.id, site.sealedThrough, columns, unused);
      registry.forget(site.id);
      return done;
    });
  };

  const carryOut = async ({ site, schedule, changes }: Plan): Promise<void> => {
    if (schedule === null) return;
    await store.keep(site.id, schedule);
    if (changes) registry.forget(site.id);
    if (await store.isSettled(site.id)) return;
    await settle(site);
    // What is not done now is done the next time.
    if (await forgetUnused(site)) await store.markSettled(site.id, schedule);
  };

  return {
    preview: async (nowMs) => (await plans(nowMs)).map(retained),
    retain: (nowMs) =>
      inTurn(async () => {
        const all = await plans(nowMs);
        for (const plan of all) await carryOut(plan);
        return all.map(retained);
      }),
    clear: (arriving) =>
      inTurn(async () => {
        for (const site of await store.leftovers(arriving)) {
          while (await store.eraseRows(site, ROWS_AT_ONCE)) await pause();
        }
      }),
    scrub: () => inTurn(() => scrubInParts((from, pages) => store.scrub(from, pages), pause)),
    async stop() {
      isStopped = true;
      await underWay;
    },
  };
}
