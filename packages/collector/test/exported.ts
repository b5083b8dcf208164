/** A shop with a past for tests of exports, and everything that its reports say. */
import { addDays, type Day, type Device, dayNumber, REPORT_NAMES } from '@holloway/protocol';
import { exportSite } from '../src/keep/export-site.ts';
import { parseReportQuery } from '../src/report/query.ts';
import { buildReport } from '../src/report/report.ts';
import { createBrowser } from './browser.ts';
import { policyOf } from './consent.ts';
import { assemble, declared, type TestCore } from './core.ts';
import { openStore } from './temporary.ts';

const FIRST: Day = '2026-05-20';
const LAST: Day = '2026-09-05';
const CAME: readonly Device[] = [
  'phone',
  'phone',
  'phone',
  'phone',
  'desktop',
  'desktop',
  'desktop',
  'tablet',
];

/**
 * The site `shop` with k = 3: browsers that were never there before on every ninth day, May kept as a month; at last one
 * of them goes to `/rare`, which waits, and somebody is there on the day that is open.
 */
export async function pastShop(file: string): Promise<TestCore> {
  const core = await assemble(openStore(file));
  const shop = await core.addSite({}, [
    ...declared('page', '/a', '/b', '/rare'),
    { kind: 'page', text: '/c', label: 'Kettles', category: 'kettles' },
  ]);
  await core.publisher.publish(shop, policyOf(), FIRST);
  for (let day = FIRST; day <= LAST; day = addDays(day, 9)) {
    const site = await core.site('shop');
    await core.commit(
      ...CAME.map((device, which) => {
        const browser = createBrowser(`${day} ${which}`, { site: 'shop', slices: { device, country: 'DE' } });
        const pages = device === 'tablet' && day === LAST ? ['/rare'] : ['/a', '/sent', '/c', '/a'];
        return { site, day: dayNumber(day), batch: browser.visit(day, pages), supporter: browser.name };
      }),
    );
    await core.sealer.sealThrough('shop', dayNumber(day));
  }
  const site = await core.site('shop');
  const today = addDays(LAST, 1);
  const browser = createBrowser('today', { site: 'shop' });
  await core.commit({
    site,
    day: dayNumber(today),
    batch: browser.visit(today, ['/open']),
    supporter: 'today',
  });
  await core.retainer.retain(Date.parse(`${today}T12:00:00Z`));
  return core;
}

export async function exported(core: TestCore): Promise<string> {
  let text = '';
  for await (const chunk of exportSite(core, await core.site('shop'))) text += chunk;
  return text;
}

export async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.replace(/\n$/, '').split('\n');
}

/** Every report in some ranges and slices as text; without what is told of counts that wait, which stay behind. */
export async function reportsOf(core: TestCore): Promise<readonly string[]> {
  const site = await core.site('shop');
  const catalogue = await core.registry.catalogue(site.id);
  const told: string[] = [];
  for (const report of REPORT_NAMES) {
    for (const [from, to] of [
      [FIRST, LAST],
      ['2026-06-05', LAST],
      ['2026-08-01', '2026-08-31'],
    ] as const) {
      for (const slice of ['*', 'device:phone']) {
        const query = parseReportQuery({ from, to, slice, level: 'page' }, LAST, report);
        if (!query.ok) continue;
        const {
          waiting: _,
          other: __,
          facts,
          ...rest
        } = await buildReport(report, query.value, { ...core, site, catalogue });
        const shown = Object.entries(facts).map(([fact, balance]) => [fact, balance.shown]);
        told.push(JSON.stringify([rest, shown]));
      }
    }
  }
  told.push(JSON.stringify(await core.release.slices(site)));
  return told;
}
