/** Categories as a tree: `kettles/gooseneck` lies under `kettles`. Page types stand beside it. Pure. */
import type { CategoryRow } from '@holloway/protocol';

export interface Branch {
  /** Whole path. */
  readonly category: string;
  /** Its own row; `null` for a category that was never viewed itself. */
  readonly own: CategoryRow | null;
  /** Views of its own and of all below it. */
  readonly views: number;
  readonly children: readonly Branch[];
}

export interface Tree {
  readonly branches: readonly Branch[];
  /** Pages outside the categories, such as `(home)`. */
  readonly outside: readonly CategoryRow[];
}

interface Growing {
  own: CategoryRow | null;
  children: Map<string, Growing>;
}

function ripen(category: string, { own, children }: Growing): Branch {
  const ripe = byViews([...children].map(([path, child]) => ripen(path, child)));
  const below = ripe.reduce((sum, child) => sum + child.views, 0);
  return { category, own, views: (own?.views ?? 0) + below, children: ripe };
}

const byViews = <T extends { readonly views: number }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => b.views - a.views);

export function categoryTree(rows: readonly CategoryRow[]): Tree {
  const root: Growing = { own: null, children: new Map() };
  for (const row of rows) {
    if (row.category.startsWith('(')) continue;
    const segments = row.category.split('/');
    let at = root;
    segments.forEach((_, depth) => {
      const path = segments.slice(0, depth + 1).join('/');
      const next = at.children.get(path) ?? { own: null, children: new Map() };
      at.children.set(path, next);
      at = next;
    });
    at.own = row;
  }
  return {
    branches: ripen('', root).children,
    outside: byViews(rows.filter(({ category }) => category.startsWith('('))),
  };
}
