/** A range in equal parts of whole weeks, to see how something moved within it. Pure. */
import { addDays } from '@holloway/protocol';
import { type Days, lengthOf } from './range.ts';

const WEEK = 7;
const MOST = 8;
/** Fewer would be a comparison, which there is without it. */
const LEAST = 3;

/** Oldest first, the last ends with the range; days at its beginning that make no whole part are in none. Empty where short. */
export function partsOf(days: Days): readonly Days[] {
  const weeks = Math.floor(lengthOf(days) / WEEK);
  if (weeks < LEAST) return [];
  const length = Math.ceil(weeks / MOST) * WEEK;
  const count = Math.floor(lengthOf(days) / length);
  return Array.from({ length: count }, (_, at) => {
    const to = addDays(days.to, -(count - 1 - at) * length);
    return { from: addDays(to, 1 - length), to };
  });
}
