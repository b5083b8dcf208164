/** A shop as it goes on for ten months, of which it keeps five: whatever its visitors do, and whenever it is looked at, nothing is found. */
import { join } from 'node:path';
import { type Device, dayFromNumber, dayNumber, type HistoricalBatch } from '@holloway/protocol';
import { expect, it } from 'vitest';
import { createBrowser } from '../../test/browser.ts';
import { policyOf } from '../../test/consent.ts';
import { assemble, declared } from '../../test/core.ts';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { auditFolder, breachesOf } from './audit.ts';

const DAY_MS = 86_400_000;
const FIRST = dayNumber('2026-01-01');
const DAYS = 200;
const BROWSERS = 60;
const DEVICES: readonly Device[] = ['phone', 'phone', 'desktop'];
const PAGES = ['/a', '/b', '/c', '/rare'];

/** Numbers from 0 to 1 that are the same in every run: mulberry32. */
function random(): () => number {
  let state = 20_260_101;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

it('is audited every three weeks, through months that are added up and deleted, and k that is raised', {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  const core = await assemble(openStore(join(folder, 'holloway.sqlite')));
  const shop = await core.addSite({ retention: { days: 31, months: 3 } }, declared('page', '/a', '/b', '/c'));
  await core.publisher.publish(shop, policyOf(), dayFromNumber(FIRST));
  const draw = random();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
  const browsers = Array.from({ length: BROWSERS }, (_, i) =>
    createBrowser(`browser ${i}`, { slices: { device: pick(DEVICES), country: draw() < 0.7 ? 'DE' : 'AT' } }),
  );
  const audits: number[] = [];
  for (let day = FIRST; day < FIRST + DAYS; day += 1) {
    core.clock.ms = day * DAY_MS + DAY_MS / 2;
    const site = await core.site('shop');
    const came = browsers.filter(() => draw() < 0.3);
    await core.commit(
      ...came.map((browser) => {
        const pages = Array.from({ length: 1 + Math.floor(draw() * 3) }, () => pick(PAGES));
        const batch: HistoricalBatch = browser.visit(dayFromNumber(day), pages);
        return { site, day, batch, supporter: browser.name };
      }),
    );
    await core.sealer.sealThrough('shop', day - 1);
    if (day === FIRST + 90) {
      await core.store.saveSite({ ...(await core.site('shop')), k: 5 });
      core.registry.forget();
      await core.publisher.publish(await core.site('shop'), null);
    }
    if ((day - FIRST) % 21 !== 20) continue;
    await core.store.purgeNonces(Math.floor(core.clock.ms / 3_600_000) - 25);
    await core.retainer.retain(core.clock.ms);
    await core.store.truncateLog();
    const result = await auditFolder(folder, null, core.clock.ms);
    const found = breachesOf(result).filter(({ check }) => check !== 'files.modes');
    expect(found, dayFromNumber(day)).toEqual([]);
    audits.push(result.sites[0]?.facts.length ?? 0);
  }
  expect(audits).toHaveLength(9);
  expect(Math.max(...audits)).toBeGreaterThan(5);
});
