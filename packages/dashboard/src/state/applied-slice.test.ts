import { expect, it } from 'vitest';
import { appliedSlice } from './applied-slice.ts';

it.each([
  ['overview', 'device:phone'],
  ['funnel', 'device:phone'],
  ['visits', 'device:phone'],
  ['categories', 'device:phone'],
  ['products', '*'],
  ['search', '*'],
  ['experiments', '*'],
  ['layout', '*'],
  ['devices', '*'],
] as const)('of the screen %s, where device:phone is chosen, the numbers are of %s', (screen, slice) => {
  expect(appliedSlice({ screen, slice: 'device:phone' })).toBe(slice);
});
