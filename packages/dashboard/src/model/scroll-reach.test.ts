import { expect, it } from 'vitest';
import { reachOf } from './scroll-reach.ts';

const row = (tenth: number, reached: number) => ({ page: '/', tenth, n: null, reached });

it('is told of each tenth as a share of the views that saw the first', () => {
  expect(reachOf([row(1, 200), row(2, 150), row(3, 20)])).toEqual([
    { tenth: 1, reached: 200, share: 1 },
    { tenth: 2, reached: 150, share: 0.75 },
    { tenth: 3, reached: 20, share: 0.1 },
  ]);
});

it('has no shares where the first tenth is not told', () => {
  expect(reachOf([row(2, 150)])).toEqual([{ tenth: 2, reached: 150, share: null }]);
});
