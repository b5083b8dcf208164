import type { FlowRow } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeBalance } from './balance.ts';

const move = (from: string, to: string, n: number): FlowRow => ({ from, to, n, people: n });

describe('the balance of a node', () => {
  const flows = [
    move('(entry)', 'kettles', 30),
    move('(home)', 'kettles', 50),
    move('kettles', 'kettles', 20),
    move('kettles', '(cart)', 25),
    move('coffee', '(cart)', 99),
  ];

  it('adds up to the views on both sides, moves to itself on each', () => {
    expect(nodeBalance('kettles', { views: 100, entries: 30, exits: 55 }, flows)).toEqual({
      views: 100,
      in: { edge: 30, moves: 70, residual: 0 },
      out: { edge: 55, moves: 45, residual: 0 },
    });
  });

  it('tells views that no row explains as a residual above 0', () => {
    const { in: arrived, out } = nodeBalance('kettles', { views: 110, entries: 30, exits: 60 }, flows);
    expect([arrived.residual, out.residual]).toEqual([10, 5]);
  });

  it('tells moves of earlier days that joined a row in the range as a residual below 0', () => {
    expect(nodeBalance('kettles', { views: 96, entries: 30, exits: 55 }, flows).in.residual).toBe(-4);
  });

  it('takes entries from the moves where the row of the node has none', () => {
    expect(nodeBalance('kettles', { views: 100, entries: null, exits: 55 }, flows).in.edge).toBe(30);
  });

  it('leaves entries that nothing tells to the residual', () => {
    const withoutEntries = flows.slice(1);
    const balance = nodeBalance('kettles', { views: 100, entries: null, exits: 55 }, withoutEntries);
    expect(balance.in).toEqual({ edge: 0, moves: 70, residual: 30 });
  });

  it('leaves exits that are not settled to the residual, and does not tell them as 0', () => {
    const { out } = nodeBalance('kettles', { views: 100, entries: 30, exits: null }, flows);
    expect(out).toEqual({ edge: null, moves: 45, residual: 55 });
  });

  it('conserves for any numbers: edge + moves + residual = views', () => {
    const count = fc.nat(10_000);
    const node = fc.constantFrom('a', 'b', 'c');
    const rows = fc.array(
      fc.record({ from: fc.constantFrom('(entry)', 'a', 'b', 'c'), to: node, n: count, people: count }),
    );
    fc.assert(
      fc.property(
        node,
        count,
        fc.option(count),
        fc.option(count),
        rows,
        (name, views, exits, entries, some) => {
          for (const side of (({ in: a, out: b }) => [a, b])(
            nodeBalance(name, { views, entries, exits }, some),
          )) {
            expect((side.edge ?? 0) + side.moves + side.residual).toBe(views);
          }
        },
      ),
    );
  });
});
