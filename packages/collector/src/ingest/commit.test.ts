import { dayNumber, type Increment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { byDimensions, held } from '../../test/cells.ts';
import { assemble, contributionOf, declared, NOON, nextNonce, SHOP, TODAY } from '../../test/core.ts';
import { temporaryStore } from '../../test/temporary.ts';
import { addSite } from '../site/add-site.ts';
import { loadFactCodes } from '../site/facts.ts';
import { createRegistry } from '../site/registry.ts';
import { type Store, StoreUnavailableError } from '../store/store.ts';
import { createGate } from './admit.ts';
import { createCommitter } from './commit.ts';

const DAY = dayNumber(TODAY);
const VIEW: Increment = ['page.view', ['/a'], 1, 2];

/** A committer whose timers the test sets off, on a store that the test may break. */
async function open() {
  const store = temporaryStore();
  const clock = { ms: NOON, now: () => clock.ms };
  const timers: { callback: () => void; delayMs: number }[] = [];
  const transactions: number[] = [];
  const faults = { failing: false, unreadable: false, poison: '', tookMs: 0 };
  const watched: Store = {
    ...store,
    async commit(nonces, hour, changes) {
      if (faults.failing) throw new StoreUnavailableError('disk full');
      if (nonces.some((nonce) => nonce.endsWith(`:${faults.poison}`))) throw new TypeError('a bug');
      transactions.push(nonces.length);
      const fresh = await store.commit(nonces, hour, changes);
      clock.ms += faults.tookMs;
      return fresh;
    },
    async version() {
      if (faults.unreadable) throw new StoreUnavailableError('disk gone');
      return store.version();
    },
  };
  const registry = createRegistry(watched);
  const codes = await loadFactCodes(watched);
  const committer = createCommitter({
    ...{ store: watched, registry, codes, gate: createGate(), clock },
    schedule: (callback, delayMs) => {
      const timer = { callback, delayMs };
      timers.push(timer);
      return () => {
        const at = timers.indexOf(timer);
        if (at >= 0) timers.splice(at, 1);
      };
    },
  });
  const site = await addSite({ store: watched, registry }, SHOP, declared('page', '/a'));
  const views = async () => {
    const core = await assemble(store);
    return byDimensions((await held(core, site, 'page.view')).intake);
  };
  return { store, committer, registry, site, views, timers, transactions, faults, clock };
}

describe('contributions that arrive together', () => {
  it('are committed in one transaction, and answered after it', async () => {
    const { committer, site, transactions, timers, views } = await open();
    const answers: string[] = [];
    const pending = [1, 2, 3].map(() =>
      committer.add(contributionOf(site, [VIEW])).then((outcome) => answers.push(outcome)),
    );
    expect(timers).toHaveLength(1);
    expect(answers).toEqual([]);
    timers[0]?.callback();
    await Promise.all(pending);
    expect(answers).toEqual(['committed', 'committed', 'committed']);
    expect(transactions).toEqual([3]);
    expect(await views()).toEqual({ '/a': 3 });
  });

  it('count a nonce once when it comes twice in the same window', async () => {
    const { committer, site, views } = await open();
    const batch = nextNonce();
    const twice = [1, 2].map(() => committer.add(contributionOf(site, [VIEW], { batch })));
    await committer.drain();
    expect(await Promise.all(twice)).toEqual(['committed', 'duplicate']);
    expect(await views()).toEqual({ '/a': 1 });
  });

  it('count a nonce once when it comes again later', async () => {
    const { committer, site, views } = await open();
    const contribution = contributionOf(site, [VIEW]);
    const first = committer.add(contribution);
    await committer.drain();
    const second = committer.add(contribution);
    await committer.drain();
    expect([await first, await second]).toEqual(['committed', 'duplicate']);
    expect(await views()).toEqual({ '/a': 1 });
  });

  it('may carry the same nonce for two sites', async () => {
    const { store, committer, registry, site } = await open();
    const other = await addSite({ store, registry }, { ...SHOP, slug: 'other' });
    const batch = nextNonce();
    const both = [site, other].map((each) => committer.add(contributionOf(each, [VIEW], { batch })));
    await committer.drain();
    expect(await Promise.all(both)).toEqual(['committed', 'committed']);
  });
});

describe('a store that fails', () => {
  it('rejects everything of the group, counts nothing, and the resend counts once', async () => {
    const { committer, site, faults, views } = await open();
    const contributions = [contributionOf(site, [VIEW]), contributionOf(site, [VIEW])];
    faults.failing = true;
    const failed = contributions.map((contribution) => committer.add(contribution));
    const answers = Promise.allSettled(failed);
    await committer.drain();
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(failed[0]).rejects.toThrow(StoreUnavailableError);
    expect(await views()).toEqual({});
    faults.failing = false;
    const resent = contributions.map((contribution) => committer.add(contribution));
    await committer.drain();
    expect(await Promise.all(resent)).toEqual(['committed', 'committed']);
    expect(await views()).toEqual({ '/a': 2 });
  });

  it('does not stop the groups after it', async () => {
    const { committer, site, faults, views } = await open();
    faults.failing = true;
    const failed = committer.add(contributionOf(site, [VIEW]));
    const refused = expect(failed).rejects.toThrow('disk full');
    await committer.drain();
    await refused;
    faults.failing = false;
    const next = committer.add(contributionOf(site, [VIEW]));
    await committer.drain();
    expect(await next).toBe('committed');
    expect(await views()).toEqual({ '/a': 1 });
  });
});

describe('a store that cannot even be read', () => {
  it('rejects the group, and goes on with the next when it can', async () => {
    const { committer, site, faults, views } = await open();
    faults.unreadable = true;
    const contribution = contributionOf(site, [VIEW]);
    const refused = expect(committer.add(contribution)).rejects.toThrow(StoreUnavailableError);
    await committer.drain();
    await refused;
    faults.unreadable = false;
    const resent = committer.add(contribution);
    await committer.drain();
    expect(await resent).toBe('committed');
    expect(await views()).toEqual({ '/a': 1 });
  });
});

describe('whoever watches the committer', () => {
  it('is told once when writing begins to fail, and once when it works again', async () => {
    const { committer, site, faults } = await open();
    const told: (string | null)[] = [];
    committer.watch((failure) => told.push(failure?.message ?? null));
    const attempt = async () => {
      const added = Promise.allSettled([committer.add(contributionOf(site, [VIEW]))]);
      await committer.drain();
      await added;
    };
    await attempt();
    faults.failing = true;
    await attempt();
    await attempt();
    faults.failing = false;
    await attempt();
    await attempt();
    expect(told).toEqual(['disk full', null]);
  });
});

describe('a contribution that brings out an error of ours', () => {
  it('is rejected with it; the others of its group are counted', async () => {
    const { committer, site, faults, views } = await open();
    const contributions = [1, 2, 3].map(() => contributionOf(site, [VIEW]));
    faults.poison = contributions[1]?.batch.batch ?? '';
    const answers = Promise.allSettled(contributions.map((contribution) => committer.add(contribution)));
    await committer.drain();
    expect(await answers).toEqual([
      { status: 'fulfilled', value: 'committed' },
      { status: 'rejected', reason: new TypeError('a bug') },
      { status: 'fulfilled', value: 'committed' },
    ]);
    expect(await views()).toEqual({ '/a': 2 });
  });
});

describe('a contribution to a site that is gone', () => {
  it('is turned away, and counts nothing', async () => {
    const { store, committer, site, transactions } = await open();
    const gone = { ...site, id: site.id + 1 };
    const refused = expect(committer.add(contributionOf(gone, [VIEW]))).rejects.toThrow(
      StoreUnavailableError,
    );
    await committer.drain();
    await refused;
    expect(transactions).toEqual([]);
    expect(await store.openDays(gone.id)).toEqual([]);
  });
});

describe('a contribution whose day is sealed while it waits', () => {
  it('lands on the next day, and counts no browser there', async () => {
    const { store, committer, registry, site } = await open();
    const core = await assemble(store);
    const pending = committer.add(contributionOf(site, [VIEW], { day: '2026-11-22' }));
    await committer.between(async () => {
      await store.seal(site.id, DAY - 1, site.k, core.codes.sealPlan);
      registry.forget();
    });
    await committer.drain();
    expect(await pending).toBe('committed');
    expect(await core.store.openDays(site.id)).toEqual([DAY]);
    expect((await held(core, site, 'page.view')).intake).toEqual([
      { dimensions: '/a', n: 1, people: 0, reach: 0, total: 0 },
    ]);
  });
});

describe('the window in which contributions gather', () => {
  /** How long the window is after writes that took so long. */
  const windowAfter = async (tookMs: number): Promise<number | undefined> => {
    const { committer, site, timers, faults } = await open();
    faults.tookMs = tookMs;
    const first = committer.add(contributionOf(site, [VIEW]));
    await committer.drain();
    await first;
    const second = committer.add(contributionOf(site, [VIEW]));
    const window = timers.at(-1)?.delayMs;
    await committer.drain();
    await second;
    return window;
  };

  it.each([
    { tookMs: 0, window: 4 },
    { tookMs: 10, window: 40 },
    { tookMs: 1_000, window: 250 },
  ])('is $window ms after a write of $tookMs ms', async ({ tookMs, window }) => {
    expect(await windowAfter(tookMs)).toBe(window);
  });

  it('stays one while a write is under way, so that what arrives meanwhile is merged', async () => {
    const { committer, site, timers, transactions } = await open();
    let finish = (): void => undefined;
    const slowly = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const slow = committer.between(() => slowly);
    const pending: Promise<unknown>[] = [];
    for (let i = 0; i < 5; i++) {
      pending.push(committer.add(contributionOf(site, [VIEW])));
      for (const { callback, delayMs } of timers.splice(0)) if (delayMs < 1_000) callback();
    }
    finish();
    await Promise.all([slow, ...pending]);
    expect(transactions).toEqual([5]);
  });

  it('turns contributions away, to be sent again, when 20,000 wait', async () => {
    const { committer, site } = await open();
    const one = contributionOf(site, [VIEW]);
    const waiting = Promise.all(Array.from({ length: 20_000 }, () => committer.add(one)));
    await expect(committer.add(one)).rejects.toThrow(StoreUnavailableError);
    await committer.drain();
    expect((await waiting).filter((outcome) => outcome === 'committed')).toHaveLength(1);
  });
});

describe('a backlog of large contributions', () => {
  /** 200 increments: the most that a batch may hold. */
  const LARGE = Array.from({ length: 200 }, (): Increment => ['page.view', ['/a'], 1]);

  it('is written in transactions of 20,000 increments, in the order they came', async () => {
    const { committer, site, transactions } = await open();
    const order: number[] = [];
    const pending = Array.from({ length: 250 }, (_, i) =>
      committer.add(contributionOf(site, LARGE)).then(() => order.push(i)),
    );
    await committer.drain();
    await Promise.all(pending);
    expect(transactions).toEqual([100, 100, 50]);
    expect(order).toEqual(order.toSorted((x, y) => x - y));
  });

  it('is bounded at 400,000 increments, and takes more once some are written', async () => {
    const { committer, site } = await open();
    const one = contributionOf(site, LARGE);
    const waiting = Promise.all(Array.from({ length: 2_000 }, () => committer.add(one)));
    await expect(committer.add(one)).rejects.toThrow(StoreUnavailableError);
    await committer.drain();
    await waiting;
    const next = committer.add(one);
    await committer.drain();
    expect(await next).toBe('duplicate');
  });
});

describe('work between two writes', () => {
  it('gives its result, and its failure, to its caller alone', async () => {
    const { committer, site } = await open();
    expect(await committer.between(async () => 'done')).toBe('done');
    await expect(
      committer.between(async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const next = committer.add(contributionOf(site, [VIEW]));
    await committer.drain();
    expect(await next).toBe('committed');
  });
});

describe('work between two writes that takes more than a second', () => {
  /** Such work, under way; what the committer is told after a second; and the end of the work. */
  async function openHeldUp() {
    const opened = await open();
    let finish = (): void => undefined;
    const slowly = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const work = opened.committer.between(() => slowly);
    await Promise.resolve();
    const second = opened.timers.find(({ delayMs }) => delayMs === 1_000);
    return {
      ...opened,
      finish: () => {
        finish();
        return work;
      },
      afterASecond: () => second?.callback(),
    };
  }

  it('lets contributions wait for a second, and those are counted where it is over by then', async () => {
    const { committer, site, finish, views, timers } = await openHeldUp();
    const waiting = committer.add(contributionOf(site, [VIEW]));
    await finish();
    await committer.drain();
    expect(await waiting).toBe('committed');
    expect(await views()).toEqual({ '/a': 1 });
    expect(timers.filter(({ delayMs }) => delayMs === 1_000)).toEqual([]);
  });

  it('turns away who has waited for a second, and at once who comes after, until it is over', async () => {
    const { committer, site, finish, views, afterASecond } = await openHeldUp();
    const contributions = [contributionOf(site, [VIEW]), contributionOf(site, [VIEW])] as const;
    const waiting = expect(committer.add(contributions[0])).rejects.toThrow(StoreUnavailableError);
    afterASecond();
    await waiting;
    expect(committer.backlog()).toBe(0);
    await expect(committer.add(contributions[1])).rejects.toThrow(StoreUnavailableError);
    await finish();
    expect(await views()).toEqual({});
    const resent = contributions.map((contribution) => committer.add(contribution));
    await committer.drain();
    expect(await Promise.all(resent)).toEqual(['committed', 'committed']);
    expect(await views()).toEqual({ '/a': 2 });
  });

  it('takes more afterwards where it fails, too', async () => {
    const { committer, site, timers } = await open();
    let fail = (_: Error): void => undefined;
    const failing = new Promise<void>((_, reject) => {
      fail = reject;
    });
    const work = expect(committer.between(() => failing)).rejects.toThrow('no');
    await Promise.resolve();
    timers.at(-1)?.callback();
    fail(new Error('no'));
    await work;
    const next = committer.add(contributionOf(site, [VIEW]));
    await committer.drain();
    expect(await next).toBe('committed');
  });
});

describe('draining', () => {
  it('is over at once when nothing waits', async () => {
    const { committer, transactions } = await open();
    await committer.drain();
    expect(transactions).toEqual([]);
  });
});
