import { type Increment, parseBatch } from '@holloway/protocol';
import { describe, expect, it, vi } from 'vitest';
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

const pageview = (page: Page, isReload = false): Seen => ({
  kind: 'pageview',
  page,
  provenance: { source: 'direct' },
  isReload,
});
const pause = (page: Page, engagedMs: number): Seen => ({ kind: 'pause', path: page.path, engagedMs });
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

function browser(storage = memoryStorage(), locks: Pick<LockManager, 'request'> | undefined = lockManager()) {
  const clock = { at: NOON };
  const openTab = (store: KeyValueStore = createStore(() => storage)) => {
    const pending = createPending();
    const withdrawal = new AbortController();
    const due: (() => unknown)[] = [];
    const recorder = createRecorder({
      store,
      exclusively: createExclusively(locks),
      pending,
      offsets: [[0, 60]],
      signal: withdrawal.signal,
      now: () => clock.at,
      viewport: () => 's',
      later: (work) => void due.push(work),
    });
    const pass = () => Promise.all(due.splice(0).map((work) => work()));
    return { ...recorder, pending, pass, withdraw: () => withdrawal.abort() };
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

  it('begins anew where what is stored is not ours', async () => {
    const storage = memoryStorage();
    storage.setItem('holloway.visit', '{"v":0,"visit":7}');
    const tab = browser(storage).openTab();
    await tab.record(pageview(HOME));
    expect(find(taken(tab), 'visit')).toEqual([['visit', [], 1, 2]]);
  });
});

describe('an error in the middle', () => {
  const broken = {
    get kind(): never {
      throw new TypeError('broken');
    },
  } as unknown as Seen;

  it('is told, and forgets no mark that was made before it', async () => {
    const tab = browser().openTab();
    tab.recordSoon(pageview(HOME));
    await expect(tab.record(broken)).rejects.toThrow('broken');
    expect(find(taken(tab), 'page.view')).toEqual([['page.view', ['/'], 1, 2]]);
    await tab.record(pageview(HOME));
    expect(find(taken(tab), 'page.view')).toEqual([['page.view', ['/'], 1]]);
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
