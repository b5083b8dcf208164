/** What the search desk says of a term, and which terms want looking at. Pure. */
import type { Report, SearchRow } from '@holloway/protocol';
import { type Share, shareOf } from './share.ts';

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

/** What came of searches, of all terms together. */
export interface DeskOutcome {
  /** Of the visits that asked for a term, added up over the terms that are told. */
  readonly share: Share;
  /** Whether some of it may be hidden, as of terms with too few: the share is then the least that it can be. */
  readonly isLeast: boolean;
}

export interface DeskTotals {
  readonly asked: number;
  readonly empty: DeskOutcome;
  readonly clicked: DeskOutcome;
  readonly refined: DeskOutcome;
}

type Outcome = Exclude<keyof DeskTotals, 'asked'>;

/** Of the terms that are shown with the visits that asked; what is too small for a row is in none of them. */
export function deskTotals({ rows, facts }: Pick<Report<'search'>, 'rows' | 'facts'>): DeskTotals {
  const told = rows.filter(({ asked }) => asked !== null);
  const sum = (field: Outcome | 'asked'): number => told.reduce((total, row) => total + (row[field] ?? 0), 0);
  const asked = sum('asked');
  const outcome = (field: Outcome): DeskOutcome => {
    const balance = facts[`search.${field}`];
    // Then a term without it has none: nothing of it waits, and nothing lost its name.
    const isAll = balance !== undefined && balance.waiting.n === 0 && balance.other === 0;
    return {
      share: shareOf(sum(field), asked),
      isLeast: !isAll && told.some((row) => row[field] === null),
    };
  };
  return { asked, empty: outcome('empty'), clicked: outcome('clicked'), refined: outcome('refined') };
}
