import type { StepRow } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepBalances } from './step-balance.ts';
import { placeMoves, readPlace, writePlace } from './step-place.ts';

const step = (at: number, from: string, to: string, n: number): StepRow => ({
  step: at,
  from,
  to,
  n,
  people: n,
});

describe('a place in the address', () => {
  it('is the step and the category', () => {
    expect(writePlace({ step: 2, node: 'kettles/gooseneck' })).toBe('2:kettles/gooseneck');
    expect(readPlace('2:kettles/gooseneck')).toEqual({ step: 2, node: 'kettles/gooseneck' });
    expect(readPlace('0:(entry)')).toEqual({ step: 0, node: '(entry)' });
  });

  it('without a category is those that are drawn as one', () => {
    expect(writePlace({ step: 3, node: null })).toBe('3:');
    expect(readPlace('3:')).toEqual({ step: 3, node: null });
  });

  it('is none where it cannot be read', () => {
    expect(readPlace(undefined)).toBeNull();
    expect(readPlace('kettles')).toBeNull();
    expect(readPlace('9:kettles')).toBeNull();
    expect(readPlace('12:kettles')).toBeNull();
  });

  it('is read as it was written, whatever the category is called', () => {
    const place = fc.record({ step: fc.integer({ min: 0, max: 8 }), node: fc.string({ minLength: 1 }) });
    fc.assert(
      fc.property(place, (one) => {
        expect(readPlace(writePlace(one))).toEqual(one);
      }),
    );
  });
});

describe('the moves of a place', () => {
  const rows = [
    step(1, '(entry)', 'tea', 20),
    step(1, '(entry)', 'home', 10),
    step(2, 'home', 'tea', 6),
    step(2, 'tea', 'coffee', 4),
    step(2, 'tea', 'tea', 9),
    step(3, 'tea', 'coffee', 5),
  ];
  const balances = stepBalances(rows, 30);

  it('onward are those of the next step, most first, and what did not go on', () => {
    expect(placeMoves({ rows, balances }, { step: 1, members: ['tea'] }, 'onward')).toEqual({
      total: 20,
      moves: [
        { node: 'tea', n: 9 },
        { node: 'coffee', n: 4 },
      ],
      open: 7,
    });
  });

  it('backward are those of its own step', () => {
    expect(placeMoves({ rows, balances }, { step: 2, members: ['tea'] }, 'backward')).toEqual({
      total: 15,
      moves: [
        { node: 'tea', n: 9 },
        { node: 'home', n: 6 },
      ],
      open: 0,
    });
  });

  it('of categories that are drawn as one are added up', () => {
    expect(placeMoves({ rows, balances }, { step: 1, members: ['tea', 'home'] }, 'onward')).toEqual({
      total: 30,
      moves: [
        { node: 'tea', n: 15 },
        { node: 'coffee', n: 4 },
      ],
      open: 11,
    });
  });

  it('add up to the place on either side, for any rows', () => {
    const node = fc.constantFrom('a', 'b', 'c');
    const some = fc.array(
      fc.record({
        step: fc.integer({ min: 1, max: 8 }),
        from: node,
        to: node,
        n: fc.integer({ min: 1, max: 1000 }),
        people: fc.constant(1),
      }),
    );
    const place = fc.record({
      step: fc.integer({ min: 1, max: 8 }),
      members: fc.uniqueArray(node, { minLength: 1 }),
    });
    fc.assert(
      fc.property(some, place, fc.constantFrom('onward', 'backward'), (any, at, direction) => {
        const told = placeMoves({ rows: any, balances: stepBalances(any, null) }, at, direction);
        expect(told.moves.reduce((sum, { n }) => sum + n, told.open)).toBe(told.total);
      }),
    );
  });
});
