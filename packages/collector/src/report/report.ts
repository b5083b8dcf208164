/** Builds a report: which facts it reads through the door of release, and how they become its rows. */
import {
  type Balance,
  type ConsentRow,
  ENTRY,
  type FactName,
  type Labels,
  type Level,
  type Report,
  type ReportName,
  type TermKind,
} from '@holloway/protocol';
import type { Catalogue } from '../site/catalogue.ts';
import { monthEnd, toldRange } from '../site/kept-range.ts';
import { type Built, type Context, ofKind } from './built.ts';
import { funnel, products, purchases } from './commerce-reports.ts';
import { byStatement, consentRows, consentRowsByDay, coverageOf, preferenceRows } from './consent-rows.ts';
import { experimentRows } from './experiment-rows.ts';
import { boxes, elements, heatmap, layout, scroll, zones } from './layout-reports.ts';
import type { ReportQuery } from './query.ts';
import type { Release, Released, Scope } from './release.ts';
import {
  categoryRows,
  faultRows,
  flowRows,
  overviewRows,
  pageRows,
  stepRows,
  trailRows,
  valueRows,
} from './rows.ts';
import { finds, refinements, search } from './search-reports.ts';
import { durations, hours, returns, visitsBy } from './visit-reports.ts';

async function overview({ read, release, scope }: Context): Promise<Built> {
  const [visits, depths, visit, depth] = await Promise.all([
    release.days('visit', scope),
    release.days('visit.depth', scope),
    read('visit'),
    read('visit.depth'),
  ]);
  const numbers = overviewRows(visits, depths);
  return {
    ...numbers,
    rows: numbers.rows.map((row) => ({ ...row, ...monthEnd(scope.site, row.day) })),
    facts: [
      ['visit', visit],
      ['visit.depth', depth],
    ],
  };
}

async function pages({ read, catalogue, scope }: Context): Promise<Built> {
  const [views, onward, entries, moved, paused, resumed] = await Promise.all([
    read('page.view'),
    read('page.onward'),
    read('visit.entry'),
    read('visit.onward'),
    read('page.engagement'),
    read('page.resumed'),
  ]);
  const cells = { views, onward, entries, moved, paused, resumed };
  const rows = pageRows(scope.site.k, cells, (page) => catalogue.category('page', page));
  return {
    rows,
    facts: [
      ['page.view', views],
      ['visit.entry', entries],
    ],
    labels: [
      ...ofKind(
        'page',
        rows.map(({ page }) => page),
      ),
      ...ofKind(
        'category',
        rows.flatMap(({ category }) => category ?? []),
      ),
    ],
  };
}

async function categories({ read, scope }: Context): Promise<Built> {
  const [views, onward, flows] = await Promise.all([
    read('category.view'),
    read('category.onward'),
    read('flow.category'),
  ]);
  const rows = categoryRows(scope.site.k, views, onward, flows, ENTRY);
  return {
    rows,
    facts: [
      ['category.view', views],
      ['flow.category', flows],
    ],
    labels: ofKind(
      'category',
      rows.map(({ category }) => category),
    ),
  };
}

async function flows({ read, query }: Context): Promise<Built> {
  const fact = ({ category: 'flow.category', page: 'flow.page' } as const satisfies Record<Level, FactName>)[
    query.level
  ];
  const released = await read(fact);
  const rows = flowRows(released);
  return {
    rows,
    facts: [[fact, released]],
    labels: ofKind(
      query.level,
      rows.flatMap(({ from, to }) => [from, to]),
    ),
  };
}

async function steps({ read }: Context): Promise<Built> {
  const released = await read('flow.step');
  const rows = stepRows(released);
  return {
    rows,
    facts: [['flow.step', released]],
    labels: ofKind(
      'category',
      rows.flatMap(({ from, to }) => [from, to]),
    ),
  };
}

async function trails({ read }: Context): Promise<Built> {
  const released = await read('flow.trail');
  const rows = trailRows(released);
  return {
    rows,
    facts: [['flow.trail', released]],
    labels: ofKind(
      'category',
      rows.flatMap(({ path }) => path),
    ),
  };
}

const values =
  (factOf: (query: ReportQuery) => FactName) =>
  async ({ read, query }: Context): Promise<Built> => {
    const fact = factOf(query);
    const released = await read(fact);
    return { rows: valueRows(released), facts: [[fact, released]] };
  };

/** A class of devices is a slice, and so is a kind of source: no fact counts them once more. */
function devices(context: Context): Promise<Built> {
  const dimension = context.query.deviceDimension;
  return dimension === 'class'
    ? visitsBy('device', context)
    : values(() => `device.${dimension}` as const)(context);
}

const sources = (context: Context): Promise<Built> =>
  context.query.sourceDimension === 'kind'
    ? visitsBy('source', context)
    : values(() => 'source.referrer')(context);

async function consentBy({ release, scope, query }: Context, choices: Released): Promise<ConsentRow[]> {
  const dimension = query.consentDimension;
  if (dimension === 'day') return consentRowsByDay(await release.cellsByDay('consent.choice', scope));
  return consentRows(
    dimension === 'statement'
      ? byStatement(choices)
      : await release.cellsBySlice('consent.choice', dimension, scope),
  );
}

async function consent(context: Context): Promise<Built> {
  const choices = await context.read('consent.choice');
  return { rows: await consentBy(context, choices), facts: [['consent.choice', choices]] };
}

async function preferences({ read }: Context): Promise<Built> {
  const stated = await read('preference');
  const rows = preferenceRows(stated);
  return {
    rows,
    facts: [['preference', stated]],
    labels: ofKind(
      'preference',
      rows.flatMap(({ key, value }) => [key, value]),
    ),
  };
}

async function experiments({ read, scope }: Context): Promise<Built> {
  const counted = await read('experiment');
  const rows = experimentRows(counted);
  return {
    rows,
    facts: [['experiment', counted]],
    declared: scope.site.experiments,
    labels: [
      ...ofKind(
        'experiment',
        rows.flatMap(({ experiment, arm }) => [experiment, arm]),
      ),
      ...ofKind(
        'metric',
        rows.map(({ metric }) => metric),
      ),
    ],
  };
}

async function faults({ read }: Context): Promise<Built> {
  const failed = await read('fault');
  return { rows: faultRows(failed), facts: [['fault', failed]] };
}

const BUILDERS: { readonly [name in ReportName]: (context: Context) => Promise<Built> } = {
  overview,
  hours,
  durations,
  returns,
  pages,
  scroll,
  categories,
  flows,
  steps,
  trails,
  finds,
  layout,
  zones,
  elements,
  heatmap,
  boxes,
  search,
  refinements,
  funnel,
  products,
  purchases,
  devices,
  countries: values(() => 'geo.country'),
  sources,
  campaigns: values(() => 'source.campaign'),
  consent,
  preferences,
  experiments,
  faults,
};

function labelsOf(terms: Built['labels'] = [], catalogue: Catalogue): Labels {
  const labels: { [kind in TermKind]?: { [term: string]: string } } = {};
  for (const [kind, text] of terms) {
    const label = catalogue.label(kind, text);
    if (label === undefined) continue;
    // Without a prototype: a term may be called __proto__.
    const ofItsKind: { [term: string]: string } = labels[kind] ?? Object.create(null);
    labels[kind] = ofItsKind;
    ofItsKind[text] = label;
  }
  return labels;
}

/** @param query Already checked; `site` exists. Numbers that k browsers do not stand behind are not in the answer. */
export async function buildReport(
  name: ReportName,
  query: ReportQuery,
  { release, site, catalogue }: { release: Release; site: Scope['site']; catalogue: Catalogue },
): Promise<Report> {
  const scope: Scope = { site, slice: query.slice, from: query.from, to: query.to };
  const read: Context['read'] = (fact, slice = scope.slice) => release.cells(fact, { ...scope, slice });
  const readPages: Context['readPages'] = (fact, slice = scope.slice) =>
    release.cells(fact, { ...scope, slice }, { pages: query.pages });
  const [{ rows, facts, labels, totals, declared }, choices] = await Promise.all([
    BUILDERS[name]({ read, readPages, release, scope, catalogue, query }),
    read('consent.choice'),
  ]);
  const balances: { [fact in FactName]?: Balance } = Object.fromEntries(
    facts.map(([fact, { balance }]) => [fact, balance]),
  );
  const first = facts[0]?.[1].balance ?? { shown: 0, waiting: { rows: 0, n: 0 }, other: 0 };
  return {
    report: name,
    site: site.slug,
    ...toldRange(site, query),
    slice: query.slice,
    k: site.k,
    totals: totals ?? { n: first.shown },
    rows,
    waiting: first.waiting,
    other: first.other,
    facts: balances,
    labels: labelsOf(labels, catalogue),
    ...(declared === undefined ? {} : { declared }),
    coverage: coverageOf(choices.rows),
  };
}
