/** Imports a history day by day: commit, seal, next. Tells how far it is and how fast. */
import { type CatalogueEntry, type Day, dayNumber, type HistoricalBatch } from '@holloway/protocol';
import { openSite } from '../consent/open-site.ts';
import type { Core } from '../core.ts';
import { importHistory } from '../ingest/import.ts';
import type { NewSite } from '../store/store.ts';

export interface HistoryDay {
  readonly day: Day;
  readonly batches: readonly HistoricalBatch[];
}

export interface Progress {
  readonly day: Day;
  readonly days: number;
  readonly batches: number;
  readonly increments: number;
}

/** A site that begins with a past. */
export interface History {
  readonly site: NewSite;
  readonly catalogue: readonly CatalogueEntry[];
  /** Ascending. */
  readonly days: Iterable<HistoryDay>;
}

const addProgress = (before: Progress | null, step: Progress): Progress =>
  before === null
    ? step
    : {
        day: step.day,
        days: before.days + step.days,
        batches: before.batches + step.batches,
        increments: before.increments + step.increments,
      };

/**
 * Days that are sealed already are passed over, so that an interrupted import goes on where it stopped; a day that
 * was half committed is not counted twice, because its batches keep their nonces.
 */
export async function importDays(
  core: Core,
  { site, catalogue, days }: History,
  onProgress: (progress: Progress) => void,
): Promise<Progress | null> {
  const record = await openSite(core, site, catalogue);
  let progress: Progress | null = null;
  for (const { day, batches } of days) {
    if (record.sealedThrough !== null && dayNumber(day) <= record.sealedThrough) continue;
    const result = await importHistory(core, record, { batches, seal: day });
    if (!result.ok) throw new Error(`${result.issue.field} ${result.issue.rule}`);
    const increments = batches.reduce((sum, batch) => sum + batch.increments.length, 0);
    progress = addProgress(progress, { day, days: 1, batches: batches.length, increments });
    onProgress(progress);
  }
  return progress;
}
