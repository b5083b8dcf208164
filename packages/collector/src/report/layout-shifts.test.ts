/** How the weeks are read; what is told of them: http/site-events.test. */
import { dayFromNumber, dayNumber } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { otherWork } from '../../test/other-work.ts';
import { createLayoutShifts } from './layout-shifts.ts';
import type { Release, Released, Scope } from './release.ts';

const SUNDAY = dayNumber('2026-11-22');
const SITE = {
  ...{ id: 1, k: 10, sealedThrough: SUNDAY, kept: { from: null, monthsThrough: null } },
} as unknown as Scope['site'];
const NOTHING: Released = { rows: [], balance: { shown: 0, waiting: { rows: 0, n: 0 }, other: 0 } };

async function read(weeks: number) {
  const other = otherWork();
  const reads: { readonly name: string; readonly isOnce: boolean; readonly turn: number }[] = [];
  const cells: Release['cells'] = async (fact, { from, to }, { isOnce = false } = {}) => {
    reads.push({ name: `${fact} ${from} ${to}`, isOnce, turn: other.turns() });
    return NOTHING;
  };
  await createLayoutShifts({ cells })(SITE, { from: SUNDAY - 7 * weeks + 1, to: SUNDAY });
  other.end();
  return reads;
}

describe('the weeks of a layout', () => {
  it('are read a fact at a time, and other work is done in between', async () => {
    const reads = await read(3);
    expect(new Set(reads.map(({ turn }) => turn)).size).toBe(reads.length);
  });

  it('are read once each, and half a year of them at most, with two more before', async () => {
    const reads = await read(60);
    const [first] = reads.map(({ name }) => name.split(' ')[1]).sort();
    expect(first).toBe(dayFromNumber(SUNDAY - 7 * 28 + 1));
    expect([reads.length, new Set(reads.map(({ name }) => name)).size]).toEqual([28 * 4, 28 * 4]);
  });

  it('leave the sums of the reports in memory', async () => {
    expect(new Set((await read(3)).map(({ isOnce }) => isOnce))).toEqual(new Set([true]));
  });
});
