import { expect, it } from 'vitest';
import { shiftsCsv } from './shifts-csv.ts';

it('has a line for each that moved, with what it is and what it is called', () => {
  const csv = shiftsCsv([
    {
      ...{ of: 'category', key: 'tea/pots', name: 'Tea / Pots' },
      ...{ before: 0.2, after: 0.1, interval: { low: -0.15, high: -0.05 } },
    },
  ]);
  expect(csv).toBe(
    'of,key,name,before,now,differenceLow,differenceHigh\r\ncategory,tea/pots,Tea / Pots,0.2,0.1,-0.15,-0.05\r\n',
  );
});
