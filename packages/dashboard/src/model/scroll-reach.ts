/** How far down a page its views came. Pure. */
import type { ScrollRow } from '@holloway/protocol';

export interface Reach {
  /** Of the page's height, 1 to 10. */
  readonly tenth: number;
  /** Pageviews that came this far or further. */
  readonly reached: number;
  /** Of all that saw its top, in [0, 1]; `null` where that is not told. */
  readonly share: number | null;
}

/** @param rows Of one page. */
export function reachOf(rows: readonly ScrollRow[]): Reach[] {
  const all = rows.find(({ tenth }) => tenth === 1)?.reached ?? 0;
  return rows.map(({ tenth, reached }) => ({ tenth, reached, share: all === 0 ? null : reached / all }));
}
