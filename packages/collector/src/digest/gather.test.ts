import type { Digest, Increment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { assemble, declared, type TestCore } from '../../test/core.ts';
import { count, seal } from '../../test/release.ts';
import { memoryStore } from '../../test/temporary.ts';
import { gatherDigest } from './gather.ts';
import { letterOf } from './letter.ts';

const WEEK = { from: '2026-11-16', to: '2026-11-22' };
const VISIT: readonly Increment[] = [
  ['visit', [], 1, 2],
  ['visit.depth', [1], 1],
  ['page.view', ['/c/kettles'], 1, 2],
];

async function shop(): Promise<TestCore> {
  // Of counts that a test makes up: they are not those of visits, and need not add up as those do.
  const core = await assemble(memoryStore(), { families: false });
  await core.addSite({ k: 10 }, declared('page', '/c/kettles'));
  return core;
}
const digestOf = async (core: TestCore, week = WEEK): Promise<Digest> =>
  gatherDigest(await core.site('shop'), { language: 'en', url: null, week }, core);
const figures = (digest: Digest) =>
  Object.fromEntries(digest.figures.map(({ name, now, before }) => [name, [now, before]]));

describe('a digest that is made of the reports', () => {
  it('tells what k browsers stand behind, of the week and of the one before', async () => {
    const core = await shop();
    await count(core, 'shop', '2026-11-11', 14, VISIT);
    await count(core, 'shop', '2026-11-18', 23, VISIT);
    await seal(core, 'shop', '2026-11-22');
    // The history begins within the week before: that is not whole.
    expect((await digestOf(core)).before).toBeNull();
    const next = await digestOf(core, { from: '2026-11-23', to: '2026-11-29' });
    expect(next).toMatchObject({ before: WEEK, lastYear: null });
    expect(figures(await digestOf(core))).toMatchObject({ visits: [23, null], visitors: [23, null] });
    expect(figures(next)).toMatchObject({ visits: [null, 23] });
  });

  it('says nothing of fewer than k, not even how many they are', async () => {
    const core = await shop();
    await count(core, 'shop', '2026-11-02', 31, VISIT);
    await count(core, 'shop', '2026-11-18', 9, VISIT);
    await seal(core, 'shop', '2026-11-22');
    const digest = await digestOf(core);
    expect(figures(digest)).toEqual({
      visits: [null, null],
      visitors: [null, null],
      pageviews: [null, null],
    });
    const { text } = letterOf(digest);
    expect(text).toContain('Visits: too few to tell\nVisitors a day: too few to tell\n');
    expect(text).not.toMatch(/\b9 /);
  });

  it('leaves out actions that somebody decided on, and days that are kept by month', async () => {
    const core = await shop();
    await count(core, 'shop', '2025-11-03', 31, VISIT);
    await count(core, 'shop', '2025-11-19', 31, VISIT);
    await count(core, 'shop', '2026-11-18', 31, VISIT);
    await seal(core, 'shop', '2026-11-22');
    expect((await digestOf(core)).lastYear).toEqual({ from: '2025-11-17', to: '2025-11-23' });
    await core.retainer.retain(core.clock.now());
    expect((await digestOf(core)).lastYear).toBeNull();
  });
});
