/**
 * The advice on the real clicks of eshop2008, by the reports of a collector that imported it. No position is exposed in the set, and each
 * product has one place: nothing may be said of positions.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESHOP_SITE, eshop2008, importDays, openCore, readConfig, startCollector } from '@holloway/collector';
import type { Report, ReportName } from '@holloway/protocol';
import { type AdviceInput, advise } from '../../packages/insight/src/index.ts';
import type { Figure } from '../figure.ts';

/** Where `npm start` looks for it, too. */
const FOLDER = process.env.HOLLOWAY_ESHOP2008 ?? join(import.meta.dirname, '../../../shared/data/eshop2008');
const DAYS = { from: '2008-04-01', to: '2008-08-13', count: 135 };

/** The reports of all days, as the API answers them; `null` where the data is not at hand. */
async function eshopReports(): Promise<AdviceInput | null> {
  if (!existsSync(FOLDER)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'holloway-bench-'));
  const clock = { now: Date.now };
  try {
    const core = await openCore(folder, clock);
    await importDays(core, eshop2008(FOLDER), () => {});
    await core.close();
    const collector = await startCollector(readConfig({ PORT: '0', HOLLOWAY_DATA: folder }), {
      clock,
      report: (error) => console.error(error),
      warn: (message) => console.error(message),
    });
    const key = await collector.access.addKey({ name: 'bench', sites: [ESHOP_SITE], permissions: ['read'] });
    const ask = async <R extends ReportName>(report: R): Promise<Report<R>> => {
      const answer = await fetch(
        `${collector.url}/v1/sites/${ESHOP_SITE}/reports/${report}?from=${DAYS.from}&to=${DAYS.to}`,
        { headers: { authorization: `Bearer ${key}` } },
      );
      if (!answer.ok) throw new Error(`the report ${report} is answered with ${answer.status}`);
      return (await answer.json()) as Report<R>;
    };
    const layout = await ask('layout');
    const input: AdviceInput = {
      days: DAYS.count,
      k: layout.k,
      layout: layout.rows,
      finds: (await ask('finds')).rows,
      trails: (await ask('trails')).rows,
      flows: (await ask('flows')).rows,
      pages: (await ask('pages')).rows,
      categories: (await ask('categories')).rows,
      search: (await ask('search')).rows,
      refinements: (await ask('refinements')).rows,
      elements: (await ask('elements')).rows,
    };
    await collector.stop();
    return input;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function eshopFigures(say: (line: string) => void): Promise<Figure[]> {
  say('insight: imports eshop2008');
  const input = await eshopReports();
  if (input === null) {
    say('insight: eshop2008 is left out, for its data is not at hand');
    return [];
  }
  const begun = performance.now();
  const { actions, withheld } = advise(input);
  const ms = performance.now() - begun;
  for (const { type, claim, evidence, effect } of actions) {
    const numbers = effect && [effect.value, effect.low, effect.high].map((n) => n.toFixed(2)).join(' ');
    say(`eshop2008: ${type} ${JSON.stringify(claim.values)} ${JSON.stringify(evidence)} ${numbers}`);
  }
  const count = (types: readonly string[]): number =>
    actions.filter(({ type }) => types.includes(type)).length;
  return [
    {
      name: 'eshop2008: actions on positions',
      value: count(['move-up', 'bury', 'keep-first', 'rotation-test', 'long-list']),
      unit: '',
      budget: 0,
      detail: `${withheld.length} zones withheld: ${[...new Set(withheld.map(({ reason }) => reason))].join(', ')}`,
    },
    {
      name: 'eshop2008: dead ends',
      value: count(['dead-end']),
      unit: '',
      detail: `of ${input.pages?.length} pages`,
    },
    {
      name: 'eshop2008: wrong shelves',
      value: count(['cross-list']),
      unit: '',
      detail: `of ${input.finds?.length} rows`,
    },
    {
      name: 'eshop2008: missing links',
      value: count(['add-link']),
      unit: '',
      detail: `of ${input.trails?.length} trails`,
    },
    { name: 'eshop2008: time of all advice', value: ms, unit: 'ms' },
  ];
}
