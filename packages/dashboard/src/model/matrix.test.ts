import type { FlowRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { topLevel, transitionMatrix } from './matrix.ts';

const row = (category: string, views: number, exits: number | null) => ({
  category,
  views,
  visitors: views,
  entries: null,
  exits,
  settledViews: views,
});
const move = (from: string, to: string, n: number): FlowRow => ({ from, to, n, people: n });

const categories = [row('tea', 100, 40), row('tea/pots', 20, 5), row('(cart)', 10, 10)];
const flows = [
  move('(entry)', 'tea', 80),
  move('tea', 'tea/pots', 20),
  move('tea', '(cart)', 7),
  move('tea/pots', 'tea', 15),
];

describe('the transition matrix', () => {
  it('has a row and a column for each category, and rows that add up to their views', () => {
    const { nodes, rows } = transitionMatrix(categories, flows, { limit: 9, nodeOf: (category) => category });
    expect(nodes).toEqual(['tea', 'tea/pots', '(cart)']);
    expect(rows.map(({ cells, exits, elsewhere }) => [cells, exits, elsewhere])).toEqual([
      [[null, 20, 7], 40, 33],
      [[15, null, null], 5, 0],
      [[null, null, null], 10, 0],
    ]);
  });

  it('folds levels below the top into it', () => {
    const { nodes, rows, largest } = transitionMatrix(categories, flows, { limit: 9, nodeOf: topLevel });
    expect(nodes).toEqual(['tea', '(cart)']);
    expect(rows[0]).toEqual({ node: 'tea', views: 120, cells: [35, 7], exits: 45, elsewhere: 33 });
    expect(largest).toBe(35);
  });

  it('counts moves to categories without a column as elsewhere', () => {
    const { rows } = transitionMatrix(categories, flows, { limit: 1, nodeOf: (category) => category });
    expect(rows).toEqual([{ node: 'tea', views: 100, cells: [null], exits: 40, elsewhere: 60 }]);
  });

  it('leaves exits that are not settled to elsewhere, and does not tell them as 0', () => {
    const unsettled = [row('tea', 100, null), row('tea/pots', 20, 5), row('(cart)', 10, null)];
    const { rows } = transitionMatrix(unsettled, flows, { limit: 9, nodeOf: topLevel });
    expect(rows.map(({ exits, elsewhere }) => [exits, elsewhere])).toEqual([
      [5, 73],
      [null, 10],
    ]);
  });

  it('is empty without rows', () => {
    expect(transitionMatrix([], [], { limit: 9, nodeOf: topLevel })).toEqual({
      nodes: [],
      rows: [],
      largest: 0,
      largestShare: 0,
    });
  });
});
