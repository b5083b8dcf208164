/** A browser as the SDK makes it: it folds its visits, keeps its ledger, and sends nothing but increments. */
import { dayNumber, type HistoricalBatch, type Slices } from '@holloway/protocol';
import {
  addToTally,
  createLedger,
  fold,
  type Ledger,
  type Tally,
  takeIncrements,
  type Visit,
} from '@holloway/sdk/visit';
import { batchOf } from './core.ts';

export interface Browser {
  readonly name: string;
  /** One visit to these pages, as the batches that it would send. */
  visit(day: string, pages: readonly string[]): HistoricalBatch[];
}

export function createBrowser(name: string, slices: Slices = {}): Browser {
  const ledger: Ledger = createLedger();
  return {
    name,
    visit(day, pages) {
      const tally: Tally = {};
      let visit: Visit | null = null;
      for (const path of pages) {
        const folded = fold(
          visit,
          {
            kind: 'pageview',
            page: { path, type: 'page', category: null },
            arrival: { source: 'direct', daysSinceLastVisit: null },
            hourOfWeek: null,
          },
          0,
        );
        visit = folded.visit;
        addToTally(tally, folded.counts, ledger, dayNumber(day));
      }
      return [batchOf(takeIncrements(tally), { day, slices })];
    },
  };
}
