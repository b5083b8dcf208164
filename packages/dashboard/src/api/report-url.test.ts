import { FACTS, type FactName, REPORT_NAMES, type ReportName } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { reportUrl, SLICED } from './report-url.ts';

const query = { site: 'my store', from: '2026-11-01', to: '2026-11-02', slice: 'device:phone' } as const;

describe('the address of a report', () => {
  it('names site, days, slice and options', () => {
    expect(reportUrl({ ...query, report: 'flows', level: 'page' })).toBe(
      '/v1/sites/my%20store/reports/flows?from=2026-11-01&to=2026-11-02&slice=device%3Aphone&level=page',
    );
  });

  it('asks for CSV where it is wanted', () => {
    expect(reportUrl({ ...query, report: 'pages', slice: '*' }, 'csv')).toBe(
      '/v1/sites/my%20store/reports/pages?from=2026-11-01&to=2026-11-02&format=csv',
    );
  });

  it('leaves the slice out where none is kept', () => {
    expect(reportUrl({ ...query, report: 'layout' })).not.toContain('slice');
  });

  it('asks for some pages alone where they are named', () => {
    expect(reportUrl({ ...query, report: 'layout', pages: ['/c/tea & more', '(any)'] })).toContain(
      '&page=%2Fc%2Ftea+%26+more&page=%28any%29',
    );
  });
});

/** The fact behind the first measure of each. */
const FACT_OF: { readonly [name in ReportName]: FactName } = {
  overview: 'visit',
  hours: 'visit.hour',
  durations: 'visit.duration',
  returns: 'visit.return',
  pages: 'page.view',
  scroll: 'page.scroll',
  categories: 'category.view',
  flows: 'flow.page',
  steps: 'flow.step',
  trails: 'flow.trail',
  finds: 'find',
  layout: 'slot.clicked',
  zones: 'zone.exposed',
  elements: 'element.exposed',
  heatmap: 'click.grid',
  boxes: 'layout.box.x',
  search: 'search.asked',
  refinements: 'search.refined',
  funnel: 'funnel',
  products: 'commerce.added',
  purchases: 'commerce.purchase',
  devices: 'device.model',
  countries: 'geo.country',
  sources: 'source.referrer',
  campaigns: 'source.campaign',
  consent: 'consent.choice',
  preferences: 'preference',
  experiments: 'experiment',
  faults: 'fault',
};

it.each(REPORT_NAMES)('takes %s for sliced exactly where the catalogue says so of its fact', (report) => {
  expect(SLICED.includes(report)).toBe(FACTS[FACT_OF[report]].slices === 'all');
});
