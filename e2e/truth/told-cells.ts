/**
 * Which cells a collector told of on each day: what waits for another's sake is its own choice. What they must hold is the
 * truth's to say (sealing.ts), and how many browsers must stand behind them.
 */
import type { ReportName } from '@holloway/protocol';
import type { Api, ReportQuery } from '../support/api.ts';
import type { Row } from './expected-reports.ts';
import type { Told } from './sealing.ts';
import { type Cell, ENTRY, keyOf } from './truth.ts';

interface Asked {
  readonly report: ReportName;
  readonly query: ReportQuery;
  /** Not kept by country. */
  readonly isTotal?: boolean;
  readonly cellsOf: (row: Row) => readonly Cell[];
}

const text = (value: unknown): string => String(value);

const ASKED: readonly Asked[] = [
  { report: 'overview', query: {}, cellsOf: () => [['visit']] },
  { report: 'pages', query: {}, cellsOf: ({ page }) => [['page', text(page)]] },
  { report: 'categories', query: {}, cellsOf: ({ category }) => [['category', text(category)]] },
  {
    report: 'flows',
    query: { level: 'category' },
    cellsOf: ({ from, to }) => [['category move', text(from), text(to)]],
  },
  {
    report: 'flows',
    query: { level: 'page' },
    cellsOf: ({ from, to }) => [
      ['page move', text(from), text(to)],
      // A move from nowhere is an entry: both are told or neither is.
      ...(from === ENTRY ? [['entry', text(to)] as const] : []),
    ],
  },
  {
    report: 'steps',
    query: {},
    cellsOf: ({ step, from, to }) => [['step', Number(step), text(from), text(to)]],
  },
  {
    report: 'trails',
    query: {},
    cellsOf: ({ path }) => {
      const [first = '', second = '', third = ''] = path as readonly string[];
      return [['trail', first, second, third]];
    },
  },
  {
    report: 'layout',
    query: {},
    isTotal: true,
    cellsOf: ({ page, zone, slot, item }) => [['slot', text(page), `${zone}/${slot}`, text(item)]],
  },
  { report: 'countries', query: {}, isTotal: true, cellsOf: ({ value }) => [['country', text(value)]] },
];

/** @param days In one slice. */
export async function toldCells(api: Api, slice: string, days: readonly string[]): Promise<Told> {
  const told = new Map<string, ReadonlySet<string>>();
  const asked = ASKED.filter(({ isTotal = false }) => slice === '*' || !isTotal);
  for (const day of days) {
    const rows = await Promise.all(
      asked.map(async ({ report, query, cellsOf }) => {
        const answer = await api.report(report, { ...query, from: day, to: day, slice });
        return (answer.rows as readonly object[] as readonly Row[]).flatMap(cellsOf);
      }),
    );
    told.set(day, new Set(rows.flat().map(keyOf)));
  }
  return (day, key) => told.get(day)?.has(key) ?? false;
}
