/**
 * Whoever asks for everything that may be told of a site, and solves what it adds up to: every number that is told is an
 * equation between true counts, and so is every sum that the catalogue declares, and that no count is below nothing.
 * Exact: coefficients are kept modulo a prime, so that nothing is rounded.
 */
import {
  type FactName,
  factOf,
  type Part,
  parseSlice,
  SLICE_TWINS,
  SUMS,
  type Sum,
  TWINS,
} from '@holloway/protocol';

type Values = readonly (string | number)[];

/** A true count: of one cell on one day; 0 where it might have been counted and was not. */
export interface TrueCount {
  readonly fact: FactName;
  readonly slice: string;
  readonly dimensions: Values;
  readonly day: number;
  readonly n: number;
  readonly browsers: ReadonlySet<string>;
}

/** Counts, by their place in the truth, that add up to a known number. */
type Equation = ReadonlyMap<number, number>;

const PRIME = 67_108_859;
const times = (a: number, b: number): number => (a * b) % PRIME;

function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = times(result, base);
    base = times(base, base);
  }
  return result;
}

export function groupBy<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

export const sumOf = (counts: Iterable<number>): Equation => new Map([...counts].map((i) => [i, 1]));

/** What follows from equations. */
export class Knowledge {
  /** Each row is led by a count that is in no other. */
  private readonly rows = new Map<number, Map<number, number>>();
  /** In which rows a count is that leads none. */
  private readonly within = new Map<number, Set<number>>();

  private subtract(row: Map<number, number>, other: Equation, factor: number): void {
    for (const [i, value] of other) {
      const left = ((row.get(i) ?? 0) + PRIME - times(factor, value)) % PRIME;
      if (left === 0) row.delete(i);
      else row.set(i, left);
    }
  }

  /** What is left of an equation when what is known already is taken out. */
  private reduced(equation: Equation): Map<number, number> {
    const row = new Map([...equation].map(([i, value]) => [i, (value + PRIME) % PRIME]));
    for (const i of [...row.keys()]) {
      const [known, value] = [this.rows.get(i), row.get(i)];
      if (known !== undefined && value !== undefined) this.subtract(row, known, value);
    }
    return row;
  }

  private note(row: Equation, lead: number): void {
    for (const i of row.keys()) {
      if (i !== lead) this.within.set(i, (this.within.get(i) ?? new Set()).add(lead));
    }
  }

  learn(equation: Equation): void {
    const row = this.reduced(equation);
    const [lead] = row.keys();
    if (lead === undefined) return;
    const scale = inverse(row.get(lead) ?? 1);
    for (const [i, value] of row) row.set(i, times(value, scale));
    for (const at of this.within.get(lead) ?? []) {
      const other = this.rows.get(at);
      const value = other?.get(lead);
      if (other === undefined || value === undefined) continue;
      this.subtract(other, row, value);
      this.note(row, at);
    }
    this.within.delete(lead);
    this.rows.set(lead, row);
    this.note(row, lead);
  }

  /** Where counts add up to nothing, each of them is nothing. */
  learnNothings(isNothing: (i: number) => boolean): void {
    for (;;) {
      const sums = [...this.rows.values()].filter(
        (row) => row.size > 1 && [...row].every(([i, value]) => value === 1 && isNothing(i)),
      );
      if (sums.length === 0) return;
      for (const i of sums.flatMap((row) => [...row.keys()])) this.learn(sumOf([i]));
    }
  }

  knows(equation: Equation): boolean {
    return this.reduced(equation).size === 0;
  }
}

const dimensionOf = (fact: FactName, dimensions: Values, name: string): string | number | undefined =>
  dimensions[factOf(fact).dimensions.findIndex((dimension) => dimension.name === name)];

function isPart({ fact, dimensions }: TrueCount, part: Part): boolean {
  const { where } = part;
  if (fact !== part.fact) return false;
  if (where === undefined) return true;
  return (dimensionOf(fact, dimensions, where.dimension) === where.value) !== (where.isNot ?? false);
}

type Indexed = TrueCount & { readonly i: number };

const difference = (whole: readonly Indexed[], parts: readonly Indexed[]): Equation =>
  new Map([...whole.map(({ i }) => [i, 1] as const), ...parts.map(({ i }) => [i, -1] as const)]);

/** Equations of one declared sum, among counts of one day and slice. */
function sumsOf({ whole, measure, parts }: Sum, counts: readonly Indexed[]): Equation[] {
  const measured = measure === 'n' || measure === null ? whole : measure;
  const shared = [...new Set(parts.flatMap(({ at }) => Object.keys(at)))];
  const found = new Map<string, { whole: Indexed[]; parts: Indexed[] }>();
  const groupOf = (values: readonly unknown[]) => {
    const key = JSON.stringify(values);
    const group = found.get(key) ?? { whole: [], parts: [] };
    found.set(key, group);
    return group;
  };
  for (const count of counts) {
    if (count.fact === measured) {
      groupOf(shared.map((name) => dimensionOf(measured, count.dimensions, name))).whole.push(count);
    }
    for (const part of parts.filter((one) => isPart(count, one))) {
      groupOf(
        shared.map((name) => dimensionOf(count.fact, count.dimensions, part.at[name] ?? name)),
      ).parts.push(count);
    }
  }
  return [...found.values()].map((group) => difference(group.whole, group.parts));
}

/** The true counts of a site. */
export class Truth {
  readonly counts: readonly Indexed[];
  private readonly byCell: ReadonlyMap<string, readonly Indexed[]>;

  constructor(counts: readonly TrueCount[]) {
    this.counts = counts.map((count, i) => ({ ...count, i }));
    this.byCell = groupBy(this.counts, ({ fact, slice, dimensions }) =>
      JSON.stringify([fact, slice, dimensions]),
    );
  }

  /** Of a cell, after one day and up to another. */
  of(fact: FactName, slice: string, dimensions: Values, after: number, to: number): readonly Indexed[] {
    const counts = this.byCell.get(JSON.stringify([fact, slice, dimensions])) ?? [];
    return counts.filter(({ day }) => day > after && day <= to);
  }

  private twinsOf(count: Indexed): Indexed[] {
    const { fact, slice, dimensions, day } = count;
    const twins = TWINS.filter((twin) => isPart(count, twin)).flatMap(({ of, at }) => {
      const values = factOf(of).dimensions.map(
        ({ name }) => dimensionOf(fact, dimensions, at[name] ?? name) ?? '',
      );
      return this.of(of, slice, values, day - 1, day);
    });
    const slices = SLICE_TWINS.filter((twin) => twin.fact === fact).flatMap(({ kind }) =>
      this.of('visit', `${kind}:${dimensions[0]}`, [], day - 1, day),
    );
    return [...twins, ...slices];
  }

  /** What the catalogue says adds up, day by day: slices of a kind, sums, and cells that count the same. */
  equations(): Equation[] {
    const facts = new Set(this.counts.map(({ fact }) => fact));
    // Of a fact that the truth does not hold nothing is known.
    const sums = SUMS.filter(
      ({ whole, measure, parts }) =>
        measure !== null &&
        [measure === 'n' ? whole : measure, ...parts.map(({ fact }) => fact)].every((fact) =>
          facts.has(fact),
        ),
    );
    const bySliceAndDay = groupBy(this.counts, ({ slice, day }) => `${slice} ${day}`);
    const declared = [...bySliceAndDay.values()].flatMap((counts) =>
      sums.flatMap((sum) => sumsOf(sum, counts)),
    );
    const slices = [
      ...groupBy(this.counts, ({ fact, dimensions, day }) =>
        JSON.stringify([fact, dimensions, day]),
      ).values(),
    ];
    const kinds = slices.flatMap((cells) => {
      const kindOf = ({ slice }: Indexed): string => {
        const parsed = parseSlice(slice);
        return parsed === null || parsed === '*' ? '*' : parsed.kind;
      };
      const byKind = groupBy(cells, kindOf);
      const total = byKind.get('*') ?? [];
      return [...byKind].filter(([kind]) => kind !== '*').map(([, parts]) => difference(total, parts));
    });
    const twins = this.counts.flatMap((count) =>
      this.twinsOf(count).map((twin) => difference([count], [twin])),
    );
    return [...declared, ...kinds, ...twins];
  }
}
