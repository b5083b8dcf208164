import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observedTerm } from '../term.ts';
import { idTerm } from './id-term.ts';

describe('an id', () => {
  it.each(['grid', 'add-to-cart', 'Sale_2026', 'neuheiten-für-sie', 'a-b-c-d'])(
    'is a name as %s is',
    (id) => {
      expect(idTerm(id)).toBe(id);
    },
  );

  it.each([
    { what: 'is empty', id: '' },
    { what: 'is missing', id: null },
    { what: 'a framework numbers through', id: ':r1:' },
    { what: 'begins with a number', id: '1st' },
    { what: 'has a long number in it', id: 'user-1234567' },
    { what: 'is a number in hexadecimal', id: 'abcdefabcdef' },
    { what: 'is an address in words', id: 'anna-at-home-dot-example' },
  ])('is none where it $what', ({ id }) => {
    expect(idTerm(id)).toBeUndefined();
  });

  it('that is told at a glance is one that others may have had a hand in', () => {
    const id = fc.stringMatching(/^(?:[a-z]|at|dot|[a-f]{11,12}|-){1,8}$/);
    fc.assert(
      fc.property(id, (each) => {
        expect(idTerm(each)).toBe(/^[a-z]/.test(each) ? observedTerm(each) : undefined);
      }),
      { numRuns: 5_000 },
    );
  });
});
