import { dayNumber, type Increment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { byDimensions, held } from '../../test/cells.ts';
import { assemble, contributionOf, declared, NOON, TODAY } from '../../test/core.ts';
import { temporaryStore } from '../../test/temporary.ts';
import { StoppingError, StoreUnavailableError } from '../store/store.ts';
import { createHousekeeping } from './housekeeping.ts';

const HOUR = 3_600_000;
const DAY = dayNumber(TODAY);
const VIEW: Increment = ['page.view', ['/a'], 1, 2];

/** Finds nothing to do. */
const RETAINER = {
  clear: async () => undefined,
  retain: async () => undefined,
  scrub: async () => undefined,
};

/** A shop and its housekeeping, on a clock and an uptime that the test moves. */
async function open() {
  const core = await assemble(temporaryStore());
  const site = await core.addSite({}, declared('page', '/a'));
  const time = { uptimeMs: 0 };
  const warnings: string[] = [];
  const reported: unknown[] = [];
  /** The clock at which what is old was deleted. */
  const retained: number[] = [];
  const start = () =>
    createHousekeeping({
      ...core,
      retainer: { ...RETAINER, retain: async (nowMs) => retained.push(nowMs) },
      uptimeMs: () => time.uptimeMs,
      report: (error) => reported.push(error),
      warn: (message) => warnings.push(message),
    });
  const keep = start();
  const pass = (hours: number): void => {
    core.clock.ms += hours * HOUR;
    time.uptimeMs += hours * HOUR;
  };
  const views = async () => byDimensions((await held(core, site, 'page.view')).intake);
  return { core, site, keep, start, pass, warnings, reported, retained, views };
}

describe('housekeeping', () => {
  it('closes a day two hours after it is over', async () => {
    const { core, site, keep, pass } = await open();
    await core.commit(contributionOf(site, [VIEW]));
    pass(13);
    await keep.seal();
    expect((await core.site('shop')).sealedThrough).toBe(DAY - 1);
    pass(2);
    await keep.seal();
    expect((await core.site('shop')).sealedThrough).toBe(DAY);
  });

  it('forgets a nonce after 25 hours', async () => {
    const { core, site, keep, pass } = await open();
    const contribution = contributionOf(site, [VIEW]);
    await core.commit(contribution);
    pass(25);
    await keep.tidy();
    expect(await core.store.claimed([`${site.id}:${contribution.batch.batch}`])).toEqual([true]);
    pass(1);
    await keep.tidy();
    expect(await core.store.claimed([`${site.id}:${contribution.batch.batch}`])).toEqual([false]);
  });

  it('puts off what cannot be written, says so, and does it when it comes round again', async () => {
    const { core, reported } = await open();
    const warnings: string[] = [];
    let isFull = true;
    const keep = createHousekeeping({
      ...core,
      retainer: RETAINER,
      store: {
        ...core.store,
        async truncateLog() {
          if (isFull) throw new StoreUnavailableError('nothing was committed: SQLITE_FULL');
          await core.store.truncateLog();
        },
      },
      uptimeMs: () => 0,
      report: (error) => reported.push(error),
      warn: (message) => warnings.push(message),
    });
    await keep.tidy();
    isFull = false;
    await keep.tidy();
    expect(warnings).toEqual(['tidying up was put off: nothing was committed: SQLITE_FULL']);
    expect(reported).toEqual([]);
  });

  it('is silent where it was told to stop', async () => {
    const { core, reported } = await open();
    const warnings: string[] = [];
    const keep = createHousekeeping({
      ...core,
      retainer: {
        ...RETAINER,
        clear: async () => {
          throw new StoppingError('the collector stops');
        },
      },
      uptimeMs: () => 0,
      report: (error) => reported.push(error),
      warn: (message) => warnings.push(message),
    });
    await keep.keep();
    expect([...warnings, ...reported]).toEqual([]);
  });

  it('reports an error of our own, and goes on', async () => {
    const { core, reported } = await open();
    const broken = createHousekeeping({
      ...core,
      retainer: RETAINER,
      sealer: {
        sealOver: async () => {
          throw new TypeError('a bug');
        },
      },
      uptimeMs: () => 0,
      report: (error) => reported.push(error),
      warn: () => undefined,
    });
    await broken.seal();
    expect(reported).toEqual([new TypeError('a bug')]);
  });

  it('looks for copies of deleted rows once a day', async () => {
    const { core, pass } = await open();
    let scrubbed = 0;
    const time = { uptimeMs: 0 };
    const counting = createHousekeeping({
      ...core,
      retainer: {
        ...core.retainer,
        scrub: async () => {
          scrubbed += 1;
        },
      },
      uptimeMs: () => time.uptimeMs,
      report: () => undefined,
      warn: () => undefined,
    });
    await Promise.all([counting.keep(), counting.keep()]);
    expect(scrubbed).toBe(1);
    for (let hour = 1; hour <= 25; hour += 1) {
      pass(1);
      time.uptimeMs += HOUR;
      await counting.keep();
    }
    expect(scrubbed).toBe(2);
  });
});

describe('a clock that is set', () => {
  it.each([
    { what: 'forward by three days', hours: 72, says: 'the clock was set forward by 72 hours' },
    { what: 'back by three days', hours: -72, says: 'the clock was set back by 72 hours' },
  ])('$what and right again closes no day, and lets no batch count twice', async ({ hours, says }) => {
    const { core, site, keep, pass, warnings, views } = await open();
    const contribution = contributionOf(site, [VIEW]);
    await core.commit(contribution);
    await keep.seal();
    core.clock.ms += hours * HOUR;
    for (let i = 0; i < 3; i += 1) {
      pass(1);
      await keep.seal();
      await keep.tidy();
    }
    core.clock.ms -= hours * HOUR;
    pass(1);
    await keep.seal();
    await keep.tidy();
    expect(warnings[0]).toMatch(says);
    expect(warnings).toHaveLength(2);
    expect((await core.site('shop')).sealedThrough).toBe(DAY - 1);
    expect(await core.commit(contribution)).toEqual(['duplicate']);
    expect(await views()).toEqual({ '/a': 1 });
  });

  it('counts a batch once that came while it was wrong, and comes again when it is right', async () => {
    const { core, site, keep, pass, views } = await open();
    await keep.seal();
    core.clock.ms = Date.parse('1970-01-02T00:00:00Z');
    const contribution = contributionOf(site, [VIEW]);
    await core.commit(contribution);
    await keep.tidy();
    core.clock.ms = NOON;
    for (let i = 0; i < 24; i += 1) {
      pass(1);
      await keep.tidy();
    }
    expect(await core.commit(contribution)).toEqual(['duplicate']);
    expect(await views()).toEqual({ '/a': 1 });
  });

  it('closes days again when it has kept step for six hours, for it may be right now', async () => {
    const { core, site, keep, pass } = await open();
    await core.commit(contributionOf(site, [VIEW]));
    await keep.seal();
    core.clock.ms += 72 * HOUR;
    await keep.seal();
    pass(5);
    await keep.seal();
    expect((await core.site('shop')).sealedThrough).toBe(DAY - 1);
    pass(1);
    await keep.seal();
    expect((await core.site('shop')).sealedThrough).toBe(DAY + 2);
  });

  it('back or forward deletes nothing that is old by it, until it has kept step for 25 hours', async () => {
    const { core, keep, pass, retained } = await open();
    await keep.seal();
    await keep.keep();
    expect(retained).toHaveLength(1);
    core.clock.ms += 3 * 365 * 24 * HOUR;
    await keep.keep();
    pass(24);
    await keep.keep();
    expect(retained).toHaveLength(1);
    pass(1);
    await keep.keep();
    expect(retained).toHaveLength(2);
  });
});

describe('a collector that starts with a clock far ahead of the last day that was closed', () => {
  it('deletes nothing for 25 hours, in which the clock may be set right', async () => {
    const { core, site, keep, start, pass, retained } = await open();
    const contribution = contributionOf(site, [VIEW]);
    await core.commit(contribution);
    await keep.seal();
    core.clock.ms += 3 * 365 * 24 * HOUR;
    const restarted = start();
    for (let i = 0; i < 25; i += 1) {
      await restarted.seal();
      await restarted.keep();
      await restarted.tidy();
      pass(1);
    }
    expect(retained).toEqual([]);
    expect(await core.store.claimed([`${site.id}:${contribution.batch.batch}`])).toEqual([true]);
    await restarted.keep();
    expect(retained).toHaveLength(1);
  });

  it('deletes at once where the collector was stopped for no more than three days', async () => {
    const { core, site, keep, start, pass, retained } = await open();
    await core.commit(contributionOf(site, [VIEW]));
    await keep.seal();
    pass(60);
    await start().keep();
    expect(retained).toEqual([core.clock.ms]);
  });
});
