/**
 * Group commit: contributions gather for a window that adapts to load, merge in memory and are written in one
 * transaction with their nonces. A contribution is answered after that, never before.
 */
import type { FactCodes } from '../site/facts.ts';
import type { Registry } from '../site/registry.ts';
import {
  type Changes,
  type IntakeRow,
  type Store,
  StoreUnavailableError,
  type Term,
} from '../store/store.ts';
import type { Gate } from './admit.ts';
import { type Contribution, expand } from './expand.ts';

const SHORTEST_WINDOW_MS = 4;
const LONGEST_WINDOW_MS = 250;
/** Gathering takes this many times as long as writing: the busier, the more is merged. */
const GATHER_PER_WRITE = 4;
const MAX_BACKLOG = 20_000;
const MS_PER_HOUR = 3_600_000;

export type Outcome = 'committed' | 'duplicate';

/** Nonces of different sites never meet. */
export const nonceOf = (site: number, batch: string): string => `${site}:${batch}`;

/** History for a day that was closed before it could be counted. */
export class SealedDayError extends Error {
  override readonly name = 'SealedDayError';
  readonly code = 'sealed_day';
}

export interface Committer {
  /**
   * Resolves when the contribution is on disk. Rejects with a StoreUnavailableError, or with a SealedDayError for history
   * that comes too late, when nothing of it was counted.
   */
  add(contribution: Contribution): Promise<Outcome>;
  /** Writes what has gathered and resolves when nothing is left. */
  drain(): Promise<void>;
  /** Runs `work` between two writes, so that no contribution lands in a day that it closes. */
  between<T>(work: () => Promise<T>): Promise<T>;
}

export interface CommitterDeps {
  readonly store: Store;
  readonly registry: Registry;
  readonly codes: FactCodes;
  readonly gate: Gate;
  readonly clock: { now(): number };
  /** Calls back after some milliseconds. */
  readonly schedule: (callback: () => void, delayMs: number) => void;
}

interface Pending {
  readonly contribution: Contribution;
  resolve(outcome: Outcome): void;
  reject(reason: unknown): void;
}

export function createCommitter({ store, registry, codes, gate, clock, schedule }: CommitterDeps): Committer {
  let gathered: Pending[] = [];
  let windowMs = SHORTEST_WINDOW_MS;
  let scheduled = false;
  let writing: Promise<void> = Promise.resolve();
  /** By site, as last seen: another process may seal too. */
  const sealedBefore = new Map<number, number>();

  /** The last sealed day of each site; names held for a day that somebody closed are let go. */
  const readSealed = async (): Promise<ReadonlyMap<number, number>> => {
    const sealed = new Map(
      (await registry.sites()).flatMap(({ id, sealedThrough }) =>
        sealedThrough === null ? [] : [[id, sealedThrough] as const],
      ),
    );
    for (const [site, through] of sealed) {
      if (sealedBefore.get(site) !== through) gate.forget(site, through);
      sealedBefore.set(site, through);
    }
    return sealed;
  };

  const write = async (all: readonly Pending[]): Promise<void> => {
    const sealed = await readSealed();
    const isOpen = ({ site, day }: Contribution): boolean =>
      day > (sealed.get(site.id) ?? Number.NEGATIVE_INFINITY);
    const group = all.filter(({ contribution, reject }) => {
      const isLate = contribution.isHistory === true && !isOpen(contribution);
      if (isLate) reject(new SealedDayError('its day is sealed'));
      return !isLate;
    });
    if (group.length > 0) await writeOpen(group, sealed);
  };

  const writeOpen = async (group: readonly Pending[], sealed: ReadonlyMap<number, number>): Promise<void> => {
    const sites = new Set(group.map(({ contribution }) => contribution.site.id));
    try {
      const dictionaries = new Map(
        await Promise.all([...sites].map(async (site) => [site, await registry.dictionary(site)] as const)),
      );
      /** A day that was sealed while the contribution waited is counted on the next one. */
      const openDay = ({ site, day }: Contribution): number =>
        Math.max(day, (sealed.get(site.id) ?? Number.NEGATIVE_INFINITY) + 1);
      const changes = (fresh: readonly boolean[]): Changes => {
        const rows: IntakeRow[] = [];
        const terms: Term[] = [];
        group.forEach(({ contribution }, i) => {
          const dictionary = dictionaries.get(contribution.site.id);
          if (fresh[i] !== true || dictionary === undefined) return;
          for (const addition of expand(
            { ...contribution, day: openDay(contribution) },
            codes,
            dictionary,
            terms,
          )) {
            gate.add(addition, dictionary, rows, terms);
          }
        });
        return { terms, rows };
      };
      const nonces = group.map(({ contribution }) => nonceOf(contribution.site.id, contribution.batch.batch));
      const fresh = await store.commit(nonces, Math.floor(clock.now() / MS_PER_HOUR), changes);
      group.forEach(({ resolve }, i) => {
        resolve(fresh[i] === true ? 'committed' : 'duplicate');
      });
    } catch (error) {
      // What was admitted in memory was not written: both caches start again from what the store holds.
      registry.forget();
      for (const site of sites) gate.forget(site);
      for (const { reject } of group) reject(error);
    }
  };

  /** Takes the group only when its turn has come: what arrives during a slow write is merged, and counts as backlog. */
  const flush = (): Promise<void> => {
    writing = writing.then(async () => {
      scheduled = false;
      const group = gathered;
      gathered = [];
      if (group.length === 0) return;
      const begun = clock.now();
      await write(group);
      const tookMs = clock.now() - begun;
      windowMs = Math.min(LONGEST_WINDOW_MS, Math.max(SHORTEST_WINDOW_MS, GATHER_PER_WRITE * tookMs));
    });
    return writing;
  };

  return {
    add(contribution) {
      if (gathered.length >= MAX_BACKLOG) {
        return Promise.reject(new StoreUnavailableError('too many contributions wait to be written'));
      }
      return new Promise((resolve, reject) => {
        gathered.push({ contribution, resolve, reject });
        if (scheduled) return;
        scheduled = true;
        schedule(() => void flush(), windowMs);
      });
    },
    async drain() {
      while (gathered.length > 0) await flush();
      await writing;
    },
    between(work) {
      const result = writing.then(work);
      writing = result.then(
        () => undefined,
        () => undefined, // the caller of `work` is told; later writes go on
      );
      return result;
    },
  };
}
