import { expect, it } from 'vitest';
import { partsOf } from './parts-of-days.ts';

it('are weeks that end with the range', () => {
  expect(partsOf({ from: '2026-11-01', to: '2026-11-23' })).toEqual([
    { from: '2026-11-03', to: '2026-11-09' },
    { from: '2026-11-10', to: '2026-11-16' },
    { from: '2026-11-17', to: '2026-11-23' },
  ]);
});

it('are of more weeks each where there are many, and never more than eight', () => {
  const parts = partsOf({ from: '2026-08-25', to: '2026-11-22' });
  expect(parts).toHaveLength(6);
  expect([parts[0], parts.at(-1)]).toEqual([
    { from: '2026-08-31', to: '2026-09-13' },
    { from: '2026-11-09', to: '2026-11-22' },
  ]);
  expect(partsOf({ from: '2025-11-23', to: '2026-11-22' })).toHaveLength(7);
});

it('are none of less than three weeks', () => {
  expect(partsOf({ from: '2026-11-03', to: '2026-11-22' })).toEqual([]);
});
