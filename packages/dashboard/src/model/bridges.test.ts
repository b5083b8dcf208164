import { describe, expect, it } from 'vitest';
import { bridgesOf } from './bridges.ts';

const trail = (path: readonly [string, string, string], n: number) => ({ path, n, people: n });

describe('bridges between branches of the tree', () => {
  it('are what lies between two branches, with both directions added up', () => {
    const trails = [
      trail(['kettles/electric', 'sale', 'coffee'], 30),
      trail(['coffee/espresso', 'sale', 'kettles'], 20),
      trail(['toasters', 'sale', 'kettles'], 10),
      trail(['kettles', '(home)', 'toasters'], 40),
    ];
    expect(bridgesOf(trails)).toEqual([
      {
        category: 'sale',
        crossings: 60,
        joins: [
          { between: ['coffee', 'kettles'], n: 50 },
          { between: ['kettles', 'toasters'], n: 10 },
        ],
      },
      { category: '(home)', crossings: 40, joins: [{ between: ['kettles', 'toasters'], n: 40 }] },
    ]);
  });

  it('are none within a branch, at its ends, or where nobody knows what it was', () => {
    const trails = [
      trail(['kettles/electric', 'sale', 'kettles/gooseneck'], 30),
      trail(['kettles', 'kettles', 'coffee'], 30),
      trail(['kettles', 'coffee', 'coffee'], 30),
      trail(['kettles', '(other)', 'coffee'], 30),
      trail(['(home)', 'sale', 'coffee'], 30),
      trail(['kettles', 'sale', '(cart)'], 30),
    ];
    expect(bridgesOf(trails)).toEqual([]);
  });
});
