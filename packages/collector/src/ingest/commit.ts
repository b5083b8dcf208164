/**
 * Group commit: contributions gather for a window that adapts to load, merge in memory and are written in one
 * transaction with their nonces. A contribution is answered after that, never before.
 */
import type { FactCodes } from '../site/facts.ts';
import type { Registry } from '../site/registry.ts';
import {
  type Changes,
  type HistoryNonce,
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
/** What may wait to be written: beyond either, contributions are turned away, to be sent again. */
const MAX_BACKLOG = { contributions: 20_000, increments: 400_000 };
/** Nothing else is answered while a transaction is written: so many increments take about a quarter of a second. */
const MAX_GROUP_INCREMENTS = 20_000;
const MS_PER_HOUR = 3_600_000;
/** Whoever has waited so long for work between two writes is told to come again, and so is who comes until it is over. */
const PATIENCE_MS = 1_000;

export type Outcome = 'committed' | 'duplicate';

/** Nonces of different sites never meet. */
export const nonceOf = (site: number, batch: string): string => `${site}:${batch}`;
const nonceFor = ({ site, batch }: Contribution): string => nonceOf(site.id, batch.batch);
const sizeOf = ({ batch }: Contribution): number => batch.increments.length;

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
  /**
   * Runs `work` between two writes, so that no contribution lands in a day that it closes. Where it takes more than a
   * second, contributions are turned away until it is over.
   */
  between<T>(work: () => Promise<T>): Promise<T>;
  /** Tells when writing begins to fail, and with `null` when it works again. */
  watch(listener: (failure: StoreUnavailableError | null) => void): void;
  /** How many contributions wait to be written. */
  backlog(): number;
}

export interface CommitterDeps {
  readonly store: Store;
  readonly registry: Registry;
  readonly codes: FactCodes;
  readonly gate: Gate;
  readonly clock: { now(): number };
  /** Calls back after some milliseconds. @returns Takes that back. */
  readonly schedule: (callback: () => void, delayMs: number) => () => void;
}

interface Pending {
  readonly contribution: Contribution;
  resolve(outcome: Outcome): void;
  reject(reason: unknown): void;
}

export function createCommitter({ store, registry, codes, gate, clock, schedule }: CommitterDeps): Committer {
  const gathered: Pending[] = [];
  let windowMs = SHORTEST_WINDOW_MS;
  let waitingIncrements = 0;
  let scheduled = false;
  /** Work between two writes takes long. */
  let isHeldUp = false;
  let writing: Promise<void> = Promise.resolve();
  let failure: StoreUnavailableError | null = null;
  const listeners: ((failure: StoreUnavailableError | null) => void)[] = [];
  const tell = (now: StoreUnavailableError | null): void => {
    const isNews = (now === null) !== (failure === null);
    failure = now;
    if (isNews) for (const listener of listeners) listener(now);
  };
  /** By site, as last seen: another process may seal too. */
  const sealedBefore = new Map<number, number>();

  /** The last sealed day of each site there is; names held for a day that somebody closed are let go. */
  const readSealed = async (): Promise<ReadonlyMap<number, number>> => {
    const sealed = new Map(
      (await registry.sites()).map(({ id, sealedThrough }) => [
        id,
        sealedThrough ?? Number.NEGATIVE_INFINITY,
      ]),
    );
    for (const [site, through] of sealed) {
      if (sealedBefore.get(site) !== through) gate.forget(site, through);
      sealedBefore.set(site, through);
    }
    return sealed;
  };

  const write = async (all: readonly Pending[]): Promise<void> => {
    const sealed = await readSealed();
    const group = all.filter(({ contribution: { site, day, isHistory }, reject }) => {
      const through = sealed.get(site.id);
      if (through === undefined) reject(new StoreUnavailableError('its site is not there any more'));
      else if (isHistory === true && day <= through) reject(new SealedDayError('its day is sealed'));
      else return true;
      return false;
    });
    if (group.length > 0) await writeOpen(group, sealed);
  };

  const writeOpen = async (group: readonly Pending[], sealed: ReadonlyMap<number, number>): Promise<void> => {
    const sites = new Set(group.map(({ contribution }) => contribution.site.id));
    try {
      // Before their names: whoever takes some of these away meanwhile is noticed when it is written.
      const records = (await registry.sites()).filter(({ id }) => sites.has(id));
      const dictionaries = new Map(
        await Promise.all([...sites].map(async (site) => [site, await registry.dictionary(site)] as const)),
      );
      /** A day that was sealed while the contribution waited is counted on the next one. */
      const openDay = ({ site, day }: Contribution): number =>
        Math.max(day, (sealed.get(site.id) ?? Number.NEGATIVE_INFINITY) + 1);
      const changes = (fresh: readonly boolean[]): Changes => {
        const rows: IntakeRow[] = [];
        const terms: Term[] = [];
        const history: HistoryNonce[] = [];
        group.forEach(({ contribution }, i) => {
          const { site, day, isHistory } = contribution;
          const dictionary = dictionaries.get(site.id);
          if (fresh[i] !== true || dictionary === undefined) return;
          if (isHistory) history.push({ nonce: nonceFor(contribution), site: site.id, day });
          for (const addition of expand(
            { ...contribution, day: openDay(contribution) },
            codes,
            dictionary,
            terms,
          )) {
            gate.add(addition, dictionary, rows, terms);
          }
        });
        return { terms, rows, history };
      };
      const nonces = group.map(({ contribution }) => nonceFor(contribution));
      const fresh = await store.commit(nonces, Math.floor(clock.now() / MS_PER_HOUR), changes, records);
      group.forEach(({ resolve }, i) => {
        resolve(fresh[i] === true ? 'committed' : 'duplicate');
      });
      tell(null);
    } catch (error) {
      // What was admitted in memory was not written: both caches start again from what the store holds.
      registry.forget();
      for (const site of sites) gate.forget(site);
      if (error instanceof StoreUnavailableError || group.length === 1) throw error;
      // An error of our own that one contribution brings out: the others are not to be lost with it.
      for (const each of group) await writeOpen([each], sealed).catch(each.reject);
    }
  };

  /** In the order they came, as many as one transaction holds; at least one. */
  const takeGroup = (): Pending[] => {
    let increments = 0;
    const beyond = gathered.findIndex(({ contribution }, i) => {
      increments += sizeOf(contribution);
      return i > 0 && increments > MAX_GROUP_INCREMENTS;
    });
    const group = gathered.splice(0, beyond === -1 ? gathered.length : beyond);
    for (const { contribution } of group) waitingIncrements -= sizeOf(contribution);
    return group;
  };

  const scheduleFlush = (): void => {
    if (scheduled) return;
    scheduled = true;
    schedule(() => void flush(), windowMs);
  };

  /** Takes the group only when its turn has come: what arrives during a slow write is merged, and counts as backlog. */
  const flush = (): Promise<void> => {
    writing = writing.then(async () => {
      scheduled = false;
      const group = takeGroup();
      if (gathered.length > 0) scheduleFlush();
      if (group.length === 0) return;
      const begun = clock.now();
      try {
        await write(group);
      } catch (error) {
        // None of the group was counted, and each may be sent again; those after it are tried anew.
        for (const { reject } of group) reject(error);
        if (error instanceof StoreUnavailableError) tell(error);
      }
      const tookMs = clock.now() - begun;
      windowMs = Math.min(LONGEST_WINDOW_MS, Math.max(SHORTEST_WINDOW_MS, GATHER_PER_WRITE * tookMs));
    });
    return writing;
  };

  const heldUp = (): StoreUnavailableError =>
    new StoreUnavailableError('a day is being closed, which takes long');
  const turnAway = (): void => {
    isHeldUp = true;
    waitingIncrements = 0;
    for (const { reject } of gathered.splice(0)) reject(heldUp());
  };
  /** Nothing is written meanwhile. */
  const withPatience = async <T>(work: () => Promise<T>): Promise<T> => {
    const takeBack = schedule(turnAway, PATIENCE_MS);
    try {
      return await work();
    } finally {
      takeBack();
      isHeldUp = false;
    }
  };

  return {
    add(contribution) {
      if (isHeldUp) return Promise.reject(heldUp());
      if (
        gathered.length >= MAX_BACKLOG.contributions ||
        waitingIncrements + sizeOf(contribution) > MAX_BACKLOG.increments
      ) {
        return Promise.reject(new StoreUnavailableError('too many contributions wait to be written'));
      }
      return new Promise((resolve, reject) => {
        gathered.push({ contribution, resolve, reject });
        waitingIncrements += sizeOf(contribution);
        scheduleFlush();
      });
    },
    async drain() {
      while (gathered.length > 0) await flush();
      await writing;
    },
    between(work) {
      const result = writing.then(() => withPatience(work));
      writing = result.then(
        () => undefined,
        () => undefined, // the caller of `work` is told; later writes go on
      );
      return result;
    },
    watch: (listener) => void listeners.push(listener),
    backlog: () => gathered.length,
  };
}
