/**
 * Whoever asks for everything that may be told of a site and solves what it adds up to: every released number is an
 * equation between true counts, and so is every sum that the catalogue declares. Knows which cells exist, which is more
 * than anybody does. Exact: numbers are kept modulo a prime, so that nothing is rounded.
 */
import { type FactName, factOf, type Part, parseSlice, SLICE_TWINS, SUMS, TWINS } from '@holloway/protocol';

/** A count of one cell on one day, by what it is. */
export interface True {
  readonly fact: FactName;
  readonly slice: string;
  readonly dimensions: readonly (string | number)[];
  readonly day: number;
  readonly n: number;
  readonly browsers: ReadonlySet<string>;
}

/** Counts that add up to a known number: variable to coefficient. */
export type Equation = ReadonlyMap<number, number>;

const PRIME = 67_108_859;
const times = (a: number, b: number): number => (a * b) % PRIME;

function inverse(value: number): number {
  let [result, base, power] = [1, value, PRIME - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = times(result, base);
    base = times(base, base);
  }
  return result;
}

/** What follows from equations. */
export class System {
  /** Reduced rows by the variable that leads them: it is in no other row. */
  private readonly rows = new Map<number, Map<number, number>>();
  /** In which rows a variable is, the one that it leads aside. */
  private readonly within = new Map<number, Set<number>>();

  private subtract(row: Map<number, number>, other: ReadonlyMap<number, number>, factor: number): void {
    for (const [variable, value] of other) {
      const next = (row.get(variable) ?? 0) + PRIME - times(factor, value);
      if (next % PRIME === 0) row.delete(variable);
      else row.set(variable, next % PRIME);
    }
  }

  private reduced(equation: Equation): Map<number, number> {
    const row = new Map([...equation].map(([variable, value]) => [variable, (value + PRIME) % PRIME]));
    for (const variable of [...row.keys()]) {
      const pivot = this.rows.get(variable);
      const value = row.get(variable);
      if (pivot !== undefined && value !== undefined) this.subtract(row, pivot, value);
    }
    return row;
  }

  add(equation: Equation): void {
    const row = this.reduced(equation);
    const [lead] = row.keys();
    if (lead === undefined) return;
    const scale = inverse(row.get(lead) ?? 1);
    for (const [variable, value] of row) row.set(variable, times(value, scale));
    for (const at of this.within.get(lead) ?? []) {
      const other = this.rows.get(at);
      const value = other?.get(lead);
      if (other === undefined || value === undefined) continue;
      this.subtract(other, row, value);
      for (const variable of row.keys()) this.note(variable, at);
    }
    this.within.delete(lead);
    this.rows.set(lead, row);
    for (const variable of row.keys()) if (variable !== lead) this.note(variable, lead);
  }

  private note(variable: number, row: number): void {
    if (variable === row) return;
    this.within.set(variable, (this.within.get(variable) ?? new Set()).add(row));
  }

  /** Counts that are known to be nothing, because a sum of them is, and none is less. */
  nothings(isNothing: (variable: number) => boolean): number[] {
    return [...this.rows.values()]
      .filter(
        (row) =>
          row.size > 1 && [...row.entries()].every(([variable, value]) => value === 1 && isNothing(variable)),
      )
      .flatMap((row) => [...row.keys()]);
  }

  /** Whether this sum of counts is known. */
  knows(equation: Equation): boolean {
    return this.reduced(equation).size === 0;
  }
}

/** The true counts of a site, and what is known between them whatever is released. */
export class Truth {
  readonly variables: readonly True[];
  private readonly places = new Map<string, number[]>();

  constructor(counts: readonly True[]) {
    this.variables = counts;
    counts.forEach((count, i) => {
      const key = this.keyOf(count.fact, count.slice, count.dimensions);
      this.places.set(key, [...(this.places.get(key) ?? []), i]);
    });
  }

  private keyOf = (fact: string, slice: string, dimensions: readonly unknown[]): string =>
    JSON.stringify([fact, slice, dimensions]);

  /** The counts of a cell after one day and up to another. */
  cell(
    fact: FactName,
    slice: string,
    dimensions: readonly (string | number)[],
    after: number,
    to: number,
  ): number[] {
    return (this.places.get(this.keyOf(fact, slice, dimensions)) ?? []).filter((i) => {
      const { day = 0 } = this.variables[i] ?? {};
      return day > after && day <= to;
    });
  }

  /** Sums of the catalogue, day by day. */
  relations(): Equation[] {
    const equations: Equation[] = [];
    const add = (whole: readonly number[], parts: readonly number[]): void => {
      equations.push(new Map([...whole.map((i) => [i, 1] as const), ...parts.map((i) => [i, -1] as const)]));
    };
    const days = new Set(this.variables.map(({ day }) => day));
    const slices = new Set(this.variables.map(({ slice }) => slice));
    const facts = new Set(this.variables.map(({ fact }) => fact));
    for (const day of days) {
      const ofDay = this.variables.map((count, i) => ({ ...count, i })).filter((count) => count.day === day);
      for (const slice of slices) {
        const here = ofDay.filter((count) => count.slice === slice);
        for (const { whole, measure, parts } of SUMS) {
          if (measure === null || whole === 'flow.category') continue;
          const measured = measure === 'n' ? whole : measure;
          if (![measured, ...parts.map(({ fact }) => fact)].every((fact) => facts.has(fact))) continue;
          // What the measure and the parts both have.
          const asked = new Set(parts.flatMap(({ at }) => Object.keys(at)));
          const groups = new Map<string, { whole: number[]; parts: number[] }>();
          const group = (key: string) => {
            const known = groups.get(key) ?? { whole: [], parts: [] };
            groups.set(key, known);
            return known;
          };
          const value = (fact: FactName, dimensions: readonly unknown[], name: string): unknown =>
            dimensions[factOf(fact).dimensions.findIndex((dimension) => dimension.name === name)];
          for (const count of here.filter(({ fact }) => fact === measured)) {
            const key = [...asked].map((name) => value(measured, count.dimensions, name));
            group(JSON.stringify(key)).whole.push(count.i);
          }
          for (const part of parts) {
            for (const count of here.filter(({ fact }) => fact === part.fact)) {
              if (part.where && value(part.fact, count.dimensions, part.where.dimension) !== part.where.value)
                continue;
              const key = [...asked].map((name) => value(part.fact, count.dimensions, part.at[name] ?? name));
              group(JSON.stringify(key)).parts.push(count.i);
            }
          }
          for (const [, sum] of groups) if (sum.whole.length > 0) add(sum.whole, sum.parts);
        }
        for (const twin of TWINS) {
          if (!facts.has(twin.of)) continue;
          for (const count of here.filter(({ fact }) => fact === twin.fact)) {
            if (!this.isAt(count, twin)) continue;
            const dimensions = factOf(twin.of).dimensions.map(
              ({ name }) =>
                count.dimensions[
                  factOf(twin.fact).dimensions.findIndex((d) => d.name === (twin.at[name] ?? name))
                ] ?? '',
            );
            add([count.i], this.cell(twin.of, slice, dimensions, day - 1, day));
          }
        }
      }
      for (const total of ofDay.filter(({ slice }) => slice === '*')) {
        const kinds = new Map<string, number[]>();
        for (const slice of slices) {
          const parsed = parseSlice(slice);
          if (parsed === null || parsed === '*') continue;
          kinds.set(parsed.kind, [
            ...(kinds.get(parsed.kind) ?? []),
            ...this.cell(total.fact, slice, total.dimensions, day - 1, day),
          ]);
        }
        for (const [, parts] of kinds) if (parts.length > 0) add([total.i], parts);
        for (const { fact, kind } of SLICE_TWINS) {
          if (total.fact === fact)
            add([total.i], this.cell('visit', `${kind}:${total.dimensions[0]}`, [], day - 1, day));
        }
      }
    }
    return equations;
  }

  private isAt({ fact, dimensions }: True, { where }: Part): boolean {
    if (where === undefined) return true;
    return (
      dimensions[factOf(fact).dimensions.findIndex(({ name }) => name === where.dimension)] === where.value
    );
  }
}

export const sumOf = (variables: Iterable<number>): Equation => new Map([...variables].map((i) => [i, 1]));
