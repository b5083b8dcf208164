import type { FlowRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { busiestChain, type PathSource, pathColumns } from './columns.ts';

const move = (from: string, to: string, n: number): FlowRow => ({ from, to, n, people: n });

/** 100 visits: 60 begin at home and 40 at kettles, 6 of them too rare to show where. */
const source: PathSource = {
  visits: 106,
  nodes: new Map([
    ['(home)', { views: 70, entries: 60, exits: 20 }],
    ['kettles', { views: 90, entries: 40, exits: 50 }],
  ]),
  flows: [
    move('(entry)', '(home)', 60),
    move('(entry)', 'kettles', 40),
    move('(home)', 'kettles', 46),
    move('kettles', '(home)', 10),
    move('kettles', 'coffee', 26),
  ],
};
const onward = { direction: 'onward', start: 'edge' } as const;

describe('the first column', () => {
  it('lists where visits begin, most first, and what is not shown of all visits', () => {
    const [first] = pathColumns(source, [], onward);
    expect(first).toEqual({
      node: null,
      total: 106,
      rows: [
        { node: '(home)', n: 60, share: 60 / 106 },
        { node: 'kettles', n: 40, share: 40 / 106 },
      ],
      edge: null,
      residual: 6,
    });
  });

  it('lists where visits end when walked backwards', () => {
    const [first] = pathColumns(source, [], { direction: 'backward', start: 'edge' });
    expect(first?.rows.map(({ node, n }) => [node, n])).toEqual([
      ['kettles', 50],
      ['(home)', 20],
    ]);
  });

  it('lists no end that is not settled, and leaves it to what is not shown', () => {
    const nodes = new Map([...source.nodes, ['kettles', { views: 90, entries: 40, exits: null }] as const]);
    const [first] = pathColumns({ ...source, nodes }, [], { direction: 'backward', start: 'edge' });
    expect(first?.rows.map(({ node }) => node)).toEqual(['(home)']);
    expect(first?.residual).toBe(86);
  });

  it('lists every node on request, so that each can be reached', () => {
    const [first] = pathColumns(source, [], { direction: 'onward', start: 'every' });
    expect(first?.rows.map(({ node }) => node)).toEqual(['kettles', '(home)']);
    expect(first?.total).toBe(160);
  });

  it('takes the sum of its rows for a total where visits are not told', () => {
    expect(pathColumns({ ...source, visits: null }, [], onward)[0]?.total).toBe(100);
  });
});

describe('a column after a node', () => {
  it('shows where visitors went, who ended there, and what is not shown; they add up to its views', () => {
    const [, after] = pathColumns(source, ['kettles'], onward);
    expect(after).toEqual({
      node: 'kettles',
      total: 90,
      rows: [
        { node: 'coffee', n: 26, share: 26 / 90 },
        { node: '(home)', n: 10, share: 10 / 90 },
      ],
      edge: { n: 50, share: 50 / 90 },
      residual: 4,
    });
  });

  it('shows where visitors came from, and who began there, when walked backwards', () => {
    const [, before] = pathColumns(source, ['kettles'], { direction: 'backward', start: 'edge' });
    expect(before?.rows.map(({ node, n }) => [node, n])).toEqual([['(home)', 46]]);
    expect([before?.edge?.n, before?.residual]).toEqual([40, 4]);
  });

  it('stands for each node of the chain, also for one that was chosen before', () => {
    const columns = pathColumns(source, ['(home)', 'kettles', '(home)'], onward);
    expect(columns.map(({ node }) => node)).toEqual([null, '(home)', 'kettles', '(home)']);
    expect(columns[1]).toEqual(columns[3]);
  });

  it('is as large as the known moves for a node too rare for a row of its own', () => {
    const [, after] = pathColumns(source, ['coffee'], onward);
    expect(after).toMatchObject({ total: 26, rows: [], edge: { n: null }, residual: 26 });
  });

  it('leaves exits that are not settled to what is not shown yet', () => {
    const nodes = new Map([['kettles', { views: 90, entries: 40, exits: null }]]);
    const [, after] = pathColumns({ ...source, nodes }, ['kettles'], onward);
    expect(after).toMatchObject({ total: 90, edge: { n: null, share: null }, residual: 54 });
  });
});

describe('the path that is followed at first', () => {
  it('takes the busiest row of each column, and goes nowhere twice', () => {
    expect(busiestChain(source, onward, 3)).toEqual(['(home)', 'kettles', 'coffee']);
  });

  it('ends where a column shows nowhere new', () => {
    expect(busiestChain(source, onward, 9)).toEqual(['(home)', 'kettles', 'coffee']);
    expect(busiestChain({ ...source, flows: [] }, onward, 2)).toEqual([]);
  });
});
