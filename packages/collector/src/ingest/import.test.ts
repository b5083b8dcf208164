import { dayFromNumber, dayNumber, type HistoricalBatch } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { byDimensions, held } from '../../test/cells.ts';
import { assemble, batchOf, declared, SHOP } from '../../test/core.ts';
import { memoryStore, temporaryStore } from '../../test/temporary.ts';
import type { SiteRecord } from '../store/store.ts';
import { type ImportResult, importHistory, MAX_IMPORT_BATCHES, parseImport } from './import.ts';

const TODAY = dayNumber('2026-11-23');
const SITE: SiteRecord = { ...SHOP, id: 1, sealedThrough: dayNumber('2026-11-10') };

const view = (day: string, given: Partial<HistoricalBatch> = {}): HistoricalBatch =>
  batchOf([['page.view', ['/a'], 1, 2]], { day, ...given });

const done = (value: ImportResult) => ({ ok: true, value });

describe('an import that is refused', () => {
  it.each([
    { what: 'no object', input: 'batches', field: 'batches', rule: 'must be an array of batches' },
    { what: 'nothing', input: undefined, field: 'batches', rule: 'must be an array of batches' },
    {
      what: 'batches that are no array',
      input: { batches: {} },
      field: 'batches',
      rule: 'must be an array of batches',
    },
    {
      what: 'too many batches',
      input: { batches: Array.from({ length: MAX_IMPORT_BATCHES + 1 }, () => 0) },
      field: 'batches',
      rule: 'must be at most 5000 batches',
    },
    {
      what: 'a batch that breaks the wire',
      input: { batches: [view('2026-11-20'), { ...view('2026-11-20'), day: 'yesterday' }] },
      field: 'batches[1].day',
      rule: 'must be a date such as 2026-11-23',
    },
    {
      what: 'a batch of another site',
      input: { batches: [view('2026-11-20', { site: 'other' })] },
      field: 'batches[0].site',
      rule: 'must be the site of the address',
    },
    {
      what: 'a batch of tomorrow',
      input: { batches: [view('2026-11-24')] },
      field: 'batches[0].day',
      rule: 'must not be after today',
    },
    {
      what: 'sealing today, which is not over',
      input: { batches: [], seal: '2026-11-23' },
      field: 'seal',
      rule: 'must be a day before today, such as 2026-11-22',
    },
    {
      what: 'sealing what is no day',
      input: { batches: [], seal: 7 },
      field: 'seal',
      rule: 'must be a day before today, such as 2026-11-22',
    },
  ])('for $what names the field and the rule', ({ input, field, rule }) => {
    expect(parseImport(input, SITE, TODAY)).toEqual({ ok: false, issue: { field, rule } });
  });
});

describe('an import', () => {
  it('may carry the slices that a collector would have added, and a day to seal', () => {
    const batches = [view('2026-11-20', { slices: { country: 'DE', device: 'phone' } })];
    expect(parseImport({ batches, seal: '2026-11-21' }, SITE, TODAY)).toEqual({
      ok: true,
      value: { batches, seal: '2026-11-21' },
    });
  });

  it('may reach up to today', () => {
    expect(parseImport({ batches: [view('2026-11-23')] }, SITE, TODAY)).toMatchObject({ ok: true });
  });

  const openShop = async () => {
    const core = await assemble(temporaryStore());
    return { core, site: await core.addSite({ kind: 'archive' }, declared('page', '/a')) };
  };

  it('counts each batch on its own day, then seals day by day', async () => {
    const { core, site } = await openShop();
    const batches = [
      ...['2026-10-02', '2026-10-01', '2026-10-02', '2026-10-03'].map((day) => view(day)),
      view('2026-10-04'),
    ];
    const result = await importHistory(core, site, { batches, seal: '2026-10-03' });
    expect(result).toEqual(done({ committed: 5, duplicates: 0, sealedThrough: '2026-10-03' }));
    // Browsers by day: 1, 2, 1. The third browser is there on the second day.
    const perDay = await Promise.all(
      ['2026-10-01', '2026-10-02', '2026-10-03'].map(async (day) => {
        const days = { from: dayNumber(day), to: dayNumber(day) };
        return byDimensions((await held(core, site, 'page.view', { days })).sealed);
      }),
    );
    expect(perDay).toEqual([{}, { '/a': 3 }, {}]);
    expect((await held(core, site, 'page.view')).waiting).toMatchObject([{ dimensions: '/a', n: 1 }]);
    expect((await core.store.openDays(site.id)).map(dayFromNumber)).toEqual(['2026-10-04']);
  });

  it('of a day with more batches than may wait at once is committed in parts', async () => {
    const core = await assemble(memoryStore());
    const site = await core.addSite({ kind: 'archive' }, declared('page', '/a'));
    const batches = Array.from({ length: 20_001 }, () => view('2026-10-01'));
    expect(await importHistory(core, site, { batches })).toMatchObject({ value: { committed: 20_001 } });
  });

  it('sent again counts nothing twice', async () => {
    const { core, site } = await openShop();
    const batches = [view('2026-10-01'), view('2026-10-01')];
    await importHistory(core, site, { batches });
    expect(await importHistory(core, site, { batches: [...batches, view('2026-10-01')] })).toEqual(
      done({ committed: 1, duplicates: 2, sealedThrough: null }),
    );
    expect(byDimensions((await held(core, site, 'page.view')).intake)).toEqual({ '/a': 3 });
  });

  it('sent again a week later counts nothing twice while its day is open', async () => {
    const { core, site } = await openShop();
    const batches = [view('2026-10-01'), view('2026-10-02')];
    await importHistory(core, site, { batches, seal: '2026-10-01' });
    core.clock.ms += 7 * 86_400_000;
    await core.store.purgeNonces(core.clock.ms / 3_600_000);
    const again = await importHistory(core, await core.site(site.slug), { batches: batches.slice(1) });
    expect(again).toMatchObject(done({ committed: 0, duplicates: 1, sealedThrough: '2026-10-01' }));
    expect(byDimensions((await held(core, site, 'page.view')).intake)).toEqual({ '/a': 1 });
    // Of the sealed day nothing can be counted any more: its nonces are not needed.
    expect(await core.store.claimed([`${site.id}:${batches[0]?.batch}`])).toEqual([false]);
  });

  it('whose answer was lost may be sent again as it was, though its day is sealed now', async () => {
    const { core, site } = await openShop();
    const request = { batches: [view('2026-10-01')], seal: '2026-10-01' };
    await importHistory(core, site, request);
    expect(await importHistory(core, await core.site(site.slug), request)).toEqual(
      done({ committed: 0, duplicates: 1, sealedThrough: '2026-10-01' }),
    );
  });

  it('with a batch that comes too late for its day is refused whole', async () => {
    const { core, site } = await openShop();
    await importHistory(core, site, { batches: [], seal: '2026-10-01' });
    const sealed = await core.site(site.slug);
    expect(await importHistory(core, sealed, { batches: [view('2026-10-02'), view('2026-10-01')] })).toEqual({
      ok: false,
      issue: { field: 'batches[1].day', rule: 'must be after 2026-10-01, the last sealed day' },
    });
    expect((await held(core, site, 'page.view')).intake).toEqual([]);
  });

  it('takes each batch as a sender of its own, so that k of them name a string', async () => {
    const { core, site } = await openShop();
    const three = [1, 2, 3].map(() => batchOf([['page.view', ['/new'], 1, 2]], { day: '2026-10-01' }));
    await importHistory(core, site, { batches: three });
    expect((await core.store.terms(site.id)).some(({ text }) => text === '/new')).toBe(true);
  });

  it('may seal without a batch, and tells what is sealed already', async () => {
    const { core, site } = await openShop();
    expect(await importHistory(core, site, { batches: [], seal: '2026-10-05' })).toEqual(
      done({ committed: 0, duplicates: 0, sealedThrough: '2026-10-05' }),
    );
    const sealed = await core.site(site.slug);
    expect(await importHistory(core, sealed, { batches: [] })).toMatchObject({
      value: { sealedThrough: '2026-10-05' },
    });
    expect(await importHistory(core, sealed, { batches: [], seal: '2026-10-01' })).toMatchObject({
      value: { sealedThrough: '2026-10-05' },
    });
  });
});
