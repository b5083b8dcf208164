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
  const { value, isNot = false } = where;
  if (dimension.kind === 'term') {
    return { column, isNot, value: { kind: dimension.terms, text: String(value) } };
  }
  const id =
    dimension.kind === 'count'
      ? Number(value) - dimension.min + 1
      : dimension.values.indexOf(String(value)) + 1;
  return { column, isNot, value: id };
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

const TOPS = new Set(FACT_NAMES.map(topOf));

/** Histograms are told with what they describe. */
function toldWith(name: FactName, id: IdOf): SealPlan['toldWith'] {
  const fact = (factOf(name).describes as FactName | undefined) ?? name;
  const whole = TOPS.has(fact) ? fact : topOf(fact);
  return whole === null ? [] : [{ fact: id(name), whole: id(whole) }];
}

/** What families cost, and what they close: docs/decisions/0017-families.md. */
export function sealPlanOf(id: IdOf): SealPlan {
  return {
    facts: FACT_NAMES.filter((name) => factOf(name).describes === undefined).map(id),
    histograms: FACT_NAMES.filter((name) => factOf(name).describes !== undefined).map((name) =>
      histogramOf(name, id),
    ),
    families: SUMS.map((sum) => familyOf(sum, id)),
    twins: TWINS.map((twin) => ({
      ...matched(twin, namesOf(twin.of), id),
      of: id(twin.of),
    })),
    sliceTwins: SLICE_TWINS.map(({ fact, kind }) => ({
      fact: id(fact),
      of: id('visit'),
      kind,
      values: valuesOf(factOf(fact)),
    })),
    toldWith: FACT_NAMES.flatMap((name) => toldWith(name, id)),
    slices: true,
  };
}
