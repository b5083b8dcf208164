import { expect, it } from 'vitest';
import { boxesCsv } from './boxes-csv.ts';

const ROW =
  'page,element,viewport,items,exposure,exposureLow,exposureHigh,attractiveness,attractivenessLow,attractivenessHigh,clickRate,clickRateLow,clickRateHigh,addRate,addRateLow,addRateHigh,orderRate,orderRateLow,orderRateHigh,valuePerExposure,currency';

it('has a line for each box: its rates with their intervals, and nothing where they are not told', () => {
  const exposure = { hits: 50, of: 100, rate: 0.5, interval: { low: 0.4, high: 0.6 }, missing: 0 };
  const tooFew = { hits: null, of: null, rate: null, interval: null, missing: null };
  const csv = boxesCsv(
    [
      { box: { page: '(any)', element: 'header' }, figures: { exposure }, items: [] },
      {
        box: { page: '/c/tea', element: 'grid/1' },
        figures: { clickRate: tooFew, valuePerExposure: 12.5 },
        items: ['pot-1', 'pot-2'],
      },
    ],
    { viewport: 'l', currency: 'EUR' },
  );
  expect(csv.split('\r\n')).toEqual([
    ROW,
    '(any),header,l,,0.5,0.4,0.6,,,,,,,,,,,,,,EUR',
    '/c/tea,grid/1,l,pot-1 > pot-2,,,,,,,,,,,,,,,,12.5,EUR',
    '',
  ]);
});

it('says that it is of windows of all sizes', () => {
  const csv = boxesCsv([{ box: { page: '/', element: 'intro' }, figures: {}, items: [] }], {
    viewport: null,
    currency: 'EUR',
  });
  expect(csv).toContain('\r\n/,intro,all,');
});
