import { expect, it } from 'vitest';
import { trailsOf } from './trails.ts';

const rows = [{ from: 'kettles', to: '(cart)', n: 30, people: 20 }];
const nothingWaits = { rows, waiting: { rows: 0, n: 0 }, other: 0, slice: '*' };

it('tells which share of the ways from first to last led over the middle', () => {
  const trails = [{ path: ['kettles', '(home)', '(cart)'] as const, n: 10, people: 8 }];
  expect(trailsOf(trails, nothingWaits)).toEqual([
    { path: ['kettles', '(home)', '(cart)'], n: 10, direct: 30, detour: 0.25 },
  ]);
});

it('calls no trail a detour that comes back or stays', () => {
  const trails = [
    { path: ['kettles', '(home)', 'kettles'] as const, n: 10, people: 8 },
    { path: ['kettles', 'kettles', '(cart)'] as const, n: 10, people: 8 },
  ];
  expect(trailsOf(trails, nothingWaits).map(({ detour }) => detour)).toEqual([null, null]);
});

it('takes a move without a row for never made, unless it may wait or have lost its name', () => {
  const trails = [{ path: ['tea', '(home)', '(cart)'] as const, n: 10, people: 8 }];
  expect(trailsOf(trails, nothingWaits)[0]).toMatchObject({ direct: 0, detour: 1 });
  for (const flows of [
    { ...nothingWaits, waiting: { rows: 3, n: 5 } },
    { ...nothingWaits, other: 5 },
    // Of a slice, what waits is rounded down: 0 may be a few.
    { ...nothingWaits, slice: 'device:phone' },
  ]) {
    expect(trailsOf(trails, flows)[0]).toMatchObject({ direct: null, detour: null });
  }
});
