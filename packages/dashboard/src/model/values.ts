/** One-column marginals, such as devices and countries, with their shares. Pure. */
import type { ValueRow } from '@holloway/protocol';

export interface ValueShare extends ValueRow {
  readonly share: number;
  /** What it is a share of. */
  readonly of: number;
}

/** @param total Of the fact; rows that wait are in it, so that shares are of all visits. */
export function valueShares(rows: readonly ValueRow[], total: number): ValueShare[] {
  const shown = rows.reduce((sum, { n }) => sum + n, 0);
  const of = Math.max(total, shown);
  return rows.map((row) => ({ ...row, share: of === 0 ? 0 : row.n / of, of })).sort((a, b) => b.n - a.n);
}
