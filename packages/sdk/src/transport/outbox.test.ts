import { describe, expect, it } from 'vitest';
import { createStore } from '../storage.ts';
import { createOutbox, EXPIRY_MS } from './outbox.ts';
import type { Answer } from './send.ts';

/** A tab: its storage outlives the outboxes of its pages. */
function tab(stored: Iterable<readonly [string, string]> = []) {
  const values = new Map(stored);
  const state = {
    now: Date.UTC(2026, 10, 23),
    answer: 'counted' as Answer | Promise<Answer>,
    sent: [] as string[],
    isFull: false,
  };
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem(key: string, value: string) {
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
      values.set(key, value);
    },
    removeItem: (key: string) => void values.delete(key),
  } as Partial<Storage> as Storage;
  const withdrawal = new AbortController();
  const openPage = () =>
    createOutbox({
      store: createStore(() => storage),
      send: async (body) => {
        state.sent.push(body);
        return state.answer;
      },
      signal: withdrawal.signal,
      now: () => state.now,
    });
  return {
    state,
    openPage,
    withdraw: () => withdrawal.abort(),
    stored: () => values.get('holloway.outbox'),
    logged: () => values.get('holloway.sent'),
    /** As when a tab is duplicated, or opened by another. */
    copy: () => tab(values),
  };
}

const NEVER = new Promise<Answer>(() => {});
const SECONDS = 1000;
const HOURS = 60 * 60 * SECONDS;
/** Longer than an answer may be on its way. */
const UNHEARD = 30 * SECONDS;

describe('the outbox', () => {
  it('sends a batch once when the collector has taken it', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    outbox.add(['a', 'b']);
    await outbox.flush(false);
    await outbox.flush(false);
    expect(state.sent).toEqual(['a', 'b']);
  });

  it('does not send a batch again that is on its way', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    await Promise.all([outbox.flush(false), outbox.flush(true)]);
    expect(state.sent).toEqual(['a']);
  });

  it('sends the same batch again from a later page, where this one did not live to hear the answer', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    state.answer = NEVER;
    outbox.add(['a']);
    void outbox.flush(true);
    state.answer = 'counted';
    const next = openPage();
    await next.flush(false);
    expect(state.sent).toEqual(['a']); // it has most likely arrived
    state.now += 30 * SECONDS;
    await next.flush(false);
    await next.flush(false);
    expect(state.sent).toEqual(['a', 'a']);
  });

  it('waits longer after every failure, up to ten minutes', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    state.answer = 0;
    for (const seconds of [5, 10, 20, 40, 80, 160, 320, 600, 600]) {
      await outbox.flush(false);
      const tries = state.sent.length;
      state.now += seconds * 1000 - 1;
      await outbox.flush(false);
      expect(state.sent).toHaveLength(tries);
      state.now += 1;
    }
    await outbox.flush(false);
    expect(state.sent).toHaveLength(10);
  });

  it('takes batches that fail together for one failure', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    outbox.add(['a', 'b', 'c', 'd']);
    state.answer = 0;
    await outbox.flush(false);
    state.now += 5_000;
    await outbox.flush(false);
    expect(state.sent).toHaveLength(8);
    state.now += 10_000;
    await outbox.flush(false);
    expect(state.sent).toHaveLength(12);
  });

  it('does not wait any more after a success', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    state.answer = 0;
    await outbox.flush(false);
    state.now += 5000;
    state.answer = 'counted';
    await outbox.flush(false);
    outbox.add(['b']);
    await outbox.flush(false);
    expect(state.sent).toEqual(['a', 'a', 'b']);
  });

  it('leaves the collector alone for as long as it asks, on the next page too', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    state.answer = 120_000;
    await outbox.flush(false);
    state.answer = 'counted';
    state.now += 119_999;
    await openPage().flush(true);
    expect(state.sent).toEqual(['a']);
    state.now += 1;
    await openPage().flush(false);
    expect(state.sent).toEqual(['a', 'a']);
  });

  it('leaves the collector alone for an hour at most, whatever it asks and the clock does', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    state.answer = 1e12;
    await outbox.flush(false);
    state.now += HOURS - 1;
    await outbox.flush(false);
    expect(state.sent).toHaveLength(1);
    state.now += 1;
    await outbox.flush(false);
    expect(state.sent).toHaveLength(2);
    outbox.add(['b']);
    state.answer = 'counted';
    state.now -= 2 * HOURS;
    await outbox.flush(false);
    expect(state.sent).toEqual(['a', 'a', 'b']);
  });

  it.each([0, 'unheard'] as const)(
    'takes a connection that breaks with the page for no failure (%s)',
    async (answer) => {
      const { state, openPage } = tab();
      const outbox = openPage();
      outbox.add(['a']);
      state.answer = answer;
      await outbox.flush(true);
      await outbox.flush(true);
      expect(state.sent).toEqual(['a']);
      state.now += 30 * SECONDS;
      state.answer = 'counted';
      await outbox.flush(false); // it was hidden, and is back
      await outbox.flush(false);
      expect(state.sent).toEqual(['a', 'a']);
    },
  );

  it('sends as soon as there is a network again, however often there was none', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    state.answer = 'offline';
    for (let times = 0; times < 10; times++) await outbox.flush(false);
    state.answer = 'counted';
    await outbox.flush(false);
    await outbox.flush(false);
    expect(state.sent).toHaveLength(11);
  });

  it('has four batches on their way at most, however long the answers take', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    let answer: (answer: Answer) => void = () => {};
    state.answer = new Promise((resolve) => {
      answer = resolve;
    });
    const flushed: Promise<void>[] = [];
    for (const body of ['a', 'b', 'c', 'd', 'e', 'f']) {
      outbox.add([body]);
      flushed.push(outbox.flush(false));
      state.now += 20 * SECONDS;
    }
    expect(state.sent).toEqual(['a', 'b', 'c', 'd']);
    answer('counted');
    await Promise.all(flushed);
    await outbox.flush(false);
    expect(state.sent).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('sends what a page could not send before it went from the next', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    state.answer = NEVER;
    outbox.add(['a', 'b', 'c', 'd', 'e']);
    void outbox.flush(true);
    state.answer = 'counted';
    await openPage().flush(false);
    expect(state.sent).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('sends what a tab was given by another with the same nonce, which counts once', async () => {
    const { state, openPage, copy } = tab();
    const outbox = openPage();
    state.answer = 60 * SECONDS;
    outbox.add(['a']);
    await outbox.flush(false);
    const other = copy();
    for (const each of [state, other.state])
      Object.assign(each, { answer: 'counted', now: state.now + 60 * SECONDS });
    await Promise.all([openPage().flush(false), other.openPage().flush(false)]);
    expect([state.sent, other.state.sent]).toEqual([['a', 'a'], ['a']]);
  });

  it('sends from memory where nothing can be stored', async () => {
    const { state, openPage, stored } = tab();
    const outbox = openPage();
    state.isFull = true;
    state.answer = 0;
    outbox.add(['a']);
    await outbox.flush(false);
    expect(stored()).toBeUndefined();
    state.now += 5 * SECONDS;
    state.answer = 'counted';
    await outbox.flush(false);
    await outbox.flush(false);
    expect(state.sent).toEqual(['a', 'a']);
  });

  it('logs what went out once it is settled, and once', async () => {
    const { state, openPage, logged } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    for (const answer of ['offline', 0] as const) {
      state.answer = answer;
      await outbox.flush(false);
      expect(logged()).toBeUndefined();
    }
    state.now += 5 * SECONDS;
    state.answer = 'counted';
    await outbox.flush(false);
    expect(logged()).toBe('["a"]');
  });

  it('rejects where the collector has refused a batch for good, and does not send that again', async () => {
    const { state, openPage, logged } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    state.answer = 'refused';
    await expect(outbox.flush(false)).rejects.toThrow('the collector has refused a batch');
    state.now += UNHEARD;
    await outbox.flush(false);
    expect(state.sent).toEqual(['a']);
    expect(logged()).toBe('["a"]');
  });

  it('rejects once, on whatever page, until the collector takes a batch: what tells of it may be refused too', async () => {
    const { state, openPage } = tab();
    const heard: boolean[] = [];
    for (const [body, answer] of [
      ['a', 'refused'],
      ['fault of a', 'refused'],
      ['b', 0],
      ['c', 'refused'],
      ['d', 'counted'],
      ['e', 'refused'],
    ] as const) {
      const page = openPage();
      state.now += 60 * SECONDS;
      state.answer = answer;
      page.add([body]);
      heard.push(
        await page.flush(false).then(
          () => false,
          () => true,
        ),
      );
    }
    expect(heard).toEqual([true, false, false, false, false, true]);
  });

  it('deals with every batch where one of several is refused', async () => {
    const { state, openPage, stored } = tab();
    const outbox = openPage();
    state.answer = 'refused';
    outbox.add(['a', 'b', 'c']);
    await expect(outbox.flush(false)).rejects.toThrow();
    await outbox.flush(false);
    expect(state.sent).toEqual(['a', 'b', 'c']);
    expect(JSON.parse(stored() ?? '').parcels).toEqual([]);
  });

  it.each([
    { says: 'for less than 24 hours', passed: EXPIRY_MS - 1, isKept: true },
    { says: 'no longer', passed: EXPIRY_MS, isKept: false },
    { says: 'where the clock went back a little', passed: 1 - HOURS, isKept: true },
    { says: 'no longer where the clock does not tell how old it is', passed: -HOURS, isKept: false },
  ])('keeps a batch that is not answered $says', async ({ passed, isKept }) => {
    const { state, openPage, stored } = tab();
    state.answer = 'unheard';
    const outbox = openPage();
    outbox.add(['a']);
    await outbox.flush(true);
    state.now += passed;
    const next = openPage();
    state.answer = 'counted';
    next.add(['b']);
    await next.flush(false);
    expect(state.sent).toEqual(['a', 'b']);
    expect(stored()?.includes('"a"')).toBe(isKept);
    await next.flush(true);
    expect(state.sent).toEqual(['a', 'b']);
    await next.flush(false);
    expect(state.sent).toEqual(isKept ? ['a', 'b', 'a'] : ['a', 'b']);
  });

  it('keeps 32 KiB of batches at most, the newest', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    const bodies = ['a', 'b', 'c'].map((letter) => letter.repeat(12 * 1024));
    outbox.add(bodies);
    await outbox.flush(false);
    expect(state.sent).toEqual(bodies.slice(1));
  });

  it('sends and stores nothing after a withdrawal, not even what was on its way', async () => {
    const { state, openPage, withdraw, stored, logged } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    state.answer = 0;
    const flushing = outbox.flush(false);
    const before = [stored(), logged()];
    withdraw();
    await flushing;
    outbox.add(['b']);
    await outbox.flush(false);
    expect(state.sent).toEqual(['a']);
    expect([stored(), logged()]).toEqual(before);
  });

  it('learns what other pages of the tab did while this one was in the cache', async () => {
    const { state, openPage } = tab();
    const cached = openPage();
    cached.add(['a']);
    await openPage().flush(false);
    await cached.flush(false);
    expect(state.sent).toEqual(['a']);
  });
});
