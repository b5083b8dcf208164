import { expect, it } from 'vitest';
import { listDepthCsv } from './list-depth-csv.ts';

it('has a line for each position of each list', () => {
  const steps = [
    { zone: 'grid', slot: 1, share: 1 },
    { zone: 'grid', slot: 2, share: 0.25 },
  ];
  expect(listDepthCsv('/c/tea', steps)).toBe(
    'page,zone,slot,share\r\n/c/tea,grid,1,1\r\n/c/tea,grid,2,0.25\r\n',
  );
});
