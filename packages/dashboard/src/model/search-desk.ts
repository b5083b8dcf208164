/** What the search desk says of a term, and which terms want looking at. Pure. */
import type { SearchRow } from '@holloway/protocol';

export const TERM_GROUPS = ['all', 'empty', 'ignored', 'reworded'] as const;
export type TermGroup = (typeof TERM_GROUPS)[number];

/** At least this share of the visits that asked, for a term to be in a group. */
const OFTEN = 0.25;

const rate = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : Math.min(1, part / whole);

export interface TermRates {
  /** Of the visits that asked: found nothing; clicked a result; asked in other words. `null` where too few did. */
  readonly empty: number | null;
  readonly clicked: number | null;
  readonly refined: number | null;
}

export const ratesOf = ({ asked, empty, clicked, refined }: SearchRow): TermRates => ({
  empty: rate(empty, asked),
  clicked: rate(clicked, asked),
  refined: rate(refined, asked),
});

/** Whether a term belongs to a group. Of clicks, none that can be told is few: a term asked often is not clicked. */
export function isIn(group: TermGroup, row: SearchRow): boolean {
  const { empty, clicked, refined } = ratesOf(row);
  if (group === 'empty') return (empty ?? 0) >= OFTEN;
  if (group === 'ignored') return row.asked !== null && (clicked ?? 0) < OFTEN && (empty ?? 0) < OFTEN;
  if (group === 'reworded') return (refined ?? 0) >= OFTEN;
  return true;
}

export interface DeskTotals {
  readonly asked: number;
  readonly empty: number;
  readonly clicked: number;
  readonly refined: number;
}

/** Of the rows that are shown; what is too small for a row is in none of them. */
export function deskTotals(rows: readonly SearchRow[]): DeskTotals {
  const sum = (field: 'asked' | 'empty' | 'clicked' | 'refined'): number =>
    rows.reduce((total, row) => total + (row[field] ?? 0), 0);
  return { asked: sum('asked'), empty: sum('empty'), clicked: sum('clicked'), refined: sum('refined') };
}
