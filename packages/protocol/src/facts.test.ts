import { describe, expect, it } from 'vitest';
import { FACT_NAMES, factOf, isFactName, TERM_KINDS } from './facts.ts';

describe('the fact catalogue', () => {
  it.each(FACT_NAMES)('gives %s at most four dimensions', (name) => {
    expect(factOf(name).dimensions.length).toBeLessThanOrEqual(4);
  });

  it.each(FACT_NAMES)('calls no two dimensions of %s the same', (name) => {
    const names = factOf(name).dimensions.map((dimension) => dimension.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(FACT_NAMES)('says in a few words what %s means', (name) => {
    expect(factOf(name).meaning).toMatch(/^[a-z].{3,110}[^.]$/);
  });

  it.each(FACT_NAMES)('gives every dimension of %s something to choose from', (name) => {
    for (const dimension of factOf(name).dimensions) {
      if (dimension.kind === 'term') expect(TERM_KINDS).toContain(dimension.terms);
      if (dimension.kind === 'enum') expect(new Set(dimension.values).size).toBe(dimension.values.length);
      if (dimension.kind === 'count') expect(dimension.min).toBeLessThan(dimension.max);
    }
  });

  const histograms = FACT_NAMES.filter((name) => !factOf(name).people);

  it.each(histograms)('seals %s, which counts no people, with a row that does', (name) => {
    const { describes } = factOf(name);
    if (!isFactName(describes)) throw new Error(`${name} describes no fact of the catalogue`);
    const row = factOf(describes);
    expect(row.people).toBe(true);
    expect(factOf(name).dimensions).toEqual(expect.arrayContaining([...row.dimensions]));
  });

  it.each(histograms)('keeps no slice of %s that the row it describes does not have', (name) => {
    const WIDTH = { none: 0, device: 1, all: 2 };
    const { describes, slices } = factOf(name);
    if (!isFactName(describes)) throw new Error(`${name} describes no fact of the catalogue`);
    expect(WIDTH[slices]).toBeLessThanOrEqual(WIDTH[factOf(describes).slices]);
  });

  it('lets only histograms describe another fact', () => {
    const describing = FACT_NAMES.filter((name) => factOf(name).describes !== undefined);
    expect(describing).toEqual(histograms);
  });

  it('has no name twice, and all in small letters with dots', () => {
    expect(new Set(FACT_NAMES).size).toBe(FACT_NAMES.length);
    for (const name of FACT_NAMES) expect(name).toMatch(/^[a-z]+(\.[a-z]+)*$/);
  });

  it.each(['', 'page', 'toString', '__proto__', 'constructor', null, 7, ['page.view']])(
    'does not take %j for a fact',
    (value) => {
      expect(isFactName(value)).toBe(false);
    },
  );
});
