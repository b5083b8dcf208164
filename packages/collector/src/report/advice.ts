/** From the reports of a site to advice on it: asks for those that have the slice, and names what is advised on. */
import { type AdviceOptions, advise, type SiteAdvice } from '@holloway/insight';
import {
  dayNumber,
  type Labels,
  parseSlice,
  type Report,
  type ReportName,
  type TermKind,
} from '@holloway/protocol';
import type { Catalogue } from '../site/catalogue.ts';
import { sliceRule } from './kept-slices.ts';
import type { ReportQuery } from './query.ts';
import type { Release, Scope } from './release.ts';
import { buildReport } from './report.ts';

type Site = Scope['site'];

export interface AdviceDeps {
  readonly release: Release;
  readonly site: Site;
  readonly catalogue: Catalogue;
}

const plansOf = ({ experiments }: Site): NonNullable<AdviceOptions['plans']> =>
  Object.fromEntries(
    experiments.map(({ id, arms: [control, ...others] }) => [
      id,
      {
        shares: Object.fromEntries(
          [control, ...others].flatMap((arm) => (arm ? [[arm.name, arm.share]] : [])),
        ),
        ...(control && { control: control.name }),
      },
    ]),
  );

/** The parts of a term that have names of their own: a category's ancestors, and the target of an element. */
const partsOf = (term: string): string[] => [
  term,
  term.slice(term.indexOf(':') + 1),
  ...term.split('/').map((_, at, segments) => segments.slice(0, at + 1).join('/')),
];

/** Every text within, whatever it is the name of. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return partsOf(value);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Those of the terms alone: a shop has more names than there is advice. */
function labelsOf(terms: ReadonlySet<string>, reports: readonly (Report | undefined)[]): Labels {
  const labels: { [kind in TermKind]?: { [term: string]: string } } = {};
  for (const report of reports) {
    for (const [kind, names] of Object.entries(report?.labels ?? {})) {
      const known = Object.entries(names).filter(([term]) => terms.has(term));
      if (known.length === 0) continue;
      // Without a prototype: a term may be called __proto__.
      const ofItsKind = labels[kind as TermKind] ?? Object.create(null);
      for (const [term, name] of known) ofItsKind[term] = name;
      labels[kind as TermKind] = ofItsKind;
    }
  }
  return labels;
}

/** @param query Already checked; `site` exists. Says nothing of numbers that no report shows. */
export async function buildAdvice(
  query: ReportQuery,
  { release, site, catalogue }: AdviceDeps,
): Promise<SiteAdvice> {
  const slice = parseSlice(query.slice);
  const kind = slice === null || slice === '*' ? null : slice.kind;
  const read = async <R extends ReportName>(name: R): Promise<Report<R> | undefined> =>
    kind !== null && sliceRule(name, kind) !== null
      ? undefined
      : ((await buildReport(name, query, { release, site, catalogue })) as unknown as Report<R>);
  const [
    overview,
    layout,
    finds,
    trails,
    flows,
    pages,
    categories,
    search,
    refinements,
    elements,
    experiments,
  ] = await Promise.all([
    read('overview'),
    read('layout'),
    read('finds'),
    read('trails'),
    read('flows'),
    read('pages'),
    read('categories'),
    read('search'),
    read('refinements'),
    read('elements'),
    read('experiments'),
  ]);
  const all = [layout, finds, trails, flows, pages, categories, search, refinements, elements, experiments];
  const { from = query.from, to = query.to } = pages ?? {};
  // The first that is told in this slice, and not in the whole: that would tell of whoever the slice leaves out.
  const told = overview?.rows.map(({ day }) => day).filter((day) => day >= from) ?? [];
  const [since = from] = told.sort();
  const days = dayNumber(to) - dayNumber(since) + 1;
  const { actions, withheld } = advise(
    {
      days,
      k: site.k,
      slice: query.slice,
      labels: { category: Object.assign({}, ...all.map((report) => report?.labels.category)) },
      ...(layout && { layout: layout.rows }),
      ...(finds && { finds: finds.rows }),
      ...(trails && { trails: trails.rows }),
      ...(flows && { flows: flows.rows }),
      ...(pages && { pages: pages.rows }),
      ...(categories && { categories: categories.rows }),
      ...(search && { search: search.rows }),
      ...(refinements && { refinements: refinements.rows }),
      ...(elements && { elements: elements.rows }),
      ...(experiments && { experiments: experiments.rows }),
    },
    { plans: plansOf(site) },
  );
  const terms = new Set(textsIn([actions.map(({ subject, claim }) => [subject, claim.values]), withheld]));
  return {
    site: site.slug,
    from,
    to,
    slice: query.slice,
    k: site.k,
    days,
    actions,
    withheld,
    labels: labelsOf(terms, all),
  };
}
