/** Categories that visitors say they want, beside what is looked at of them. Pure. */
import { type Interval, wilson } from '@holloway/insight';
import type { CategoryRow } from '@holloway/protocol';
import { peopleOf, type StatedAnswer } from './stated.ts';

export interface Wanted {
  readonly value: string;
  readonly name: string;
  /** Of the browsers that named one of these categories, in [0, 1]. */
  readonly wanted: number;
  readonly interval: Interval;
  /** Of the visitors a day of these categories: one who looks at two counts in both. */
  readonly seen: number;
}

/** Fewer say nothing of what is wanted more. */
const LEAST = 2;

const isIn = (category: string, { value }: StatedAnswer): boolean =>
  category === value || category.startsWith(`${value}/`);

/** The most wanted first; empty where the question is not about categories: most answers are none that was looked at. */
export function wantedAndSeen(
  answers: readonly StatedAnswer[],
  categories: readonly Pick<CategoryRow, 'category' | 'visitors'>[],
): readonly Wanted[] {
  const told = answers.flatMap((answer) =>
    answer.people === null ? [] : [{ ...answer, people: answer.people }],
  );
  const both = told.flatMap((answer) => {
    const seen = categories.filter(({ category }) => isIn(category, answer));
    return seen.length === 0
      ? []
      : [{ answer, visitors: seen.reduce((sum, each) => sum + each.visitors, 0) }];
  });
  if (both.length < LEAST || both.length * 2 <= told.length) return [];
  const people = peopleOf(both.map(({ answer }) => answer));
  const visitors = both.reduce((sum, each) => sum + each.visitors, 0);
  return both.flatMap(({ answer, visitors: own }) => {
    const interval = wilson(answer.people, people);
    if (interval === null || visitors === 0) return [];
    const { value, name } = answer;
    return [{ value, name, wanted: answer.people / people, interval, seen: own / visitors }];
  });
}
