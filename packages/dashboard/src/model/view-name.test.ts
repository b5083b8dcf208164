import { expect, it } from 'vitest';
import { suggestedName } from './view-name.ts';

const days = { from: '2026-11-01', to: '2026-11-07' };

it('calls a view by its screen and days', () => {
  expect(suggestedName('Click paths', { range: { preset: '28d' }, slice: '*' }, days)).toBe(
    'Click paths · Last 28 days',
  );
});

it('names the days where they do not move, and the slice where there is one', () => {
  expect(suggestedName('Pages', { range: days, slice: 'device:phone' }, days)).toMatch(
    /^Pages · 1\s?–\s?7 Nov 2026 · Device: Phone$/,
  );
});

it('is no longer than a name may be', () => {
  expect(suggestedName('x'.repeat(100), { range: days, slice: '*' }, days)).toBe('x'.repeat(80));
});
