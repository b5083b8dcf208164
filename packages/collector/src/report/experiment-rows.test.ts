import { describe, expect, it } from 'vitest';
import { none, told } from '../../test/shown.ts';
import { experimentRows } from './experiment-rows.ts';

describe('the rows of a layout test', () => {
  it('stand by test and arm, those who were shown it first, then what most of them did', () => {
    const rows = experimentRows(
      told(
        [['hero', 'b', 'order'], 12],
        [['hero', 'b', 'cart'], 30],
        [['hero', 'b', '(any)'], 200, { people: 180 }],
        [['hero', 'a', '(any)'], 210],
        [['grid', 'a', '(any)'], 90],
      ),
    );
    expect(rows.map(({ experiment, arm, metric, n }) => [experiment, arm, metric, n])).toEqual([
      ['grid', 'a', '(any)', 90],
      ['hero', 'a', '(any)', 210],
      ['hero', 'b', '(any)', 200],
      ['hero', 'b', 'cart', 30],
      ['hero', 'b', 'order', 12],
    ]);
  });

  it('have beside each outcome the visits that were shown its own arm of its own test', () => {
    const rows = experimentRows(
      told(
        [['hero', 'a', '(any)'], 210],
        [['hero', 'a', 'order'], 10],
        [['hero', 'b', '(any)'], 200],
        [['hero', 'b', 'order'], 20, { people: 19 }],
        [['grid', 'b', '(any)'], 90],
      ),
    );
    expect(rows.filter(({ metric }) => metric === 'order')).toEqual([
      { experiment: 'hero', arm: 'a', metric: 'order', exposed: 210, n: 10, people: 10 },
      { experiment: 'hero', arm: 'b', metric: 'order', exposed: 200, n: 20, people: 19 },
    ]);
  });

  it('do not know of how many an outcome is where too few were shown the arm', () => {
    expect(experimentRows(told([['hero', 'b', 'order'], 12]))).toMatchObject([{ exposed: null, n: 12 }]);
  });

  it('of nothing are none', () => {
    expect(experimentRows(none)).toEqual([]);
  });
});
