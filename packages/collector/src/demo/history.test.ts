import { describe, expect, it } from 'vitest';
import { held, sumOf } from '../../test/cells.ts';
import { assemble, batchOf, declared, SHOP, type TestCore } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';
import { type History, type HistoryDay, importDays, type Progress } from './history.ts';

const dayOf = (day: string, visits: number): HistoryDay => ({
  day,
  batches: Array.from({ length: visits }, () => batchOf([['page.view', ['/a'], 1, 2]], { day })),
});

const DAYS = [dayOf('2026-10-01', 5), dayOf('2026-10-02', 4), dayOf('2026-10-03', 3)];

const historyOf = (days: Iterable<HistoryDay>): History => ({
  site: { ...SHOP, kind: 'archive' },
  catalogue: declared('page', '/a'),
  days,
});

async function open(): Promise<TestCore & { close(): Promise<void> }> {
  const core = await assemble(memoryStore());
  return { ...core, close: () => core.store.close() };
}

const viewsIn = async (core: TestCore): Promise<number> =>
  sumOf((await held(core, await core.site('shop'), 'page.view')).sealed);

describe('a history', () => {
  it('is committed and sealed day by day, and tells how far it is', async () => {
    const core = await open();
    const told: Progress[] = [];
    await importDays(core, historyOf(DAYS), (progress) => told.push(progress));
    expect(told).toEqual([
      { day: '2026-10-01', days: 1, batches: 5, increments: 5 },
      { day: '2026-10-02', days: 2, batches: 9, increments: 9 },
      { day: '2026-10-03', days: 3, batches: 12, increments: 12 },
    ]);
    expect(await viewsIn(core)).toBe(12);
    expect(await core.store.openDays(1)).toEqual([]);
  });

  it('that was interrupted goes on where it stopped, and counts nothing twice', async () => {
    const core = await open();
    const broken = function* (): Generator<HistoryDay> {
      yield* DAYS.slice(0, 2);
      throw new Error('the power went');
    };
    await expect(importDays(core, historyOf(broken()), () => undefined)).rejects.toThrow('the power went');
    const resumed = await importDays(core, historyOf(DAYS), () => undefined);
    expect(resumed).toEqual({ day: '2026-10-03', days: 1, batches: 3, increments: 3 });
    expect(await viewsIn(core)).toBe(12);
  });

  it('that is there already imports nothing', async () => {
    const core = await open();
    await importDays(core, historyOf(DAYS), () => undefined);
    expect(await importDays(core, historyOf(DAYS), () => undefined)).toBeNull();
    expect(await viewsIn(core)).toBe(12);
  });
});
