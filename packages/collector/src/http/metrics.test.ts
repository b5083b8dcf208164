import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

const COLLECT = { method: 'post', path: '/v1/collect', rule: { for: 'visitors' } } as const;
const REPORT = {
  method: 'get',
  path: '/v1/sites/:site/reports/:report',
  rule: { for: 'site', permission: 'read' },
} as const;

const open = (drops = { bot: 0, gpc: 0, archive: 0, refusal: 0 }) =>
  createMetrics({
    drops: () => drops,
    bytes: () => ({ database: 4096, log: 512 }),
    daysBehind: async () => new Map([['shop', 1]]),
    backlog: () => 3,
  });

/** Lines of the figures of that name. */
const lines = async ({ text }: ReturnType<typeof open>, name: string): Promise<string[]> =>
  (await text()).split('\n').filter((line) => line.startsWith(name));

describe('the figures of the process', () => {
  it('tell what browsers sent in steps of ten, so that nobody sees a single request', async () => {
    const metrics = open({ bot: 19, gpc: 9, archive: 0, refusal: 20 });
    for (let i = 0; i < 25; i++) metrics.observe(COLLECT, 204, 0.01);
    for (let i = 0; i < 9; i++) metrics.observe(COLLECT, 400, 0.01);
    expect(await lines(metrics, 'holloway_batches_total')).toEqual([
      'holloway_batches_total{status="204"} 20',
      'holloway_batches_total{status="400"} 0',
    ]);
    expect(await lines(metrics, 'holloway_dropped_total')).toEqual([
      'holloway_dropped_total{reason="bot"} 10',
      'holloway_dropped_total{reason="gpc"} 0',
      'holloway_dropped_total{reason="archive"} 0',
      'holloway_dropped_total{reason="refusal"} 20',
    ]);
  });

  it('are the same when asked twice', async () => {
    const metrics = open();
    for (let i = 0; i < 10; i++) metrics.observe(COLLECT, 204, 0.01);
    expect(await lines(metrics, 'holloway_batches')).toEqual(await lines(metrics, 'holloway_batches'));
  });

  it('tell how long collecting takes as quantiles, without saying how often', async () => {
    const metrics = open();
    for (const ms of [1, 2, 3, 4, 5, 6, 7, 8, 9, 100]) metrics.observe(COLLECT, 204, ms / 1000);
    const told = await lines(metrics, 'holloway_collect_seconds');
    expect(told).toHaveLength(3);
    expect(told[2]).toMatch(/^holloway_collect_seconds\{quantile="0.99"\} 0\.1/);
  });

  it('count what people ask by route, never by address', async () => {
    const metrics = open();
    metrics.observe(REPORT, 200, 0.01);
    expect(await lines(metrics, 'holloway_request_seconds_count')).toEqual([
      'holloway_request_seconds_count{method="get",route="/v1/sites/:site/reports/:report",status="200"} 1',
    ]);
  });

  it('tell the size of the files, what waits, and how far sites are sealed', async () => {
    const metrics = open();
    expect(await lines(metrics, 'holloway_store_bytes')).toEqual([
      'holloway_store_bytes{file="database"} 4096',
      'holloway_store_bytes{file="log"} 512',
    ]);
    expect(await lines(metrics, 'holloway_backlog')).toEqual(['holloway_backlog 3']);
    expect(await lines(metrics, 'holloway_sealed_days_ago')).toEqual([
      'holloway_sealed_days_ago{site="shop"} 1',
    ]);
    expect(await lines(metrics, 'process_resident_memory_bytes')).toHaveLength(1);
  });
});
