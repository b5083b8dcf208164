/**
 * Import of history: batches that carry their own day and slices, from somebody whose key allows it.
 * Every batch counts once, by its nonce; days are sealed on request, in order.
 */
import {
  type Day,
  dayFromNumber,
  dayNumber,
  type HistoricalBatch,
  type Issue,
  isDay,
  type ParseResult,
  parseHistoricalBatch,
} from '@holloway/protocol';
import type { Sealer } from '../site/sealer.ts';
import type { SiteRecord, Store } from '../store/store.ts';
import { type Committer, nonceOf, type Outcome, SealedDayError } from './commit.ts';

export interface ImportRequest {
  readonly batches: readonly HistoricalBatch[];
  /** Seal every day up to this one, after the batches are committed. */
  readonly seal?: Day;
}

export interface ImportResult {
  readonly committed: number;
  /** Batches that had been committed before. */
  readonly duplicates: number;
  readonly sealedThrough: Day | null;
}

export const MAX_IMPORT_BATCHES = 5_000;
/** Handed on at a time, so that visitors' batches find room beside them. */
const BATCHES_AT_ONCE = 1_000;

const issue = (field: string, rule: string): { ok: false; issue: Issue } => ({
  ok: false,
  issue: { field, rule },
});

/** @param today Last day number that history may have, in the site's time zone. */
export function parseImport(input: unknown, site: SiteRecord, today: number): ParseResult<ImportRequest> {
  if (typeof input !== 'object' || input === null || !('batches' in input) || !Array.isArray(input.batches)) {
    return issue('batches', 'must be an array of batches');
  }
  const seal = 'seal' in input ? input.seal : undefined;
  if (seal !== undefined && (!isDay(seal) || dayNumber(seal) >= today)) {
    return issue('seal', 'must be a day before today, such as 2026-11-22');
  }
  if (input.batches.length > MAX_IMPORT_BATCHES) {
    return issue('batches', `must be at most ${MAX_IMPORT_BATCHES} batches`);
  }
  const batches: HistoricalBatch[] = [];
  for (const [i, candidate] of input.batches.entries()) {
    const parsed = parseHistoricalBatch(candidate);
    if (!parsed.ok) return issue(`batches[${i}].${parsed.issue.field}`, parsed.issue.rule);
    const { site: slug, day } = parsed.value;
    if (slug !== site.slug) return issue(`batches[${i}].site`, 'must be the site of the address');
    if (dayNumber(day) > today) return issue(`batches[${i}].day`, 'must not be after today');
    batches.push(parsed.value);
  }
  return { ok: true, value: { batches, ...(seal === undefined ? {} : { seal }) } };
}

export interface ImportDeps {
  readonly store: Pick<Store, 'claimed'>;
  readonly committer: Committer;
  readonly sealer: Sealer;
}

/** In parts. `null` when a day was sealed meanwhile. */
async function commitInParts(
  committer: Committer,
  site: SiteRecord,
  batches: readonly HistoricalBatch[],
): Promise<Outcome[] | null> {
  const outcomes: Outcome[] = [];
  for (let i = 0; i < batches.length; i += BATCHES_AT_ONCE) {
    const pending = Promise.allSettled(
      batches
        .slice(i, i + BATCHES_AT_ONCE)
        .map((batch) =>
          committer.add({ site, day: dayNumber(batch.day), batch, supporter: batch.batch, isHistory: true }),
        ),
    );
    // Nothing else comes that would be worth gathering for.
    const [settled] = await Promise.all([pending, committer.drain()]);
    for (const result of settled) {
      if (result.status === 'fulfilled') outcomes.push(result.value);
      else if (result.reason instanceof SealedDayError) return null;
      else throw result.reason;
    }
  }
  return outcomes;
}

/**
 * Commits, then seals. A request whose answer was lost may be sent again as it was: what is known counts as a duplicate,
 * also when its day was sealed meanwhile. Rejects with a StoreUnavailableError when not all was committed.
 * @returns The issue of a batch that comes too late for its day; then nothing of the request was counted, unless the day
 * was sealed while it was under way: then what was in time is counted, and known when it is sent again.
 */
export async function importHistory(
  { store, committer, sealer }: ImportDeps,
  site: SiteRecord,
  { batches, seal }: ImportRequest,
): Promise<ParseResult<ImportResult>> {
  const claimed = await store.claimed(batches.map(({ batch }) => nonceOf(site.id, batch)));
  const isSealed = ({ day }: HistoricalBatch): boolean =>
    site.sealedThrough !== null && dayNumber(day) <= site.sealedThrough;
  const late = batches.findIndex((batch, i) => isSealed(batch) && claimed[i] !== true);
  if (late >= 0 && site.sealedThrough !== null) {
    const lastSealed = dayFromNumber(site.sealedThrough);
    return issue(`batches[${late}].day`, `must be after ${lastSealed}, the last sealed day`);
  }
  const fresh = batches.filter((_, i) => claimed[i] !== true);
  const outcomes = await commitInParts(committer, site, fresh);
  if (outcomes === null)
    return issue('batches', 'must be of days that are not sealed; one was sealed meanwhile');
  const sealed =
    seal === undefined ? site.sealedThrough : await sealer.sealThrough(site.slug, dayNumber(seal));
  const committed = outcomes.filter((outcome) => outcome === 'committed').length;
  const sealedThrough = sealed === null ? null : dayFromNumber(sealed);
  return { ok: true, value: { committed, duplicates: batches.length - committed, sealedThrough } };
}
