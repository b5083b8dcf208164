/**
 * Which slices a report has: those that are kept of the fact its first measure shows. Says why others are refused.
 * Does not know whether anybody was counted in one: release.
 */
import { type FactName, factOf, type ReportName, type SliceKind, type SliceScope } from '@holloway/protocol';

/** The fact behind the first measure of each report; where it may be asked for several, they are kept alike. */
const FIRST_FACT: { readonly [name in ReportName]: FactName } = {
  overview: 'visit',
  hours: 'visit.hour',
  durations: 'visit.duration',
  returns: 'visit.return',
  pages: 'page.view',
  scroll: 'page.scroll',
  categories: 'category.view',
  flows: 'flow.category',
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

/** What to ask for instead, where not every slice is kept. */
const RULE: { readonly [scope in Exclude<SliceScope, 'all'>]: string } = {
  device: 'must be * or a device class such as device:phone',
  none: 'must be *',
};

/**
 * @returns The rule that a slice of this kind breaks in this report; `null` where the report has it. Without the rule it
 * would look as if nobody had done anything.
 */
export function sliceRule(report: ReportName, kind: SliceKind): string | null {
  const scope = factOf(FIRST_FACT[report]).slices;
  if (scope === 'all' || (scope === 'device' && kind === 'device')) return null;
  return `${RULE[scope]} for ${report}: crossed with other slices it would be a combination, which is not stored, by design`;
}
