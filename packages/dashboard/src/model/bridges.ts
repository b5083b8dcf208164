/** Categories over which visits come from one branch of the tree to another. Pure. */
import { OTHER, type TrailRow } from '@holloway/protocol';

export interface Bridge {
  readonly category: string;
  /** Visits' moves over it from one branch to another, there and on in three views. */
  readonly crossings: number;
  /** The branches that it joins, the most used way first; both directions together. */
  readonly joins: readonly { readonly between: readonly [string, string]; readonly n: number }[];
}

/** `null` of what is no category: a page type, or what has no name. */
const branchOf = (category: string): string | null =>
  category.startsWith('(') || category === OTHER ? null : (category.split('/')[0] ?? null);

/**
 * Of trails a, over, b whose ends lie in two branches: `over` may be anything that is neither end, a page type such as the home page
 * too, since who crosses by it found no way between the branches themselves.
 *
 * @returns Those with the most crossings first.
 */
export function bridgesOf(trails: readonly TrailRow[]): Bridge[] {
  const over = new Map<string, Map<string, { between: readonly [string, string]; n: number }>>();
  for (const { path, n } of trails) {
    const [from, middle, to] = path;
    const [one, other] = [branchOf(from), branchOf(to)];
    if (one === null || other === null || one === other) continue;
    if (middle === OTHER || middle === from || middle === to) continue;
    const between = [one, other].sort() as [string, string];
    const joins = over.get(middle) ?? new Map();
    const key = between.join('\u0001');
    joins.set(key, { between, n: (joins.get(key)?.n ?? 0) + n });
    over.set(middle, joins);
  }
  return [...over]
    .map(([category, ways]) => {
      const joins = [...ways.values()].sort((a, b) => b.n - a.n);
      const crossings = joins.reduce((sum, { n }) => sum + n, 0);
      return { category, crossings, joins };
    })
    .sort((a, b) => b.crossings - a.crossings);
}
