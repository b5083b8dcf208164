/**
 * Choices of visitors: from released cells of `consent.choice` to rows, and to the share that agreed. Pure.
 * Refusals are counted under some statements and not under others, so a share is taken of the former alone.
 */
import type { CHOICES, ConsentRow, PreferenceRow } from '@holloway/protocol';
import type { Released, ReleasedOf, ReleasedRow } from './release.ts';

type Choice = (typeof CHOICES)[number];

/** What is known of each choice; absent is not 0. */
type Counts = { readonly [choice in Choice]?: number };

const choiceOf = ({ dimensions }: ReleasedRow): Choice => String(dimensions[2]) as Choice;
const statementOf = ({ dimensions }: ReleasedRow): string => String(dimensions[0]);

const agreed = ({ accepted = 0, chosen = 0 }: Counts): number => accepted + chosen;
const all = (counts: Counts): number => agreed(counts) + (counts.rejected ?? 0);

function countsOf(rows: readonly ReleasedRow[]): Counts {
  const counts: { [choice in Choice]?: number } = {};
  for (const row of rows) {
    const choice = choiceOf(row);
    counts[choice] = (counts[choice] ?? 0) + row.n;
  }
  return counts;
}

/**
 * Share of choices that agreed to statistics, of the statements under which refusals are known.
 * @returns In [0, 1]; `null` where no refusals are known, or nobody is known to have agreed.
 */
export function coverageOf(rows: readonly ReleasedRow[]): number | null {
  const refused = new Set(rows.filter((row) => choiceOf(row) === 'rejected').map(statementOf));
  const counts = countsOf(rows.filter((row) => refused.has(statementOf(row))));
  return agreed(counts) === 0 ? null : agreed(counts) / all(counts);
}

function consentRow({ value, rows }: ReleasedOf): ConsentRow {
  const { accepted = null, chosen = null, rejected = null } = countsOf(rows);
  return { value, accepted, chosen, rejected, coverage: coverageOf(rows) };
}

export const consentRowsByDay = (days: readonly ReleasedOf[]): ConsentRow[] =>
  days.map(consentRow).sort((x, y) => (x.value < y.value ? -1 : 1));

/** Those with most choices first. */
export const consentRows = (values: readonly ReleasedOf[]): ConsentRow[] =>
  values
    .map((each) => ({ row: consentRow(each), n: all(countsOf(each.rows)) }))
    .sort((x, y) => y.n - x.n)
    .map(({ row }) => row);

export const byStatement = ({ rows }: Released): ReleasedOf[] =>
  [...new Set(rows.map(statementOf))].map((value) => ({
    value,
    rows: rows.filter((row) => statementOf(row) === value),
  }));

export const preferenceRows = ({ rows }: Released): PreferenceRow[] =>
  rows
    .map(({ dimensions: [key, value], n, people }) => ({ key: String(key), value: String(value), n, people }))
    .sort((x, y) => y.n - x.n);
