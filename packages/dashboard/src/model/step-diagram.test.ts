import type { StepRow } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepBalances } from './step-balance.ts';
import { type StepDiagram, stepDiagram } from './step-diagram.ts';
import { type Place, readPlace } from './step-place.ts';

const step = (at: number, from: string, to: string, n: number): StepRow => ({
  step: at,
  from,
  to,
  n,
  people: n,
});

const diagram = (
  rows: readonly StepRow[],
  lastStep: number,
  perStep: number,
  named: Place | null = null,
): StepDiagram => stepDiagram(rows, stepBalances(rows, null), { lastStep, perStep, named });

describe('the step diagram', () => {
  it('keeps a node that is visited again apart by its step, so that it has no loop', () => {
    const { nodes, links } = diagram(
      [step(1, '(entry)', 'tea', 9), step(2, 'tea', 'coffee', 7), step(3, 'coffee', 'tea', 5)],
      8,
      10,
    );
    expect(nodes.map(({ step: at, node, came, wentOn, rest }) => [at, node, came, wentOn, rest])).toEqual([
      [0, '(entry)', 9, 9, 0],
      [1, 'tea', 9, 7, 2],
      [2, 'coffee', 7, 5, 2],
      [3, 'tea', 5, 0, 5],
    ]);
    expect(links.map(({ n }) => n)).toEqual([9, 7, 5]);
  });

  it('draws small nodes of a step as one and adds their moves', () => {
    const rows = ['a', 'b', 'c', 'd'].map((node, at) => step(1, '(entry)', node, 10 - at));
    const { nodes, links } = diagram(rows, 8, 2);
    expect(
      nodes.filter((node) => node.step === 1).map(({ node, members, came }) => [node, members, came]),
    ).toEqual([
      ['a', ['a'], 10],
      ['b', ['b'], 9],
      [null, ['c', 'd'], 15],
    ]);
    expect(links).toHaveLength(3);
  });

  it('draws a single node left over by its name', () => {
    const rows = ['a', 'b', 'c'].map((node) => step(1, '(entry)', node, 5));
    expect(diagram(rows, 8, 2).nodes.map(({ node }) => node)).toEqual(['(entry)', 'a', 'b', 'c']);
  });

  it('draws the place that is looked at by its name, however small', () => {
    const rows = ['a', 'b', 'c', 'd'].map((node, at) => step(1, '(entry)', node, 10 - at));
    const { nodes } = diagram(rows, 8, 2, readPlace('1:d'));
    expect(nodes.filter((node) => node.step === 1).map(({ key, members }) => [key, members])).toEqual([
      ['1:a', ['a']],
      ['1:b', ['b']],
      ['1:', ['c']],
      ['1:d', ['d']],
    ]);
  });

  it('draws no move beyond the last step, and tells what went on all the same', () => {
    const { nodes, links } = diagram([step(1, '(entry)', 'a', 5), step(2, 'a', 'b', 4)], 1, 10);
    expect(links).toHaveLength(1);
    expect(nodes.at(-1)).toMatchObject({ key: '1:a', came: 5, wentOn: 4, rest: 1 });
  });

  it('loses no move, is even at every node, and every link runs one step on, for any rows', () => {
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
        const { nodes, links } = diagram(some, 8, perStep);
        const stepOf = new Map(nodes.map(({ key, step: at }) => [key, at]));
        expect(links.reduce((sum, { n }) => sum + n, 0)).toBe(some.reduce((sum, { n }) => sum + n, 0));
        for (const { came, unseen, wentOn, rest, key } of nodes) {
          expect(came + unseen).toBe(wentOn + rest);
          const out = links.filter(({ source }) => source === key).reduce((sum, { n }) => sum + n, 0);
          expect(wentOn).toBe(out);
        }
        for (const { source, target } of links) {
          expect((stepOf.get(target) ?? Number.NaN) - (stepOf.get(source) ?? Number.NaN)).toBe(1);
        }
      }),
    );
  });
});
