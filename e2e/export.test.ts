/**
 * A site taken to another collector: exported from one data folder while a collector serves it, taken in by another, and
 * every report asked of both. With eight days of the storefront, and the real click-stream where it is at hand.
 */
import { join } from 'node:path';
import { eshop2008, type History, importDays, openCore, openSite, parseSite } from '@holloway/collector';
import { simulate, storefrontCatalogue } from '@holloway/example-storefront';
import { addDays, dayAt, REPORT_NAMES } from '@holloway/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { createApi } from './support/api.ts';
import { type Collector, createCollector } from './support/collector.ts';
import { findFolder } from './truth/sessions.ts';

const DAYS = 8;
const WEEKS = 1;
const TIME_ZONE = 'Europe/Berlin';
const TODAY = dayAt(Date.now(), TIME_ZONE);
const collectors: Collector[] = [];
afterEach(() => Promise.all(collectors.splice(0).map((collector) => collector.remove())));

async function collectorWith(history: History): Promise<Collector> {
  const collector = await createCollector();
  collectors.push(collector);
  const core = await openCore(collector.data, { now: Date.now });
  await openSite(core, history.site, history.catalogue);
  await importDays(core, history, () => undefined);
  await core.close();
  return collector;
}

/** As a first start imports it. */
function storefront(): History {
  const site = parseSite({
    slug: 'storefront',
    kind: 'test',
    timeZone: TIME_ZONE,
    provenance: 'Simulated visitors.',
  });
  if (!site.ok) throw new Error(`${site.issue.field} ${site.issue.rule}`);
  const from = addDays(TODAY, -DAYS);
  const days = simulate({ seed: 2026, from, days: DAYS, timeZone: TIME_ZONE, statement: '00000000' });
  return { site: site.value, catalogue: storefrontCatalogue(), days };
}

/** Every report of the whole past, and of the slice with most visits, without what is told of counts that wait: those stay behind. */
async function everything(collector: Collector, site: string, dates: { from: string; to: string }) {
  const api = createApi(collector.url, site, await collector.addKey(site));
  const told: Record<string, string> = { slices: JSON.stringify(await api.slices()) };
  for (const slice of ['*', ...(await api.slices()).slice(0, 1)]) {
    for (const report of REPORT_NAMES) {
      const asked = { ...dates, slice };
      const answer = await api.report(report, asked).catch(() => null);
      if (answer === null) continue;
      const { waiting: _, other: __, facts, ...rest } = answer;
      const shown = Object.entries(facts).map(([fact, balance]) => [fact, balance.shown]);
      told[`${report} in ${slice}`] = JSON.stringify([rest, shown]);
    }
  }
  return told;
}

async function takenElsewhere(from: Collector, site: string): Promise<Collector> {
  const file = join(from.data, 'site.ndjson');
  await from.holloway('export', site, file);
  const to = await createCollector();
  collectors.push(to);
  await to.holloway('site', 'import', file);
  await to.start();
  return to;
}

describe('a site that is taken to another collector', { timeout: 600_000 }, () => {
  it('answers every report of the storefront’s eight days as before, byte for byte', async () => {
    const before = await collectorWith(storefront());
    await before.start();
    const dates = { from: addDays(TODAY, -DAYS), to: addDays(TODAY, -1) };
    const told = await everything(before, 'storefront', dates);
    expect(Object.keys(told).length).toBeGreaterThan(35);
    const after = await takenElsewhere(before, 'storefront');
    expect(await everything(after, 'storefront', dates)).toEqual(told);
  });

  const folder = findFolder();
  it.skipIf(folder === null)('answers a week of the real click-stream as before', async () => {
    const { days, ...shop } = eshop2008(folder ?? '');
    const weeks = [...days].slice(0, 7 * WEEKS);
    const before = await collectorWith({ ...shop, days: weeks });
    await before.start();
    const dates = { from: weeks[0]?.day ?? '', to: weeks.at(-1)?.day ?? '' };
    const told = await everything(before, shop.site.slug, dates);
    const after = await takenElsewhere(before, shop.site.slug);
    expect(await everything(after, shop.site.slug, dates)).toEqual(told);
  });
});
