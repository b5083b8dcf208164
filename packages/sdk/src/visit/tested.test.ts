import { describe, expect, it } from 'vitest';
import type { Observation, ObservationOf } from './observation.ts';
import { fold, VISIT_TIMEOUT_MS, type Visit } from './visit.ts';

const PAGEVIEW: Observation = {
  kind: 'pageview',
  page: { path: '/', type: 'home', category: null },
  arrival: { source: 'direct', daysSinceLastVisit: null },
  hourOfWeek: 0,
};
const tested = (metric: ObservationOf<'tested'>['metric'], order?: string): Observation => ({
  kind: 'tested',
  experiment: 'hero',
  arm: 'b',
  metric,
  order,
});
const bought = (order: string): Observation => ({
  kind: 'commerce',
  stage: 'order',
  currency: 'EUR',
  items: [],
  value: 0,
  isHome: true,
  order,
});

/** What is counted of the test, one observation after another, `null` for half an hour and more. */
function countedOf(...seen: readonly (Observation | null)[]): string[] {
  let visit: Visit | null = null;
  let at = 0;
  const counted: string[] = [];
  for (const one of seen) {
    at += one ? 1_000 : VISIT_TIMEOUT_MS + 1;
    if (!one) continue;
    const folded = fold(visit, one, at);
    visit = folded.visit;
    for (const { fact, dimensions, n } of folded.counts)
      if (fact === 'experiment' && n > 0) counted.push(`${dimensions.join(' ')} ${n}`);
  }
  return counted;
}

describe('a visit in an arm of a test', () => {
  it('counts once as shown, and once for each thing that came of it', () => {
    expect(
      countedOf(
        ...[PAGEVIEW, tested('(any)'), tested('(any)'), tested('onward'), PAGEVIEW, tested('onward')],
        ...[tested('added'), tested('added'), tested('order', '1'), bought('1'), tested('order', '2')],
      ),
    ).toEqual(['hero b (any) 1', 'hero b onward 1', 'hero b added 1', 'hero b order 1']);
  });

  it('counts nothing that came before the arm was shown', () => {
    expect(countedOf(PAGEVIEW, tested('added'), tested('onward'), tested('(any)'))).toEqual([
      'hero b (any) 1',
    ]);
  });

  it('counts nothing of it in the next visit before the arm is shown there', () => {
    expect(
      countedOf(PAGEVIEW, tested('(any)'), null, tested('added'), PAGEVIEW, tested('order', '1')),
    ).toEqual(['hero b (any) 1']);
  });

  it('does not count an order that an earlier visit has counted, told again by a page that is loaded again', () => {
    expect(
      countedOf(PAGEVIEW, bought('1'), null, PAGEVIEW, tested('(any)'), tested('order', '1'), bought('1')),
    ).toEqual(['hero b (any) 1']);
  });

  it('is none where there is no visit', () => {
    expect(countedOf(tested('(any)'), tested('order', '1'))).toEqual([]);
  });
});
