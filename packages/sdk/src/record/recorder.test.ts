import { type Increment, parseBatch } from '@holloway/protocol';
import { describe, expect, it, vi } from 'vitest';
import type { Provenance } from '../capture/arrival.ts';
import { createStore, type KeyValueStore } from '../storage.ts';
import { createPending } from '../transport/pending.ts';
import type { Page } from '../visit/observation.ts';
import { createExclusively } from './exclusive.ts';
import type { Seen } from './memory.ts';
import { createRecorder } from './recorder.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 23, 11);

const HOME: Page = { path: '/', type: 'home', category: null };
const KETTLES: Page = { path: '/c/kettles', type: 'category', category: 'kettles' };
const KETTLE: Page = { path: '/p/ke-101', type: 'product', category: 'kettles' };

const DIRECT: Provenance = { source: 'direct' };
const FOUND: Provenance = { source: 'search', referrer: 'google.com' };
const NEWS: Provenance = { source: 'email', campaign: 'news', isTagged: true };

const pageview = (page: Page, isReload = false, provenance = DIRECT): Seen => ({
  kind: 'pageview',
  page,
  provenance,
  isReload,
});
const comeTo = (page: Page, provenance: Provenance): Seen => pageview(page, false, provenance);
const pause = (page: Page, engagedMs: number): Seen => ({ kind: 'pause', path: page.path, engagedMs });
const settled = (page: Page): Seen => ({ kind: 'settled', path: page.path });
const click: Seen = {
  kind: 'slot',
  measure: 'clicked',
  page: '/c/kettles',
  slot: 'grid/1',
  item: 'KE-101',
  viewport: 's',
};

function memoryStorage(isFull = false): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      values.set(key, value);
    },
    removeItem: (key: string) => void values.delete(key),
    get length() {
      return values.size;
    },
  } as Partial<Storage> as Storage;
}

/** One lock for a browser, granted in the order it was asked for. */
function lockManager(): Pick<LockManager, 'request'> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_: string, work: () => unknown) => {
      last = last.then(work);
      return last;
    },
  } as unknown as Pick<LockManager, 'request'>;
}

function browser(
  storage = memoryStorage(),
  locks: Pick<LockManager, 'request'> | undefined = lockManager(),
  elapsed = () => 0,
) {
  const clock = { at: NOON };
  const openTab = (store: KeyValueStore = createStore(() => storage)) => {
    const pending = createPending();
    const withdrawal = new AbortController();
    const due: (() => unknown)[] = [];
    const onFault = vi.fn();
    const recorder = createRecorder({
      store,
      exclusively: createExclusively(locks),
      pending,
      offsets: [[0, 60]],
      signal: withdrawal.signal,
      now: () => clock.at,
      elapsed,
      viewport: () => 's',
      later: (work) => void due.push(work),
      onFault,
    });
    const pass = () => Promise.all(due.splice(0).map((work) => work()));
    return { ...recorder, pending, onFault, pass, withdraw: () => withdrawal.abort() };
  };
  return { clock, openTab, storage };
}

type Tab = ReturnType<ReturnType<typeof browser>['openTab']>;

const taken = ({ pending }: Tab): Increment[] => pending.take().flatMap(({ increments }) => increments);
const find = (increments: Increment[], fact: string) => increments.filter(([name]) => name === fact);

describe('what is recorded', () => {
  it('is counted on the day and under the slices of its visit', async () => {
    const { openTab } = browser();
    const tab = openTab();
    await tab.record(pageview(HOME));
    const [batch] = tab.pending.take();
    expect(batch).toMatchObject({
      day: '2026-11-23',
      slices: { viewport: 's', source: 'direct', visitor: 'new' },
    });
    expect(batch?.increments).toContainEqual(['visit.hour', [12], 1]);
  });

  it('makes batches that the collector can read', async () => {
    const { openTab } = browser();
    const tab = openTab();
    await tab.record(pageview(KETTLES));
    await tab.record(click);
    tab.recordNow(pause(KETTLES, 4000));
    const frame = { v: 1, site: 'store', batch: 'AAAAAAAAAAA', statement: 'c9f1d2a4', basis: 'chosen' };
    for (const batch of tab.pending.take())
      expect(parseBatch({ ...frame, ...batch })).toMatchObject({ ok: true });
  });

  it('is one visit over the pages and tabs of a browser', async () => {
    const { openTab } = browser();
    const [first, second] = [openTab(), openTab()];
    await Promise.all([first.record(pageview(HOME)), second.record(pageview(KETTLES))]);
    const increments = [...taken(first), ...taken(second)];
    expect(find(increments, 'visit')).toEqual([['visit', [], 1, 2]]);
    expect(find(increments, 'flow.page')).toEqual([
      ['flow.page', ['(entry)', '/'], 1, 2],
      ['flow.page', ['/', '/c/kettles'], 1, 2],
    ]);
  });

  it('marks a browser once, in however many tabs', async () => {
    const { openTab } = browser();
    const tabs = Array.from({ length: 5 }, () => openTab());
    await Promise.all(tabs.map((tab) => tab.record(pageview(HOME))));
    const marks = tabs.flatMap((tab) => find(taken(tab), 'page.view')).map(([, , , first = 0]) => first);
    expect(marks).toEqual([2, 0, 0, 0, 0]);
  });

  it('makes a returning visitor of one that comes back, and says after how many days', async () => {
    const { openTab, clock } = browser();
    await openTab().record(pageview(HOME));
    clock.at += 3 * 24 * 60 * MINUTE;
    const tab = openTab();
    await tab.record(pageview(HOME));
    const [batch] = tab.pending.take();
    expect(batch?.slices.visitor).toBe('returning');
    expect(batch?.increments).toContainEqual(['visit.return', [3], 1]);
    expect(batch?.increments).toContainEqual(['visit', [], 1, 1]);
  });
});

const exposure = (zone: string): Seen => ({
  kind: 'zone',
  measure: 'exposed',
  page: '/c/kettles',
  zone,
  viewport: 's',
  isFirst: true,
});

describe('what is not urgent', () => {
  it('is counted together, in a while', async () => {
    const { openTab } = browser();
    const tab = openTab();
    await tab.record(pageview(KETTLES));
    taken(tab);
    for (const zone of ['grid', 'teaser', 'grid']) tab.recordSoon(exposure(zone));
    expect(taken(tab)).toEqual([]);
    await tab.pass();
    expect(taken(tab)).toEqual([
      ['zone.exposed', ['/c/kettles', 'grid', 's'], 2, 2],
      ['zone.exposed', ['/c/kettles', 'teaser', 's'], 1, 2],
    ]);
    tab.recordSoon(exposure('foot'));
    await tab.pass();
    expect(taken(tab)).toEqual([['zone.exposed', ['/c/kettles', 'foot', 's'], 1, 2]]);
  });

  it('is counted before whatever follows it, and then not again', async () => {
    const { openTab } = browser();
    const tab = openTab();
    await tab.record(pageview(KETTLES));
    taken(tab);
    tab.recordSoon(exposure('grid'));
    await tab.record(click);
    expect(taken(tab).map(([fact]) => fact)).toEqual(['zone.exposed', 'slot.clicked']);
    await tab.pass();
    expect(taken(tab)).toEqual([]);
  });

  it('is counted with a page that is left', async () => {
    const { openTab } = browser();
    const tab = openTab();
    await tab.record(pageview(KETTLES));
    taken(tab);
    tab.recordSoon(exposure('grid'));
    tab.recordNow();
    expect(taken(tab)).toEqual([['zone.exposed', ['/c/kettles', 'grid', 's'], 1]]);
    await tab.pass();
    expect(taken(tab)).toEqual([]);
  });

  it('is stored once for many', async () => {
    const storage = memoryStorage();
    const written: string[] = [];
    const { setItem } = storage;
    const { openTab } = browser(storage);
    const tab = openTab();
    await tab.record(pageview(KETTLES));
    storage.setItem = (key, value) => {
      written.push(key);
      setItem(key, value);
    };
    for (let i = 0; i < 16; i++) tab.recordSoon(exposure(`zone-${i}`));
    await tab.pass();
    expect(written).toEqual(['holloway.ledger', 'holloway.visit']);
  });

  it('has its turn in parts where it is much, so that the page is not held up', async () => {
    const locks = lockManager();
    const request = vi.spyOn(locks, 'request');
    const tab = browser(memoryStorage(), locks).openTab();
    await tab.record(pageview(KETTLES));
    request.mockClear();
    for (let i = 0; i < 40; i++) tab.recordSoon(exposure(`zone-${i}`));
    await tab.pass();
    expect(request).toHaveBeenCalledTimes(3);
    expect(find(taken(tab), 'zone.exposed')).toHaveLength(40);
  });
});

describe('a slow machine', () => {
  /** Looks at the clock are as far apart as one observation takes. */
  const slow = (msEach: number) => {
    let at = 0;
    return () => {
      at += msEach;
      return at;
    };
  };

  it.each([
    { msEach: 0.4, turns: 2 },
    { msEach: 5, turns: 6 },
  ])('has its turns end after a while, $msEach ms for each thing seen: $turns turns', async (how) => {
    const locks = lockManager();
    const request = vi.spyOn(locks, 'request');
    const tab = browser(memoryStorage(), locks, slow(how.msEach)).openTab();
    await tab.record(pageview(KETTLES));
    request.mockClear();
    for (let i = 0; i < 6; i++) tab.recordSoon(exposure(`zone-${i}`));
    await tab.pass();
    expect(request).toHaveBeenCalledTimes(how.turns);
    expect(find(taken(tab), 'zone.exposed')).toHaveLength(6);
  });

  it('takes down all at once where the page is left', async () => {
    const tab = browser(memoryStorage(), lockManager(), slow(5)).openTab();
    await tab.record(pageview(KETTLES));
    for (let i = 0; i < 6; i++) tab.recordSoon(exposure(`zone-${i}`));
    tab.recordNow(pause(KETTLES, 1_000));
    expect(find(taken(tab), 'zone.exposed')).toHaveLength(6);
  });
});

describe('midnight at the site', () => {
  it('comes between what was seen before it and after it, however late it is counted', async () => {
    const { openTab, clock } = browser();
    const tab = openTab();
    clock.at = Date.UTC(2026, 10, 23, 22, 59, 59);
    await tab.record(pageview(KETTLES));
    tab.recordSoon(exposure('grid'));
    clock.at += 2_000;
    tab.recordSoon(exposure('grid'));
    await tab.pass();
    const zones = tab.pending
      .take()
      .map(({ day, increments }) => [day, ...find([...increments], 'zone.exposed')]);
    expect(zones).toEqual([
      ['2026-11-23', ['zone.exposed', ['/c/kettles', 'grid', 's'], 1, 2]],
      ['2026-11-24', ['zone.exposed', ['/c/kettles', 'grid', 's'], 1, 1]],
    ]);
  });

  it('comes an hour later by the world where clocks were set back', async () => {
    const { openTab, clock } = browser();
    const tab = openTab();
    clock.at = Date.UTC(2026, 9, 25, 22, 30);
    await tab.record(pageview(HOME));
    expect(tab.pending.take()[0]?.day).toBe('2026-10-25');
  });
});

describe('a page that is loaded again', () => {
  it('is no other pageview of its visit', async () => {
    const { openTab } = browser();
    await openTab().record(pageview(HOME));
    const tab = openTab();
    await tab.record(pageview(HOME, true));
    expect(taken(tab)).toEqual([]);
  });

  it.each([
    { says: 'after the visit was over', page: HOME, minutes: 31 },
    { says: 'when the visit is elsewhere by now', page: KETTLES, minutes: 1 },
  ])('is one $says', async ({ page, minutes }) => {
    const { openTab, clock } = browser();
    await openTab().record(pageview(HOME));
    clock.at += minutes * MINUTE;
    const tab = openTab();
    await tab.record(pageview(page, true));
    expect(find(taken(tab), 'page.view')).toHaveLength(1);
  });
});

describe('how far down a page was seen', () => {
  const scroll = (page: Page, tenth: number): Seen => ({ kind: 'scroll', path: page.path, tenth });

  it('is counted once, though the page is loaded again', async () => {
    const { openTab } = browser();
    const first = openTab();
    await first.record(pageview(HOME));
    first.recordNow(pause(HOME, 1_000), scroll(HOME, 3));
    expect(find(taken(first), 'page.scroll')).toEqual([['page.scroll', ['/', 3], 1]]);
    const again = openTab();
    await again.record(pageview(HOME, true));
    again.recordNow(pause(HOME, 2_000), scroll(HOME, 9));
    expect(find(taken(again), 'page.scroll')).toEqual([]);
  });

  it('is not counted for a page that another tab has opened since', async () => {
    const { openTab } = browser();
    const [first, second] = [openTab(), openTab()];
    await first.record(pageview(HOME));
    await second.record(pageview(HOME));
    first.recordNow(scroll(HOME, 3));
    expect(find(taken(first), 'page.scroll')).toEqual([]);
    second.recordNow(scroll(HOME, 5));
    expect(find(taken(second), 'page.scroll')).toEqual([['page.scroll', ['/', 5], 1]]);
  });
});

describe('time on a page that is loaded again', () => {
  const HALF_MINUTE = 30_000;

  /** A page that was looked at for half a minute and is then loaded again. */
  async function reloaded() {
    const { openTab } = browser();
    const first = openTab();
    await first.record(pageview(HOME));
    first.recordNow(pause(HOME, HALF_MINUTE));
    const tab = openTab();
    await tab.record(pageview(HOME, true));
    return { tab, openTab };
  }

  it('goes on from what it was before', async () => {
    const { tab } = await reloaded();
    tab.recordNow(pause(HOME, HALF_MINUTE));
    const increments = taken(tab);
    expect(find(increments, 'page.engagement')).toEqual([['page.engagement', ['/', 27], 1]]);
    expect(find(increments, 'page.resumed')).toEqual([['page.resumed', ['/', 23], 1]]);
  });

  it('is added up however often it is loaded', async () => {
    const { tab, openTab } = await reloaded();
    tab.recordNow(pause(HOME, HALF_MINUTE));
    const again = openTab();
    await again.record(pageview(HOME, true));
    again.recordNow(pause(HOME, 2 * HALF_MINUTE));
    expect(find(taken(again), 'page.engagement')).toEqual([['page.engagement', ['/', 30], 1]]);
  });

  it('is of the next page alone once that is shown', async () => {
    const { tab } = await reloaded();
    await tab.record(pageview(KETTLES));
    tab.recordNow(pause(KETTLES, HALF_MINUTE));
    expect(find(taken(tab), 'page.engagement')).toEqual([['page.engagement', ['/c/kettles', 23], 1]]);
  });
});

describe('two views of one page in a visit', () => {
  it('each have their own time, which ends with the other in another tab', async () => {
    const { openTab } = browser();
    const [first, second] = [openTab(), openTab()];
    await first.record(pageview(HOME));
    await second.record(pageview(HOME));
    first.recordNow(pause(HOME, 60_000));
    second.recordNow(pause(HOME, 1000));
    expect(find(taken(first), 'page.engagement')).toEqual([]);
    expect(find(taken(second), 'page.engagement')).toEqual([['page.engagement', ['/', 6], 1]]);
  });

  it('do not settle for each other', async () => {
    const { openTab } = browser();
    const [first, second] = [openTab(), openTab()];
    await first.record(pageview(HOME));
    await first.record(pageview(KETTLE));
    await second.record(pageview(KETTLES));
    await second.record(pageview(KETTLE));
    await first.record(settled(KETTLE));
    expect(find(taken(first), 'find')).toEqual([]);
    await second.record(settled(KETTLE));
    expect(find(taken(second), 'find')).toHaveLength(1);
  });

  it('are told apart where the other is of the next visit', async () => {
    const { openTab, clock } = browser();
    const [first, second] = [openTab(), openTab()];
    await first.record(pageview(HOME));
    clock.at += 31 * MINUTE;
    await second.record(pageview(HOME));
    first.recordNow(pause(HOME, 60_000));
    expect(find(taken(first), 'page.engagement')).toEqual([]);
  });

  it('are told apart by numbers that are never sent and do not tell how many there were', async () => {
    const { openTab, storage } = browser();
    const tab = openTab();
    for (let i = 0; i < 1_000; i++) tab.recordNow(pageview(HOME));
    const numberOf = () => JSON.parse(storage.getItem('holloway.visit') ?? '').view;
    expect(numberOf()).toBe(1_000);
    tab.recordNow(pageview(HOME));
    expect(numberOf()).toBe(1);
    tab.pending.take();
    tab.recordNow(pause(HOME, 1000));
    expect(tab.pending.take()).toEqual([
      {
        day: '2026-11-23',
        slices: { viewport: 's', source: 'direct', visitor: 'new' },
        increments: [
          ['page.engagement', ['/', 6], 1],
          ['visit.duration', [6], 1],
        ],
      },
    ]);
  });
});

describe('where a visit comes from', () => {
  /** What is sent of it by the last of these, each 31 minutes after the one before, in one document. */
  async function lastOf(...pageviews: Seen[]) {
    const { openTab, clock } = browser();
    const tab = openTab();
    for (const seen of pageviews) {
      tab.pending.take();
      clock.at += 31 * MINUTE;
      await tab.record(seen);
    }
    const [share] = tab.pending.take();
    const named = (share?.increments ?? []).filter(([fact]) => fact.startsWith('source.'));
    return [share?.slices.source, ...named.map(([fact, [value]]) => `${fact} ${value}`)];
  }

  it('is told by the first pageview of a document', async () => {
    expect(await lastOf(comeTo(HOME, FOUND))).toEqual(['search', 'source.referrer google.com']);
    expect(await lastOf(comeTo(HOME, NEWS))).toEqual(['email', 'source.campaign news']);
  });

  it.each([
    { says: 'its referrer', provenance: FOUND },
    { says: 'the tags of its address', provenance: NEWS },
    { says: 'both', provenance: { ...NEWS, referrer: 'google.com' } },
  ])('is told once: the next visit of a document has nothing of $says', async ({ provenance }) => {
    expect(await lastOf(comeTo(HOME, provenance), comeTo(HOME, provenance))).toEqual(['direct']);
    expect(await lastOf(comeTo(HOME, provenance), comeTo(KETTLES, DIRECT), comeTo(HOME, provenance))).toEqual(
      ['direct'],
    );
  });

  it('is told again by an address with tags of its own, and by those alone', async () => {
    const tagged = { ...NEWS, referrer: 'google.com' };
    expect(await lastOf(comeTo(HOME, FOUND), comeTo(KETTLES, tagged))).toEqual([
      'email',
      'source.campaign news',
    ]);
  });

  it('is told again by another document', async () => {
    const { openTab, clock } = browser();
    await openTab().record(comeTo(HOME, FOUND));
    clock.at += 31 * MINUTE;
    const tab = openTab();
    await tab.record(comeTo(HOME, FOUND));
    expect(tab.pending.take()[0]?.slices.source).toBe('search');
  });

  it.each([
    {
      says: 'is not told again by a page that was counted and is loaded again',
      page: HOME,
      source: 'direct',
    },
    { says: 'is told by one that is loaded again and was not counted', page: KETTLES, source: 'search' },
  ])('$says', async ({ page, source }) => {
    const { openTab, clock } = browser();
    await openTab().record(comeTo(HOME, FOUND));
    clock.at += 31 * MINUTE;
    const tab = openTab();
    await tab.record(pageview(page, true, FOUND));
    expect(tab.pending.take()[0]?.slices.source).toBe(source);
    tab.pending.take();
    clock.at += 31 * MINUTE;
    await tab.record(comeTo(page, FOUND));
    expect(tab.pending.take()[0]?.slices.source).toBe('direct');
  });

  it('has no tags of a page that was counted and is loaded again', async () => {
    const { openTab, clock } = browser();
    await openTab().record(comeTo(HOME, NEWS));
    clock.at += 31 * MINUTE;
    const tab = openTab();
    await tab.record(pageview(HOME, true, NEWS));
    expect(tab.pending.take()[0]?.slices.source).toBe('direct');
  });
});

describe('a page that is left', () => {
  it('is counted before anything else can happen', async () => {
    const { openTab } = browser();
    const tab = openTab();
    await tab.record(pageview(HOME));
    tab.recordNow(pause(HOME, 1000));
    expect(find(taken(tab), 'page.engagement')).toEqual([['page.engagement', ['/', 6], 1]]);
  });

  it('counts what still waited for its turn too, once, and marks nobody', async () => {
    const { openTab } = browser();
    const tab = openTab();
    await tab.record(pageview(KETTLES));
    taken(tab);
    const clicked = tab.record(click);
    tab.recordNow(pause(KETTLES, 1000));
    await clicked;
    expect(find(taken(tab), 'slot.clicked')).toEqual([
      ['slot.clicked', ['/c/kettles', 'grid/1', 'KE-101', 's'], 1, 0, 1],
    ]);
  });

  it('counts what still waited alone, where nothing else is seen', async () => {
    const { openTab } = browser();
    const tab = openTab();
    await tab.record(pageview(KETTLES));
    taken(tab);
    const clicked = tab.record(click);
    tab.recordNow();
    expect(taken(tab).map(([fact]) => fact)).toEqual(['slot.clicked']);
    await clicked;
    expect(taken(tab)).toEqual([]);
  });

  it('counts no time to a page that another tab has gone on to', async () => {
    const { openTab } = browser();
    const [first, second] = [openTab(), openTab()];
    await first.record(pageview(HOME));
    await second.record(pageview(KETTLES));
    taken(first);
    first.recordNow(pause(HOME, 60_000));
    expect(taken(first)).toEqual([]);
  });
});

describe('a browser that keeps nothing', () => {
  it('is counted in memory and marked nowhere where storage is blocked', async () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const tab = browser().openTab(createStore(blocked));
    await tab.record(pageview(HOME));
    await tab.record(pageview(KETTLES));
    const increments = taken(tab);
    expect(find(increments, 'flow.page')).toEqual([
      ['flow.page', ['(entry)', '/'], 1],
      ['flow.page', ['/', '/c/kettles'], 1],
    ]);
    expect(find(increments, 'visit')).toEqual([['visit', [], 1]]);
  });

  it('is marked nowhere where storage is full', async () => {
    const tab = browser(memoryStorage(true)).openTab();
    await tab.record(pageview(HOME));
    expect(find(taken(tab), 'page.view')).toEqual([['page.view', ['/'], 1]]);
  });

  it('is marked at most once a page, however full storage is from page to page', async () => {
    const storage = memoryStorage();
    const setItem = storage.setItem;
    let mayGrow = true;
    storage.setItem = (key, value) => {
      if (!mayGrow && value.length > (storage.getItem(key) ?? '').length) {
        throw new DOMException('full', 'QuotaExceededError');
      }
      setItem(key, value);
    };
    const { openTab } = browser(storage);
    const reach: { [page: string]: number } = {};
    for (const [path, hasRoom] of [
      ['/a', true],
      ['/b', false],
      ['/a', false],
      ['/b', true],
      ['/a', true],
      ['/c', false],
      ['/b', true],
    ] as const) {
      mayGrow = hasRoom;
      const tab = openTab();
      await tab.record(pageview({ path, type: 'page', category: null }));
      for (const [, , , first] of find(taken(tab), 'page.view')) {
        reach[path] = (reach[path] ?? 0) + (first === 2 ? 1 : 0);
      }
    }
    expect(reach).toEqual({ '/a': 1, '/b': 1, '/c': 0 });
  });

  it('is counted and marked nowhere where there are no locks', async () => {
    const { openTab } = browser(memoryStorage(), {
      request: () => Promise.reject(new DOMException('opaque origin', 'SecurityError')),
    });
    const tab = openTab();
    await tab.record(pageview(HOME));
    expect(find(taken(tab), 'page.view')).toEqual([['page.view', ['/'], 1]]);
  });

  it.each(['{"v":0,"visit":7,"lastDay":"x"}', '7', '"visit"', '[]', '{'])(
    'begins anew where what is stored is %s',
    async (stored) => {
      const storage = memoryStorage();
      storage.setItem('holloway.visit', stored);
      const tab = browser(storage).openTab();
      await tab.record(pageview(HOME));
      const [share] = tab.pending.take();
      expect(share?.slices.visitor).toBe('new');
      expect(share?.increments).toContainEqual(['visit', [], 1, 2]);
    },
  );
});

describe('a visit that another version of us has stored', () => {
  it.each([
    { says: 'the same day', minutes: 1, visit: ['visit', [], 1], returns: [] },
    {
      says: 'the next day',
      minutes: 24 * 60,
      visit: ['visit', [], 1, 1],
      returns: [['visit.return', [1], 1]],
    },
  ])(
    'is over, and its browser neither new nor marked where it was counted, $says',
    async ({ minutes, visit, returns }) => {
      const { openTab, storage, clock } = browser();
      await openTab().record(pageview(HOME));
      const { view: _, ...stored } = JSON.parse(storage.getItem('holloway.visit') ?? '');
      storage.setItem('holloway.visit', JSON.stringify({ ...stored, v: 1 }));
      clock.at += minutes * MINUTE;
      const tab = openTab();
      await tab.record(pageview(HOME));
      const [share] = tab.pending.take();
      const increments = [...(share?.increments ?? [])];
      expect(share?.slices.visitor).toBe('returning');
      expect(find(increments, 'visit')).toEqual([visit]);
      expect(find(increments, 'visit.return')).toEqual(returns);
    },
  );
});

describe('an error in the middle', () => {
  const broken = {
    get kind(): never {
      throw new TypeError('broken');
    },
  } as unknown as Seen;

  it('is counted, and forgets no mark that was made before it', async () => {
    const tab = browser().openTab();
    tab.recordSoon(pageview(HOME));
    await tab.record(broken);
    const increments = taken(tab);
    expect(find(increments, 'fault')).toEqual([['fault', ['record'], 1, 2]]);
    expect(find(increments, 'page.view')).toEqual([['page.view', ['/'], 1, 2]]);
    await tab.record(pageview(HOME));
    expect(find(taken(tab), 'page.view')).toEqual([['page.view', ['/'], 1]]);
  });

  it('takes nothing along that waited with it', async () => {
    const tab = browser().openTab();
    for (const seen of [pageview(KETTLES), broken, exposure('grid'), broken, click]) tab.recordSoon(seen);
    await tab.pass();
    expect(
      taken(tab)
        .map(([fact]) => fact)
        .filter((fact) => ['page.view', 'zone.exposed', 'slot.clicked'].includes(fact)),
    ).toEqual(['page.view', 'zone.exposed', 'slot.clicked']);
  });

  it('does not keep a page from being left', async () => {
    const tab = browser().openTab();
    await tab.record(pageview(HOME));
    tab.recordSoon(broken);
    tab.recordNow(pause(HOME, 1000));
    expect(find(taken(tab), 'page.engagement')).toEqual([['page.engagement', ['/', 6], 1]]);
  });

  it('is counted once a pageview', async () => {
    const tab = browser().openTab();
    const faults = async (...all: Seen[]) => {
      for (const seen of all) await tab.record(seen);
      return find(taken(tab), 'fault').map(([, , n]) => n);
    };
    expect(await faults(pageview(HOME), broken, broken)).toEqual([1]);
    expect(await faults(broken, pause(HOME, 1000), broken)).toEqual([]);
    expect(await faults(pageview(KETTLES), broken)).toEqual([1]);
  });

  it('is told of as the fault that is counted, as often', async () => {
    const tab = browser().openTab();
    for (const seen of [pageview(HOME), broken, broken]) await tab.record(seen);
    expect(tab.onFault.mock.calls).toEqual([[{ kind: 'fault', reason: 'record' }]]);
  });

  it('is heard by nobody where it cannot be counted either', async () => {
    const { openTab, clock } = browser();
    const tab = openTab();
    clock.at = Number.NaN;
    await tab.record(pageview(HOME));
    expect(taken(tab)).toEqual([]);
    clock.at = NOON;
    await tab.record(pageview(HOME));
    expect(find(taken(tab), 'page.view')).toHaveLength(1);
  });
});

describe('a withdrawal', () => {
  it('stops everything, what waits for its turn included', async () => {
    const { openTab, storage } = browser();
    const tab = openTab();
    const recorded = tab.record(pageview(HOME));
    tab.withdraw();
    await recorded;
    tab.recordNow(pause(HOME, 1000));
    expect(taken(tab)).toEqual([]);
    tab.recordSoon(pageview(HOME));
    await tab.pass();
    expect(taken(tab)).toEqual([]);
    expect(storage.length).toBe(0);
  });
});
