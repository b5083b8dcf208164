import { join } from 'node:path';
import { dayNumber, type Increment } from '@holloway/protocol';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { found } from '../../test/canary.ts';
import { byDimensions, held } from '../../test/cells.ts';
import { policyOf } from '../../test/consent.ts';
import { assemble, contributionOf, declared, type TestCore, TODAY } from '../../test/core.ts';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { StoreUnavailableError } from '../store/store.ts';
import { eraseSite } from './erase-site.ts';

const YESTERDAY = '2026-11-22';
const view = (page: string, n = 1): Increment => ['page.view', [page], n, 2];

/** Two shops with the same of everything: sealed, waiting, open, declared, admitted, published. */
async function twoShops() {
  const folder = join(temporaryFolder());
  const file = join(folder, 'holloway.sqlite');
  const core = await assemble(openStore(file));
  for (const slug of ['first-shop', 'second-shop']) {
    const site = await core.addSite(
      { slug, name: `Name of ${slug}` },
      declared('page', `/declared-by-${slug}`),
    );
    await core.publisher.publish(
      site,
      policyOf({ controller: { name: `Owner of ${slug}`, address: ['1'] } }),
    );
    const batch = (day: string, page: string) =>
      contributionOf(site, [view(page)], { day, slices: { country: slug === 'first-shop' ? 'IT' : 'DE' } });
    await core.commit(
      ...[1, 2, 3].map(() => batch(YESTERDAY, `/sent-to-${slug}`)),
      batch(YESTERDAY, `/declared-by-${slug}`),
    );
    await core.sealer.sealThrough(slug, dayNumber(YESTERDAY));
    await core.commit(batch(TODAY, `/sent-to-${slug}`), batch(TODAY, '/held-in-memory'));
    const made = { author: 'somebody', made: 20_000 };
    await core.store.addView(
      site.id,
      { id: 'v', name: `View of ${slug}`, address: `#/${slug}/`, ...made },
      1,
    );
    await core.store.addNote(site.id, { id: 'n', day: 20_000, text: `Note of ${slug}`, ...made }, 1);
    const step = { state: 'dismissed', reason: `Not in ${slug}`, day: null } as const;
    await core.store.addStep(
      site.id,
      `move:${slug}`,
      { ...step, author: 'somebody', changed: 20_000 },
      { actions: 1, history: 1 },
    );
    const plan = { on: true, weekday: 1, hour: 8, language: 'en', people: ['somebody'] } as const;
    const webhook = { address: `https://${slug}/hook`, secret: 'secret' };
    await core.store.saveDigest(site.id, () => ({ plan: { ...plan, webhook }, week: null }));
    await core.store.beginDigest(site.id, 20_000, plan.people, 0);
    await core.store.keepCrawled(
      site.id,
      new Map([[`https://${slug}/page`, { etag: slug, modified: null }]]),
    );
  }
  return { core, folder, file };
}

const grants = { people: 2, keys: 1, revoked: 1, shares: 1 };
const erase = async (core: TestCore, slug: string, forgotten: string[] = []) =>
  eraseSite(
    {
      ...core,
      exclusive: core.committer.between,
      access: {
        forgetSite: async (site) => {
          forgotten.push(site);
          return grants;
        },
      },
    },
    await core.site(slug),
  );

/** Tables with a column for sites, and how many rows of one each has. */
function rowsOf(file: string, site: number): { readonly [table: string]: number } {
  const db = new Database(file, { readonly: true });
  const tables = db
    .prepare<[], string>(
      `SELECT t.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = 'site'`,
    )
    .pluck()
    .all();
  const rows = Object.fromEntries(
    tables.map((table) => [
      table,
      db.prepare(`SELECT count(*) FROM ${table} WHERE site = ?`).pluck().get(site) as number,
    ]),
  );
  const nonces = db.prepare(`SELECT count(*) FROM batch WHERE nonce LIKE ?`).pluck().get(`${site}:%`);
  db.close();
  return { ...rows, nonces: nonces as number };
}

describe('a site that is erased', () => {
  it('is gone at once for everybody, before its rows are', async () => {
    const { core, file } = await twoShops();
    const site = await core.site('first-shop');
    const late = contributionOf(site, [view('/late')], { day: TODAY });
    const forgotten: string[] = [];
    const erasure = await erase(core, 'first-shop', forgotten);
    expect([await core.registry.site('first-shop'), forgotten]).toEqual([undefined, ['first-shop']]);
    expect(erasure.grants).toEqual(grants);
    expect(rowsOf(file, site.id).cell).toBeGreaterThan(0);
    await expect(core.commit(late)).rejects.toThrow(StoreUnavailableError);
    await erasure.finish();
  });

  it('has no row in any table, whatever tables there are', async () => {
    const { core, file } = await twoShops();
    const { id } = await core.site('first-shop');
    const before = rowsOf(file, id);
    const filled = [
      'action_state',
      'annotation',
      'catalogue',
      'cell',
      'crawled',
      'digest',
      'digest_delivery',
      'intake',
      'saved_view',
      'statement',
      'term',
      'told',
      'waiting',
      'nonces',
    ];
    for (const table of filled) expect(before[table], table).toBeGreaterThan(0);
    await (await erase(core, 'first-shop')).finish();
    const after = rowsOf(file, id);
    // That its id was used is all that stays, so that no other site gets it.
    expect(Object.entries(after).filter(([, rows]) => rows > 0)).toEqual([['absent', 1]]);
  });

  it('is in no byte of the files, names, counts, statements and wordings', async () => {
    const { core, folder } = await twoShops();
    expect(found(folder, 'first-shop')).not.toEqual({});
    await (await erase(core, 'first-shop')).finish();
    expect([found(folder, 'first-shop'), found(folder, 'country:IT')]).toEqual([{}, {}]);
    expect(found(folder, 'second-shop')).not.toEqual({});
  });

  it('leaves other sites as they were, with what they published', async () => {
    const { core, file } = await twoShops();
    const other = await core.site('second-shop');
    const [counted, rows] = [await held(core, other, 'page.view'), rowsOf(file, other.id)];
    await (await erase(core, 'first-shop')).finish();
    expect(await held(core, other, 'page.view')).toEqual(counted);
    expect(rowsOf(file, other.id)).toEqual(rows);
    const [statement] = await core.store.statements(other.id);
    const hash = Object.values(statement?.statement.wordings ?? {})[0] ?? '';
    expect(await core.store.wording(hash)).toContain('Owner of second-shop');
  });

  it('makes room for another of its name, which begins with nothing', async () => {
    const { core } = await twoShops();
    const before = await core.site('second-shop');
    await (await erase(core, 'second-shop')).finish();
    const again = await core.addSite({ slug: 'second-shop' }, declared('page', '/a'));
    expect(again.id).toBeGreaterThan(before.id);
    await core.commit(contributionOf(again, [view('/a')]));
    expect(byDimensions((await held(core, again, 'page.view')).intake)).toEqual({ '/a': 1 });
    expect(again.sealedThrough).toBeNull();
  });

  it('is erased to the end by whoever comes next, where that was interrupted', async () => {
    const { core, file } = await twoShops();
    const { id } = await core.site('first-shop');
    await erase(core, 'first-shop');
    const next = await assemble(openStore(file));
    await next.retainer.clear(false);
    const { absent: _, ...left } = rowsOf(file, id);
    expect(Math.max(...Object.values(left))).toBe(0);
  });
});
