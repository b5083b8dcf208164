import { expect, it } from 'vitest';
import { moversCsv } from './movers-csv.ts';

it('has a line for each position that moved', () => {
  const mover = { slot: 2, before: 0.1, after: 0.05, interval: { low: -0.08, high: -0.02 } };
  expect(
    moversCsv('/c/tea', [
      { zone: 'grid', ...mover },
      { zone: 'intro', ...mover, slot: null },
    ]),
  ).toBe(
    'page,zone,slot,before,now,differenceLow,differenceHigh\r\n' +
      '/c/tea,grid,2,0.1,0.05,-0.08,-0.02\r\n' +
      '/c/tea,intro,,0.1,0.05,-0.08,-0.02\r\n',
  );
});
