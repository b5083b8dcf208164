/**
 * Whether a visitor has refused, read off the stored choice without more of it than that: all that is loaded for them.
 * What else a choice may be, the session reads (choice).
 */
import type { Day } from '@holloway/protocol';

/** Six months, for refusals as for acceptances. */
const REMEMBERED_MS = 183 * 24 * 60 * 60 * 1000;

/** A day that is none, or in the far future by a wrong clock, is not relied on. */
export const isRemembered = (day: Day, today: Day): boolean =>
  Math.abs(Date.parse(today) - Date.parse(day)) <= REMEMBERED_MS;

/** In the one form in which a choice is stored. */
const REFUSAL = /^{"v":1,"statement":"[0-9a-f]{8}","choices":{(?:"\w+":false,?)+},"day":"([\d-]{10})"}$/;

/** @returns The day of a refusal that is remembered; `null` for anything else. */
export function refusedOn(stored: string | null, today: Day): Day | null {
  const [, day] = REFUSAL.exec(stored ?? '') ?? [];
  return day && isRemembered(day, today) ? day : null;
}
