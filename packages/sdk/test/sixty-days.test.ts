/** Nobody is counted twice, whatever happens to them; and whoever looks for it would see it if they were. */
import { describe, expect, it, vi } from 'vitest';
import { EARLIER_KEY, LEDGER_KEY } from '../src/storage.ts';
import type { Mutation } from './simulation/browser.ts';
import { EVERY_TROUBLE, liveThrough, NO_TROUBLE, type Options } from './simulation/sixty-days.ts';

vi.setConfig({ testTimeout: 60_000 });

const seeds = (number: number) => Array.from({ length: number }, (_, i) => i + 1);

async function faultsOf(mutation: Mutation, options: Options = {}): Promise<string> {
  for (const seed of seeds(6)) {
    const { collector } = await liveThrough(seed, EVERY_TROUBLE, mutation, options);
    if (collector.faults.length > 0) return collector.faults.join('\n');
  }
  return '';
}

/** Says that it has stored what it has not. */
const forgetting = (key: string, isForgotten: (value: string) => boolean): Mutation => ({
  store: (store) => ({
    ...store,
    replace: (name, value) => (name === key && isForgotten(value)) || store.replace(name, value),
  }),
});

describe('sixty days of browsers', () => {
  it.each(seeds(12))(
    'to which everything happens count each once a cell and day, and once in any 28 days (%i)',
    async (seed) => {
      const { collector, browsers } = await liveThrough(seed, EVERY_TROUBLE);
      expect(collector.faults).toEqual([]);
      const sent = browsers.reduce((sum, { views }) => sum + views, 0);
      expect(collector.views).toBeLessThanOrEqual(sent);
      expect(collector.people).toBeGreaterThan(300);
      expect(collector.reach).toBeGreaterThan(100);
      for (const { network } of browsers) expect(network.mostAtOnce).toBeLessThanOrEqual(4);
    },
  );

  it.each(seeds(4))('to which nothing happens lose nothing (%i)', async (seed) => {
    const { collector, browsers } = await liveThrough(seed, NO_TROUBLE);
    expect(collector.faults).toEqual([]);
    expect(collector.views).toBe(browsers.reduce((sum, { views }) => sum + views, 0));
    expect(collector.people).toBeGreaterThan(1_500);
  });
});

describe('the same days show it where', () => {
  it('what was counted today is forgotten now and then', async () => {
    expect(await faultsOf(forgetting(LEDGER_KEY, ({ length }) => length % 7 === 0))).toContain(
      'people twice',
    );
  });

  it('what was counted before is forgotten', async () => {
    expect(await faultsOf(forgetting(EARLIER_KEY, (value) => value.length > 30))).toContain('reach twice');
  });

  it('tabs do not wait for each other', async () => {
    expect(await faultsOf({ exclusively: () => async (work) => work(true) })).toContain('people twice');
  });

  it('marks are sent that could not be stored', async () => {
    expect(await faultsOf({ pending: (pending) => ({ ...pending, unmark() {} }) })).toContain('people twice');
  });

  it('a batch that is sent again has another nonce', async () => {
    let sent = 0;
    const anew = (body: string) => body.replace(/"batch":".{6}/, () => `"batch":"${100_000 + sent++}`);
    expect(await faultsOf({ body: anew })).toContain('people twice');
  });

  it('the collector takes marks of days that are not the day they count for', async () => {
    expect(await faultsOf({}, { believesEveryClock: true })).toContain('twice');
  });
});
