/** Which reports are judged, by which rows of the truth, and which cells of the truth each fact counts. */
import type { FactName, ReportName } from '@holloway/protocol';
import type { ReportQuery } from '../support/api.ts';
import {
  categoryRows,
  countryRows,
  flowRows,
  layoutRows,
  overviewRows,
  pageRows,
  type Range,
  type Row,
  shownIn,
  stepRows,
  trailRows,
} from './expected-reports.ts';
import type { Sealed } from './sealing.ts';
import type { CellName, Count } from './truth.ts';

interface ReportCase {
  readonly name: string;
  readonly report: ReportName;
  readonly query: ReportQuery;
  readonly expected: (sealed: Sealed, range: Range) => Row[];
  /** Whether it is kept by country too. */
  readonly sliced: boolean;
}

const sliced = { query: {}, sliced: true } as const;

export const REPORT_CASES: readonly ReportCase[] = [
  { ...sliced, name: 'overview', report: 'overview', expected: overviewRows },
  {
    ...sliced,
    name: 'pages',
    report: 'pages',
    expected: (sealed, range) => pageRows(shownIn(sealed, range)),
  },
  {
    ...sliced,
    name: 'categories',
    report: 'categories',
    expected: (sealed, range) => categoryRows(shownIn(sealed, range)),
  },
  {
    ...sliced,
    name: 'flows by category',
    report: 'flows',
    query: { level: 'category' },
    expected: (sealed, range) => flowRows(shownIn(sealed, range), 'category'),
  },
  {
    ...sliced,
    name: 'flows by page',
    report: 'flows',
    query: { level: 'page' },
    expected: (sealed, range) => flowRows(shownIn(sealed, range), 'page'),
  },
  {
    ...sliced,
    name: 'steps',
    report: 'steps',
    expected: (sealed, range) => stepRows(shownIn(sealed, range)),
  },
  {
    ...sliced,
    name: 'trails',
    report: 'trails',
    expected: (sealed, range) => trailRows(shownIn(sealed, range)),
  },
  {
    name: 'layout',
    report: 'layout',
    query: {},
    expected: (sealed, range) => layoutRows(shownIn(sealed, range)),
    sliced: false,
  },
  {
    name: 'countries',
    report: 'countries',
    query: {},
    expected: (sealed, range) => countryRows(shownIn(sealed, range)),
    sliced: false,
  },
];

interface CountedFact {
  readonly fact: FactName;
  readonly of: CellName;
  readonly measure: (count: Count) => number;
}

const n = (count: Count): number => count.n;

/** Every fact that this history has and a report reads for what its first measures show. */
export const COUNTED_FACTS: readonly CountedFact[] = [
  { fact: 'visit', of: 'visit', measure: n },
  { fact: 'visit.depth', of: 'visit', measure: ({ also }) => also },
  { fact: 'visit.entry', of: 'entry', measure: n },
  { fact: 'page.view', of: 'page', measure: n },
  { fact: 'category.view', of: 'category', measure: n },
  { fact: 'flow.page', of: 'page move', measure: n },
  { fact: 'flow.category', of: 'category move', measure: n },
  { fact: 'flow.step', of: 'step', measure: n },
  { fact: 'flow.trail', of: 'trail', measure: n },
  { fact: 'slot.clicked', of: 'slot', measure: n },
  { fact: 'geo.country', of: 'country', measure: n },
];
