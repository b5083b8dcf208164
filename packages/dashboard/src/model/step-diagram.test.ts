import type { StepRow } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepDiagram } from './step-diagram.ts';

const step = (at: number, from: string, to: string, n: number): StepRow => ({
  step: at,
  from,
  to,
  n,
  people: n,
});

describe('the step diagram', () => {
  it('keeps a node that is visited again apart by its step, so that it has no loop', () => {
    const { nodes, links } = stepDiagram(
      [step(1, '(entry)', 'tea', 9), step(2, 'tea', 'coffee', 7), step(3, 'coffee', 'tea', 5)],
      8,
      10,
    );
    expect(nodes.map(({ step: at, node, arrived, left }) => [at, node, arrived, left])).toEqual([
      [0, '(entry)', 0, 9],
      [1, 'tea', 9, 7],
      [2, 'coffee', 7, 5],
      [3, 'tea', 5, 0],
    ]);
    expect(links.map(({ n }) => n)).toEqual([9, 7, 5]);
  });

  it('draws small nodes of a step as one and adds their moves', () => {
    const rows = ['a', 'b', 'c', 'd'].map((node, at) => step(1, '(entry)', node, 10 - at));
    const { nodes, links } = stepDiagram(rows, 8, 2);
    expect(
      nodes.filter((node) => node.step === 1).map(({ node, members, arrived }) => [node, members, arrived]),
    ).toEqual([
      ['a', ['a'], 10],
      ['b', ['b'], 9],
      [null, ['c', 'd'], 15],
    ]);
    expect(links).toHaveLength(3);
  });

  it('draws a single node left over by its name', () => {
    const rows = ['a', 'b', 'c'].map((node) => step(1, '(entry)', node, 5));
    expect(stepDiagram(rows, 8, 2).nodes.map(({ node }) => node)).toEqual(['(entry)', 'a', 'b', 'c']);
  });

  it('leaves out what lies beyond the last step', () => {
    expect(stepDiagram([step(1, '(entry)', 'a', 5), step(2, 'a', 'b', 4)], 1, 10).links).toHaveLength(1);
  });

  it('loses no move, and every link runs one step on, for any rows', () => {
    const rows = fc.array(
      fc.record({
        step: fc.integer({ min: 1, max: 8 }),
        from: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        to: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        n: fc.integer({ min: 1, max: 1000 }),
        people: fc.constant(1),
      }),
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 6 }), (some, perStep) => {
        const { nodes, links } = stepDiagram(some, 8, perStep);
        const stepOf = new Map(nodes.map(({ key, step: at }) => [key, at]));
        expect(links.reduce((sum, { n }) => sum + n, 0)).toBe(some.reduce((sum, { n }) => sum + n, 0));
        for (const { source, target } of links) {
          expect((stepOf.get(target) ?? Number.NaN) - (stepOf.get(source) ?? Number.NaN)).toBe(1);
        }
      }),
    );
  });
});
