import { describe, expect, it } from 'vitest';
import { createStore } from '../storage.ts';
import { createOutbox, EXPIRY_MS } from './outbox.ts';

/** A tab: its storage outlives the outboxes of its pages. */
function tab() {
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  } as Partial<Storage> as Storage;
  const sent: string[] = [];
  const state = { now: 1_000_000, answer: null as number | null, sent };
  const withdrawal = new AbortController();
  const openPage = () =>
    createOutbox({
      store: createStore(() => storage),
      send: async (body) => {
        sent.push(body);
        return state.answer;
      },
      signal: withdrawal.signal,
      now: () => state.now,
    });
  return { state, openPage, withdraw: () => withdrawal.abort(), stored: () => values.get('holloway.outbox') };
}

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

  it('sends the same batch again from the next page, where this one did not live to hear the answer', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    state.answer = 0;
    outbox.add(['a']);
    await outbox.flush(true);
    state.answer = null;
    await openPage().flush(false);
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
    state.answer = null;
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
    state.answer = null;
    state.now += 119_999;
    await openPage().flush(true);
    expect(state.sent).toEqual(['a']);
    state.now += 1;
    await openPage().flush(false);
    expect(state.sent).toEqual(['a', 'a']);
  });

  it('takes a connection that breaks with the page for no failure', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    state.answer = 0;
    await outbox.flush(true);
    await outbox.flush(true);
    expect(state.sent).toEqual(['a']);
    await openPage().flush(false);
    expect(state.sent).toEqual(['a', 'a']);
  });

  it('sends again what it could not send while it was hidden', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    state.answer = 0;
    await outbox.flush(true);
    state.answer = null;
    await outbox.flush(false);
    await outbox.flush(false);
    expect(state.sent).toEqual(['a', 'a']);
  });

  it('drops a batch that was not taken within 24 hours', async () => {
    const { state, openPage, stored } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    state.now += EXPIRY_MS;
    await outbox.flush(false);
    expect(state.sent).toEqual([]);
    outbox.add(['b']);
    expect(stored()).not.toContain('"a"');
  });

  it('keeps fifty batches at most, the newest', async () => {
    const { state, openPage } = tab();
    const outbox = openPage();
    outbox.add(Array.from({ length: 51 }, (_, i) => `batch ${i}`));
    await outbox.flush(false);
    expect([state.sent.length, state.sent[0]]).toEqual([50, 'batch 1']);
  });

  it('sends and stores nothing after a withdrawal, not even what was on its way', async () => {
    const { state, openPage, withdraw, stored } = tab();
    const outbox = openPage();
    outbox.add(['a']);
    state.answer = 0;
    const flushing = outbox.flush(false);
    const before = stored();
    withdraw();
    await flushing;
    outbox.add(['b']);
    await outbox.flush(false);
    expect(state.sent).toEqual(['a']);
    expect(stored()).toBe(before);
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
