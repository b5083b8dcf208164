import { expect, it } from 'vitest';
import { ApiError } from '../api/client.ts';
import { LOADING, together } from './loadable.ts';

const ready = { state: 'ready', value: 1 } as const;
const failed = { state: 'failed', error: new ApiError('refused', 'no') } as const;

it('is ready with all values when all are', () => {
  expect(together([ready, { state: 'ready', value: 'a' }])).toEqual({ state: 'ready', value: [1, 'a'] });
});

it('loads while one of them loads', () => {
  expect(together([ready, LOADING])).toEqual({ state: 'loading' });
});

it('has failed when one has, even while others load', () => {
  expect(together([LOADING, failed, ready])).toBe(failed);
});
