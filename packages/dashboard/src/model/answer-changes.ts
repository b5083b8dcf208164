/** How the answers to a question changed: against other days, and from part to part of the range. Pure. */
import { type Shift, type Side, whatChanged } from '@holloway/insight';
import type { PreferenceRow } from '@holloway/protocol';
import { peopleOf } from './stated.ts';

type Rows = readonly PreferenceRow[];

/** Answers that every side tells: of one that waits on one side the share there is unknown, and with it all others. */
function toldByAll(key: string, sides: readonly Rows[]): Rows[] {
  const own = sides.map((rows) => rows.filter((row) => row.key === key));
  const isToldBy = (rows: Rows, value: string): boolean => rows.some((row) => row.value === value);
  return own.map((rows) => rows.filter(({ value }) => own.every((other) => isToldBy(other, value))));
}

/** Each browser once: of answers that are given again, the number of people counts. */
const sideOf = (rows: Rows): Side => ({
  rows: rows.map(({ value, people }) => ({ key: value, n: people, people })),
  total: peopleOf(rows),
});

/** Answers whose share of those that both sides tell moved by more than chance, the furthest first; keyed by the answer. */
export function answerShifts(key: string, before: Rows, now: Rows): readonly Shift[] {
  const [was = [], is = []] = toldByAll(key, [before, now]);
  const { gained, lost } = whatChanged(sideOf(was), sideOf(is));
  const size = ({ before: earlier, after }: Shift): number => Math.abs(after - earlier);
  return [...gained, ...lost].sort((one, other) => size(other) - size(one));
}

/** A share of fewer browsers jumps about, and says nothing of how it moves. */
const LEAST_PEOPLE = 20;

/**
 * The share of an answer in each part, in [0, 1], of the answers that all parts tell in which enough answered; `null` in the others.
 * Empty of an answer that they do not all tell, and where they are fewer than three: two are a comparison.
 */
export function answerLine(
  { key, value }: Pick<PreferenceRow, 'key' | 'value'>,
  parts: readonly Rows[],
): readonly (number | null)[] {
  const isEnough = parts.map((rows) => peopleOf(rows.filter((row) => row.key === key)) >= LEAST_PEOPLE);
  const enough = parts.filter((_, at) => isEnough[at]);
  const told = toldByAll(key, enough);
  if (told.length < 3 || !told.every((rows) => rows.some((row) => row.value === value))) return [];
  const shares = told.map((rows) => (rows.find((row) => row.value === value)?.people ?? 0) / peopleOf(rows));
  return isEnough.map((is) => (is ? (shares.shift() ?? null) : null));
}
