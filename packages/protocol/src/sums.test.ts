import { describe, expect, it } from 'vitest';
import { type FactName, factOf } from './facts.ts';
import { SLICE_TWINS, SUMS, TWINS } from './sums.ts';

const namesOf = (fact: FactName): string[] => factOf(fact).dimensions.map(({ name }) => name);

describe('sums', () => {
  it('have names of their own', () => {
    const names = SUMS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('stand behind those whose parts their wholes are', () => {
    SUMS.forEach(({ whole }, i) => {
      const later = SUMS.slice(i + 1).flatMap(({ parts }) => parts.map(({ fact }) => fact));
      expect(later).not.toContain(whole);
    });
  });

  it('are of cells that stand on browsers of their own', () => {
    for (const { whole, parts } of SUMS) {
      for (const fact of [whole, ...parts.map((part) => part.fact)])
        expect(factOf(fact).people, fact).toBe(true);
    }
  });

  it('are measured by the whole or by a histogram of it', () => {
    for (const { whole, measure } of SUMS) {
      if (measure !== 'n' && measure !== null) expect(factOf(measure).describes).toBe(whole);
    }
  });

  it('find each dimension of the whole in every part, and are kept in the same slices', () => {
    for (const { whole, parts } of [...SUMS, ...TWINS.map((twin) => ({ whole: twin.of, parts: [twin] }))]) {
      for (const { fact, at, where } of parts) {
        for (const name of namesOf(whole)) expect(namesOf(fact), fact).toContain(at[name] ?? name);
        for (const own of Object.values(at)) expect(namesOf(fact), fact).toContain(own);
        if (where !== undefined) expect(namesOf(fact), fact).toContain(where.dimension);
        expect(factOf(fact).slices, fact).toBe(factOf(whole).slices);
      }
    }
  });

  it('number a step as the depth that it is matched with', () => {
    const [depth] = factOf('visit.depth').dimensions;
    const [step] = factOf('flow.step').dimensions;
    expect(step).toMatchObject({ kind: 'count', min: depth?.kind === 'count' ? depth.min : null });
  });
});

describe('cells that count the same as a slice', () => {
  it('are of facts with one dimension', () => {
    for (const { fact } of SLICE_TWINS) expect(factOf(fact).dimensions, fact).toHaveLength(1);
  });
});
