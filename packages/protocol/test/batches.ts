/** Batches for tests: one plain example, and arbitrary ones within the bounds of the catalogue. */
import fc from 'fast-check';
import { type Batch, type First, type Increment, MAX_N, MAX_TOTAL } from '../src/batch.ts';
import { dayFromNumber } from '../src/day.ts';
import { type Dimension, FACT_NAMES, type FactName, factOf } from '../src/facts.ts';
import { type BrowserSlices, SOURCES, VIEWPORTS, VISITORS } from '../src/slices.ts';
import { isPrintable, OTHER } from '../src/terms.ts';

export const batch = (given: Partial<Batch> = {}): Batch => ({
  v: 1,
  site: 'store',
  day: '2026-11-23',
  batch: 'pXx0Yw4mJ9s',
  statement: 'c9f1d2a4',
  basis: 'chosen',
  slices: { viewport: 's' },
  increments: [['page.view', ['/kettles'], 1, 2]],
  ...given,
});

const anyTerm = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(isPrintable);

function anyDimension(dimension: Dimension): fc.Arbitrary<string | number> {
  switch (dimension.kind) {
    case 'term':
      return anyTerm;
    case 'enum':
      return fc.constantFrom(OTHER, ...dimension.values);
    case 'count':
      return fc.integer({ min: dimension.min, max: dimension.max });
  }
}

function incrementOf(name: FactName): fc.Arbitrary<Increment> {
  const fact = factOf(name);
  const n = fc.integer({ min: 1, max: MAX_N });
  const first = fc.constantFrom<First[]>(0, 1, 2);
  const total = fc.integer({ min: 0, max: MAX_TOTAL });
  return fc
    .tuple(fc.tuple(...fact.dimensions.map(anyDimension)), n, first, total)
    .map(([dimensions, times, mark, sum]): Increment => {
      if (fact.total !== undefined) return [name, dimensions, times, fact.people ? mark : 0, sum];
      return fact.people ? [name, dimensions, times, mark] : [name, dimensions, times];
    });
}

export const anyIncrement: fc.Arbitrary<Increment> = fc.constantFrom(...FACT_NAMES).chain(incrementOf);

const anySlices = fc.record<BrowserSlices>(
  {
    viewport: fc.constantFrom(...VIEWPORTS),
    source: fc.constantFrom(...SOURCES),
    visitor: fc.constantFrom(...VISITORS),
  },
  { requiredKeys: [] },
);

export const anyBatch: fc.Arbitrary<Batch> = fc.record(
  {
    v: fc.constant(1 as const),
    site: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/),
    day: fc.integer({ min: 0, max: 100_000 }).map(dayFromNumber),
    batch: fc.stringMatching(/^[A-Za-z0-9_-]{11}$/),
    statement: fc.stringMatching(/^[0-9a-f]{8}$/),
    basis: fc.constantFrom('chosen' as const, 'default' as const),
    slices: anySlices,
    model: anyTerm,
    increments: fc.uniqueArray(anyIncrement, {
      minLength: 1,
      maxLength: 40,
      selector: ([fact, dimensions]) => JSON.stringify([fact, dimensions]),
    }),
  },
  { requiredKeys: ['v', 'site', 'day', 'batch', 'statement', 'basis', 'slices', 'increments'] },
);
