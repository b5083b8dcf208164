/** Where products are looked for first, and where they are: finds added up by product. Pure. */
import type { FindRow } from '@holloway/protocol';

export interface Elsewhere {
  readonly tried: string;
  readonly n: number;
}

export interface Shelf {
  readonly item: string;
  /** Where most found it. */
  readonly found: string;
  /** Visits that found it. */
  readonly finds: number;
  /** Those that looked first where they found it. */
  readonly rightFirst: number;
  /** Those that went straight there, of those whose way is known. */
  readonly direct: number;
  readonly known: number;
  /** Categories tried first that were not the one, most first. */
  readonly elsewhere: readonly Elsewhere[];
}

const most = (counts: ReadonlyMap<string, number>): readonly Elsewhere[] =>
  [...counts].map(([tried, n]) => ({ tried, n })).sort((a, b) => b.n - a.n || (a.tried < b.tried ? -1 : 1));

const add = (counts: Map<string, number>, key: string, n: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + n);
};

function shelfOf(item: string, rows: readonly FindRow[]): Shelf {
  const found = new Map<string, number>();
  const elsewhere = new Map<string, number>();
  let [finds, rightFirst, direct, known] = [0, 0, 0, 0];
  for (const row of rows) {
    finds += row.n;
    add(found, row.found, row.n);
    if (row.tried === row.found) rightFirst += row.n;
    else add(elsewhere, row.tried, row.n);
    if (row.route === null) continue;
    known += row.n;
    if (row.route === 'direct') direct += row.n;
  }
  return {
    item,
    found: most(found)[0]?.tried ?? '',
    finds,
    rightFirst,
    direct,
    known,
    elsewhere: most(elsewhere),
  };
}

/** Those found most first. */
export function shelves(rows: readonly FindRow[]): Shelf[] {
  const byItem = new Map<string, FindRow[]>();
  for (const row of rows) {
    const of = byItem.get(row.item);
    if (of === undefined) byItem.set(row.item, [row]);
    else of.push(row);
  }
  return [...byItem].map(([item, of]) => shelfOf(item, of)).sort((a, b) => b.finds - a.finds);
}

/** Of all that is shown. */
export function shelfTotals(all: readonly Shelf[]): Pick<Shelf, 'finds' | 'rightFirst' | 'direct' | 'known'> {
  const sum = (field: 'finds' | 'rightFirst' | 'direct' | 'known'): number =>
    all.reduce((total, shelf) => total + shelf[field], 0);
  return { finds: sum('finds'), rightFirst: sum('rightFirst'), direct: sum('direct'), known: sum('known') };
}
