/** Elements that were clicked in vain or in anger, the worst first. Pure. */
import type { ElementRow } from '@holloway/protocol';
import { groupedBy } from './grouped.ts';
import { type Share, shareOf } from './share.ts';
import { sumOf } from './sums.ts';

export interface Frustration {
  readonly page: string;
  readonly element: string;
  readonly exposed: number | null;
  /** Of the views in which it was seen. */
  readonly dead: Share;
  readonly rage: Share;
}

/** Windows of all sizes that `rows` are of, added up. Where it is not told how often it was seen, it stands last. */
export function frustrationsOf(rows: readonly ElementRow[]): Frustration[] {
  const groups = groupedBy(rows, ({ page, element }) => `${page} ${element}`);
  const worst = ({ dead, rage }: Frustration): number => (dead.rate ?? 0) + (rage.rate ?? 0);
  return [...groups.values()]
    .flatMap((group): Frustration[] => {
      const [first] = group;
      const dead = sumOf(group, (row) => row.dead);
      const rage = sumOf(group, (row) => row.rage);
      if (dead === null && rage === null) return [];
      const exposed = sumOf(group, (row) => row.exposed);
      const { page, element } = first;
      return [{ page, element, exposed, dead: shareOf(dead, exposed), rage: shareOf(rage, exposed) }];
    })
    .sort((a, b) => worst(b) - worst(a));
}
