/** A browser as the SDK makes it: it folds its visits, keeps its ledger, and sends nothing but increments. */
import { dayNumber, type HistoricalBatch } from '@holloway/protocol';
import {
  type Arrival,
  addToTally,
  createLedger,
  fold,
  type Ledger,
  type Observation,
  type Page,
  type Tally,
  takeIncrements,
  type Visit,
} from '@holloway/sdk/visit';
import { batchOf } from './core.ts';

export interface Browser {
  readonly name: string;
  /** Pageviews of one visit, as the batch that it would send. */
  visit(day: string, pages: readonly string[]): HistoricalBatch;
  /** One visit with all that happens in it. */
  observe(day: string, observations: readonly Observation[]): HistoricalBatch;
}

export const pageview = (page: Page, arrival: Partial<Arrival> = {}): Observation => ({
  kind: 'pageview',
  page,
  arrival: { source: 'direct', daysSinceLastVisit: null, ...arrival },
  hourOfWeek: null,
});

export function createBrowser(name: string, given: Partial<HistoricalBatch> = {}): Browser {
  const ledger: Ledger = createLedger();
  const observe: Browser['observe'] = (day, observations) => {
    const tally: Tally = {};
    let visit: Visit | null = null;
    for (const observation of observations) {
      const folded = fold(visit, observation, 0);
      visit = folded.visit;
      addToTally(tally, folded.counts, ledger, dayNumber(day));
    }
    return batchOf(takeIncrements(tally), { ...given, day });
  };
  return {
    name,
    observe,
    visit: (day, pages) =>
      observe(
        day,
        pages.map((path) => pageview({ path, type: 'page', category: null })),
      ),
  };
}
