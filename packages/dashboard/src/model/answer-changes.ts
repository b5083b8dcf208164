/** How the answers to a question changed: against other days, and from part to part of the range. Pure. */
import { type Shift, type Side, whatChanged } from '@holloway/insight';
import type { PreferenceRow } from '@holloway/protocol';
import { peopleOf } from './stated.ts';

type Rows = readonly PreferenceRow[];

/** Each browser once: of answers that are given again, the number of people counts. */
function sideOf(rows: Rows, key: string): Side {
  const own = rows.filter((row) => row.key === key);
  return { rows: own.map(({ value, people }) => ({ key: value, n: people, people })), total: peopleOf(own) };
}

/** Answers whose share moved by more than chance, the furthest first; keyed by the answer. */
export function answerShifts(key: string, before: Rows, now: Rows): readonly Shift[] {
  const { gained, lost } = whatChanged(sideOf(before, key), sideOf(now, key));
  const size = ({ before: was, after }: Shift): number => Math.abs(after - was);
  return [...gained, ...lost].sort((one, other) => size(other) - size(one));
}

/** A share of fewer browsers jumps about, and says nothing of how it moves. */
const LEAST_PEOPLE = 20;

/**
 * The share of an answer in each part, in [0, 1]; `null` in parts where too few answered, or this answer is not told.
 * Empty where fewer than three parts tell it: two are a comparison.
 */
export function answerLine(
  { key, value }: Pick<PreferenceRow, 'key' | 'value'>,
  parts: readonly Rows[],
): readonly (number | null)[] {
  const line = parts.map((rows) => {
    const own = rows.filter((row) => row.key === key);
    const people = peopleOf(own);
    const row = own.find((each) => each.value === value);
    return row === undefined || people < LEAST_PEOPLE ? null : row.people / people;
  });
  return line.filter((share) => share !== null).length < 3 ? [] : line;
}
