/** From the reports of a site to advice on it: asks for those that have the slice, and names what is advised on. */
import { setImmediate } from 'node:timers/promises';
import { type Action, adviseInParts, type SiteAdvice } from '@holloway/insight';
import {
  dayNumber,
  type Labels,
  parseSlice,
  type Report,
  type ReportName,
  type TermKind,
} from '@holloway/protocol';
import { routedPage } from '@holloway/sdk/describe';
import type { Catalogue } from '../site/catalogue.ts';
import { advisedTests } from './advised-tests.ts';
import { inTurn } from './in-turn.ts';
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
function labelsOf(terms: ReadonlySet<string>, of: readonly (Labels | undefined)[]): Labels {
  const labels: { [kind in TermKind]?: { [term: string]: string } } = {};
  for (const own of of) {
    for (const [kind, names] of Object.entries(own ?? {})) {
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

const termsOf = (actions: readonly Action[], withheld: SiteAdvice['withheld']): ReadonlySet<string> =>
  new Set(
    textsIn([
      actions.map(({ subject, findings }) => [
        subject,
        findings.map((each) => [each.subject, each.claim.values]),
      ]),
      withheld,
    ]),
  );

/** The first of those that nobody decided on, with their names; nothing is said of what is withheld. */
export function firstOpen(advice: SiteAdvice, decided: ReadonlySet<string>, count: number): SiteAdvice {
  const open = advice.actions.filter(({ id }) => !decided.has(id));
  const actions = open.slice(0, count);
  return {
    ...advice,
    open: open.length,
    actions,
    withheld: [],
    labels: labelsOf(termsOf(actions, []), [advice.labels]),
  };
}

/** Whoever else asks, or is counted, gets an answer between two parts. */
async function inTurns<T>(parts: Generator<void, T>): Promise<T> {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
    await setImmediate();
  }
}

/** @param query Already checked; `site` exists. Says nothing of numbers that no report shows. */
export async function buildAdvice(
  query: ReportQuery,
  { release, site, catalogue }: AdviceDeps,
): Promise<SiteAdvice> {
  const slice = parseSlice(query.slice);
  const kind = slice === null || slice === '*' ? null : slice.kind;
  const patient = inTurn(release);
  const read = async <R extends ReportName>(name: R): Promise<Report<R> | undefined> =>
    kind !== null && sliceRule(name, kind) !== null
      ? undefined
      : ((await buildReport(name, query, { release: patient, site, catalogue })) as unknown as Report<R>);
  const overview = await read('overview');
  const layout = await read('layout');
  const finds = await read('finds');
  const trails = await read('trails');
  const flows = await read('flows');
  const pages = await read('pages');
  const categories = await read('categories');
  const search = await read('search');
  const refinements = await read('refinements');
  const elements = await read('elements');
  const tests = kind === null ? await advisedTests(query, { release: patient, site, catalogue }) : null;
  const all = [layout, finds, trails, flows, pages, categories, search, refinements, elements];
  const { from = query.from, to = query.to } = pages ?? {};
  // The first that is told in this slice, and not in the whole: that would tell of whoever the slice leaves out.
  const told = overview?.rows.map(({ day }) => day).filter((day) => day >= from) ?? [];
  const [since = from] = told.sort();
  const days = dayNumber(to) - dayNumber(since) + 1;
  const { actions, withheld } = await inTurns(
    adviseInParts(
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
        ...(tests && { experiments: tests.rows }),
      },
      { plans: tests?.plans ?? {}, typeOf: (page) => routedPage(site.routes, page).type },
    ),
  );
  const terms = termsOf(actions, withheld);
  return {
    site: site.slug,
    from,
    to,
    slice: query.slice,
    k: site.k,
    days,
    actions,
    withheld,
    labels: labelsOf(terms, [...all.map((report) => report?.labels), ...(tests?.labels ?? [])]),
  };
}
