import { dayFromNumber, dayNumber } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { assemble, type TestCore } from '../../test/core.ts';
import { count } from '../../test/release.ts';
import { memoryStore } from '../../test/temporary.ts';
import { type NewSite, StoppingError } from '../store/store.ts';

async function openShop(given: Partial<NewSite> = {}): Promise<TestCore> {
  const core = await assemble(memoryStore());
  await core.addSite(given);
  return core;
}

const visit = (core: TestCore, day: string) => count(core, 'shop', day, 1, [['visit', [], 1, 2]]);

const sealedThrough = async (core: TestCore): Promise<string | null> => {
  const { sealedThrough: day } = await core.site('shop');
  return day === null ? null : dayFromNumber(day);
};

describe('days that are over', () => {
  it.each([
    { now: '2026-11-23T01:59:59Z', timeZone: 'UTC', sealed: '2026-11-21' },
    { now: '2026-11-23T02:00:00Z', timeZone: 'UTC', sealed: '2026-11-22' },
    { now: '2026-11-23T00:59:59Z', timeZone: 'Europe/Berlin', sealed: '2026-11-21' },
    { now: '2026-11-23T01:00:00Z', timeZone: 'Europe/Berlin', sealed: '2026-11-22' },
    { now: '2026-11-23T09:59:59Z', timeZone: 'America/Los_Angeles', sealed: '2026-11-21' },
    { now: '2026-11-23T10:00:00Z', timeZone: 'America/Los_Angeles', sealed: '2026-11-22' },
  ])(
    'are sealed two hours after midnight: at $now in $timeZone up to $sealed',
    async ({ now, timeZone, sealed }) => {
      const core = await openShop({ timeZone });
      for (const day of ['2026-11-19', '2026-11-23']) await visit(core, day);
      await core.sealer.sealOver(Date.parse(now));
      expect(await sealedThrough(core)).toBe(sealed);
    },
  );

  it('are sealed in order, those without a visit between them too', async () => {
    const core = await openShop();
    for (const day of ['2026-11-21', '2026-11-18', '2026-11-23']) await visit(core, day);
    const sealed: string[] = [];
    const seal = core.store.seal;
    Object.assign(core.store, {
      seal: (...args: Parameters<typeof seal>) => {
        sealed.push(dayFromNumber(args[1]));
        return seal(...args);
      },
    });
    await core.sealer.sealOver(Date.parse('2026-11-23T12:00:00Z'));
    expect(sealed).toEqual(['2026-11-18', '2026-11-21', '2026-11-22']);
    expect((await core.store.openDays(1)).map(dayFromNumber)).toEqual(['2026-11-23']);
  });

  it('are sealed once', async () => {
    const core = await openShop();
    for (const day of ['2026-11-20', '2026-11-23']) await visit(core, day);
    const now = Date.parse('2026-11-23T12:00:00Z');
    await Promise.all([core.sealer.sealOver(now), core.sealer.sealOver(now)]);
    expect(await sealedThrough(core)).toBe('2026-11-22');
  });

  it('stay open on an archive, whose time stands still', async () => {
    const core = await openShop({ kind: 'archive' });
    await visit(core, '2026-11-20');
    await core.sealer.sealOver(Date.parse('2026-11-23T12:00:00Z'));
    expect(await sealedThrough(core)).toBeNull();
  });

  it('stay open on a site that has counted nothing, so that history may come', async () => {
    const core = await openShop();
    await core.sealer.sealOver(Date.parse('2026-11-23T12:00:00Z'));
    expect(await sealedThrough(core)).toBeNull();
  });

  it('stay open on a site that holds history alone, so that the rest of it may come', async () => {
    const core = await openShop();
    await visit(core, '2026-01-10');
    await core.sealer.sealOver(Date.parse('2026-11-23T12:00:00Z'));
    expect(await sealedThrough(core)).toBeNull();
  });

  it('of one site do not hold up another', async () => {
    const core = await openShop();
    await core.addSite({ slug: 'other' });
    await count(core, 'other', '2026-11-23', 1, [['visit', [], 1, 2]]);
    await core.sealer.sealOver(Date.parse('2026-11-23T12:00:00Z'));
    expect(dayFromNumber((await core.site('other')).sealedThrough ?? 0)).toBe('2026-11-22');
    expect(await sealedThrough(core)).toBeNull();
  });
});

describe('sealing on request', () => {
  it('of a site that is not there does nothing', async () => {
    const core = await openShop();
    expect(await core.sealer.sealThrough('nowhere', 20_000)).toBeNull();
  });

  it('goes on after one that failed', async () => {
    const core = await openShop();
    await visit(core, '2026-11-20');
    const seal = core.store.seal;
    Object.assign(core.store, { seal: () => Promise.reject(new Error('disk full')) });
    await expect(core.sealer.sealThrough('shop', 20_000)).rejects.toThrow('disk full');
    Object.assign(core.store, { seal });
    expect(await core.sealer.sealThrough('shop', 20_000)).toBe(20_000);
  });
});

describe('a lower k', () => {
  const day = (days: number): string => dayFromNumber(20_000 + days);
  const seal = (core: TestCore, days: number) => core.sealer.sealThrough('shop', 20_000 + days);
  const shown = async (core: TestCore, through = 60): Promise<number> => {
    const { balance } = await core.release.cells('visit', {
      site: await core.site('shop'),
      slice: '*',
      from: day(0),
      to: day(through),
    });
    return balance.shown;
  };

  it('does not let go what waits under a higher one, for 28 days', async () => {
    const core = await openShop({ k: 10 });
    await count(core, 'shop', day(0), 6, [['visit', [], 1, 2]]);
    await seal(core, 0);
    await core.addSite({ k: 5 });
    await count(core, 'shop', day(1), 1, [['visit', [], 1, 2]]);
    await seal(core, 1);
    expect(await shown(core)).toBe(0);
    await count(core, 'shop', day(2), 3, [['visit', [], 1, 2]]);
    await seal(core, 2);
    expect(await shown(core)).toBe(10);
  });

  it('holds for what was counted since, once 28 days are over', async () => {
    const core = await openShop({ k: 10 });
    await seal(core, 0);
    await core.addSite({ k: 5 });
    await seal(core, 1);
    for (const days of [28, 29]) {
      await count(core, 'shop', day(days), 6, [['visit', [], 1, 2]]);
      await seal(core, days);
      // The day that was sealed just after the change was the last under the old promise.
      expect(await shown(core)).toBe(days === 28 ? 0 : 12);
    }
  });

  it('is not what an open day is told by', async () => {
    const core = await openShop({ k: 10 });
    await seal(core, 0);
    await core.addSite({ k: 5 });
    await count(core, 'shop', day(1), 9, [['visit', [], 1, 2]]);
    expect(await shown(core, 1)).toBe(0);
    await count(core, 'shop', day(1), 2, [['visit', [], 1, 2]]);
    expect(await shown(core, 1)).toBe(10);
  });

  it('is no matter where it is higher: that holds at once', async () => {
    const core = await openShop({ k: 5 });
    await count(core, 'shop', day(0), 6, [['visit', [], 1, 2]]);
    await core.addSite({ k: 10 });
    await seal(core, 0);
    expect(await shown(core)).toBe(0);
  });
});

describe('sealing that is told to stop', () => {
  /** A core whose days take until they are broken off. */
  async function openSlow() {
    const core = await openShop();
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-23']) await visit(core, day);
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const asked: string[] = [];
    Object.assign(core.store, {
      seal: (...[, day, , , signal]: Parameters<typeof core.store.seal>) =>
        new Promise<void>((_, reject) => {
          asked.push(dayFromNumber(day));
          signal?.addEventListener('abort', () => reject(new StoppingError('broken off')));
          begin();
        }),
    });
    return { core, begun, asked };
  }

  it('breaks off the day that is under way, begins no other, and says so', async () => {
    const { core, begun, asked } = await openSlow();
    const sealing = expect(core.sealer.sealOver(Date.parse('2026-11-23T12:00:00Z'))).rejects.toThrow(
      StoppingError,
    );
    await begun;
    await core.sealer.stop();
    await sealing;
    expect(asked).toEqual(['2026-11-20']);
    expect(await sealedThrough(core)).toBeNull();
    const late = core.sealer.sealThrough('shop', dayNumber('2026-11-22'));
    await expect(late).rejects.toThrow(StoppingError);
    expect(asked).toEqual(['2026-11-20']);
  });

  it('lets go the names of no day that it does not begin', async () => {
    const core = await openShop();
    await core.sealer.stop();
    await count(core, 'shop', '2026-11-22', 2, [['page.view', ['/new'], 1, 2]]);
    await expect(core.sealer.sealThrough('shop', dayNumber('2026-11-22'))).rejects.toThrow(StoppingError);
    await count(core, 'shop', '2026-11-22', 1, [['page.view', ['/new'], 1, 2]]);
    const texts = (await core.store.terms(1)).map(({ text }) => text);
    expect(texts).toContain('/new');
  });
});
