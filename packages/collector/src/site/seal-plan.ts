/** What sealing must know of the fact catalogue, in the ids and columns of this store. */
import {
  type Dimension,
  FACT_NAMES,
  type Fact,
  type FactName,
  factOf,
  type Part,
  SLICE_TWINS,
  SUMS,
  type Sum,
  TWINS,
} from '@holloway/protocol';
import type { Column, Matched, Only, SealedWith, SealFamily, SealPlan } from '../store/seal-plan.ts';

export const COLUMNS = ['a', 'b', 'c', 'd'] as const satisfies Column[];

type IdOf = (name: FactName) => number;

function columnOf(fact: FactName, name: string): Column {
  const column = COLUMNS[factOf(fact).dimensions.findIndex((dimension) => dimension.name === name)];
  if (column === undefined) throw new Error(`${fact} has no dimension ${name}`);
  return column;
}

const namesOf = (fact: FactName): string[] => factOf(fact).dimensions.map(({ name }) => name);

function histogramOf(name: FactName, id: IdOf): SealedWith {
  const described = factOf(name).describes as FactName;
  return {
    fact: id(name),
    describes: id(described),
    columns: namesOf(described).map((dimension) => columnOf(name, dimension)),
  };
}

function only({ fact, where }: Part): Only | null {
  if (where === undefined) return null;
  const dimension = factOf(fact).dimensions.find(({ name }) => name === where.dimension) as Dimension;
  const column = columnOf(fact, where.dimension);
  const { value } = where;
  if (dimension.kind === 'term') return { column, value: { kind: dimension.terms, text: String(value) } };
  if (dimension.kind === 'count') return { column, value: Number(value) - dimension.min + 1 };
  return { column, value: dimension.values.indexOf(String(value)) + 1 };
}

const matched = (part: Part, dimensions: readonly string[], id: IdOf): Matched => ({
  fact: id(part.fact),
  columns: dimensions.map((dimension) => columnOf(part.fact, part.at[dimension] ?? dimension)),
  only: only(part),
});

function familyOf({ name, whole, measure, parts, isOnce }: Sum, id: IdOf): SealFamily {
  const histogram = measure === 'n' || measure === null ? null : measure;
  const known = namesOf(whole);
  const asked = new Set(parts.flatMap(({ at }) => Object.keys(at)));
  const by = (histogram === null ? [] : namesOf(histogram)).find(
    (dimension) => asked.has(dimension) && !known.includes(dimension),
  );
  return {
    name,
    whole: id(whole),
    measure: histogram === null ? (measure as 'n' | null) : histogramOf(histogram, id),
    parts: parts.map((part) => ({
      ...matched(part, known, id),
      by: by === undefined ? null : columnOf(part.fact, part.at[by] ?? by),
    })),
    by: by === undefined || histogram === null ? null : columnOf(histogram, by),
    isOnce,
  };
}

const valuesOf = ({ dimensions: [dimension] }: Fact): readonly string[] | null =>
  dimension?.kind === 'enum' ? dimension.values : null;

/** The whole of the whole, and so on: what all cells of a fact together add up to. */
function topOf(fact: FactName): FactName | null {
  const sum = SUMS.find(({ measure, parts }) => measure !== null && parts.some((part) => part.fact === fact));
  return sum === undefined ? null : (topOf(sum.whole) ?? sum.whole);
}

const toldWith = (id: IdOf): SealPlan['toldWith'] =>
  FACT_NAMES.flatMap((name) => {
    const top = topOf(name);
    return top === null ? [] : [name, top].map((fact) => ({ fact: id(fact), whole: id(top) }));
  });

/**
 * @param options.families Whether cells wait for the sake of those that they add up with, and what waits is told only in
 * crowds. Default: no. Why, and what that leaves open: docs/decisions/0017-families.md.
 */
export function sealPlanOf(id: IdOf, { families = false } = {}): SealPlan {
  return {
    facts: FACT_NAMES.filter((name) => factOf(name).describes === undefined).map(id),
    histograms: FACT_NAMES.filter((name) => factOf(name).describes !== undefined).map((name) =>
      histogramOf(name, id),
    ),
    families: families ? SUMS.map((sum) => familyOf(sum, id)) : [],
    twins: (families ? TWINS : []).map((twin) => ({
      ...matched(twin, namesOf(twin.of), id),
      of: id(twin.of),
    })),
    sliceTwins: (families ? SLICE_TWINS : []).map(({ fact, kind }) => ({
      fact: id(fact),
      of: id('visit'),
      kind,
      values: valuesOf(factOf(fact)),
    })),
    toldWith: families ? toldWith(id) : [],
    slices: families,
    tellsExactly: !families,
  };
}
