/** All numbers that a store holds of a site, read through its contract and told by name. */
import { type FactName, factOf, OTHER } from '@holloway/protocol';
import { COLUMNS } from '../src/site/facts.ts';
import type { Dimensions, SiteRecord, SummedRow, WaitingRow } from '../src/store/store.ts';
import type { TestCore } from './core.ts';

const EVERY_DAY = { from: 0, to: 1_000_000 };

export interface NamedCell {
  readonly dimensions: string;
  readonly n: number;
  readonly people: number;
  readonly reach: number;
  readonly total: number;
}

/** What a fact holds in one slice, by where it stands. */
export interface Held {
  readonly sealed: readonly NamedCell[];
  readonly waiting: readonly (NamedCell & { readonly since: number })[];
  readonly intake: readonly NamedCell[];
}

/** Dimensions as `/a > /b`; without dimensions `-`. */
async function namer(core: TestCore, site: SiteRecord, fact: FactName) {
  const dictionary = await core.registry.dictionary(site.id);
  return (row: Dimensions): string => {
    const names = factOf(fact).dimensions.map((dimension, i) => {
      const id = row[COLUMNS[i] ?? 'a'];
      if (id === 0) return OTHER;
      if (dimension.kind === 'term') return dictionary.textOf(dimension.terms, id);
      return dimension.kind === 'enum' ? dimension.values[id - 1] : String(id + dimension.min - 1);
    });
    return names.length === 0 ? '-' : names.join(' > ');
  };
}

export async function held(
  core: TestCore,
  site: SiteRecord,
  fact: FactName,
  { slice = '*', days = EVERY_DAY }: { readonly slice?: string; readonly days?: typeof EVERY_DAY } = {},
): Promise<Held> {
  const sliceId = slice === '*' ? 0 : (await core.registry.dictionary(site.id)).idOf('slice', slice);
  if (sliceId === undefined) return { sealed: [], waiting: [], intake: [] };
  const query = { site: site.id, fact: core.codes.id(fact), slice: sliceId };
  const nameOf = await namer(core, site, fact);
  const named = ({ n, people, reach, total, ...rest }: SummedRow): NamedCell => ({
    dimensions: nameOf(rest),
    n,
    people,
    reach,
    total,
  });
  const byName = <T extends NamedCell>(cells: T[]): T[] =>
    cells.sort((x, y) => (x.dimensions < y.dimensions ? -1 : 1));
  return {
    sealed: byName((await core.store.sumCells(query, days)).map(named)),
    waiting: byName(
      (await core.store.waiting(query)).map((row: WaitingRow) => ({ ...named(row), since: row.since })),
    ),
    intake: byName((await core.store.intake(query, days)).map(named)),
  };
}

export const sumOf = (cells: readonly { readonly n: number }[]): number =>
  cells.reduce((sum, { n }) => sum + n, 0);

/** `{ '/a': 3 }`: the `n` of each cell by its dimensions. */
export const byDimensions = (cells: readonly NamedCell[]): { readonly [dimensions: string]: number } =>
  Object.fromEntries(cells.map(({ dimensions, n }) => [dimensions, n]));
