import type { Report } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/client.ts';
import type { ReportQuery } from '../api/report-url.ts';
import { createReportStore } from './report-store.ts';

const query: ReportQuery<'pages'> = {
  site: 'store',
  report: 'pages',
  from: '2026-11-01',
  to: '2026-11-02',
  slice: '*',
};
const report = (n: number) => ({ report: 'pages', totals: { n } }) as Report;

/** A store whose answers are given one by one; `time` is its clock. */
function openStore() {
  const asked: { resolve: (value: Report) => void; reject: (error: ApiError) => void }[] = [];
  const time = { now: 0 };
  const store = createReportStore({
    api: {
      getReport: () => new Promise((resolve, reject) => asked.push({ resolve: resolve as never, reject })),
    },
    now: () => time.now,
  });
  const settled = () => new Promise<void>((done) => setImmediate(done));
  return { store, asked, time, settled };
}

describe('a report', () => {
  it('is asked for once, however often it is read', async () => {
    const { store, asked, settled } = openStore();
    expect(store.get(query).value).toEqual({ state: 'loading' });
    store.get(query);
    asked[0]?.resolve(report(1));
    await settled();
    expect(store.get(query).value).toEqual({ state: 'ready', value: report(1) });
    expect(asked).toHaveLength(1);
  });

  it('is asked for again when it has aged, and stays readable meanwhile', async () => {
    const { store, asked, time, settled } = openStore();
    store.get(query);
    asked[0]?.resolve(report(1));
    await settled();
    time.now = 20_001;
    expect(store.get(query).value).toEqual({ state: 'ready', value: report(1) });
    asked[1]?.resolve(report(2));
    await settled();
    expect(store.get(query).value).toEqual({ state: 'ready', value: report(2) });
  });

  it('stays on screen when it cannot be renewed', async () => {
    const { store, asked, time, settled } = openStore();
    store.get(query);
    asked[0]?.resolve(report(1));
    await settled();
    time.now = 20_001;
    store.get(query);
    asked[1]?.reject(new ApiError('unreachable', 'gone'));
    await settled();
    expect(store.get(query).value).toEqual({ state: 'ready', value: report(1) });
  });

  it('that failed is asked for again on request alone', async () => {
    const { store, asked, time, settled } = openStore();
    store.get(query);
    asked[0]?.reject(new ApiError('refused', 'no'));
    await settled();
    time.now = 60_000;
    expect(store.get(query).value.state).toBe('failed');
    expect(asked).toHaveLength(1);
    store.retry(query);
    expect(store.get(query).value.state).toBe('loading');
    expect(asked).toHaveLength(2);
  });

  it('is forgotten for the next account', async () => {
    const { store, asked, settled } = openStore();
    store.get(query);
    asked[0]?.resolve(report(1));
    await settled();
    store.clear();
    expect(store.get(query).value).toEqual({ state: 'loading' });
  });
});
