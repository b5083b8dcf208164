/** Regions of which the advice says nothing, by why; a region that many pages have is one. Pure. */
import type { Withheld } from '@holloway/insight';
import { groupedBy } from './grouped.ts';

export interface WithheldGroup {
  readonly reason: Withheld['reason'];
  /** Whether large differences are told all the same. */
  readonly ranked: boolean;
  /** Those on the most pages first. */
  readonly places: readonly { readonly zone: string; readonly pages: readonly string[] }[];
}

export const withheldGroups = (withheld: readonly Withheld[]): WithheldGroup[] =>
  [...groupedBy(withheld, ({ reason, ranked }) => `${reason} ${ranked}`).values()].map((group) => {
    const [{ reason, ranked }] = group;
    const places = [...groupedBy(group, ({ zone }) => zone)].map(([zone, rows]) => ({
      zone,
      pages: [...new Set(rows.map(({ page }) => page))],
    }));
    return { reason, ranked, places: places.sort((a, b) => b.pages.length - a.pages.length) };
  });
