/** How many visits a day has, and at which hours they begin. */

import { below, draw, logNormal, type Random, type Weighted } from './random.ts';
import { HOUR_MS } from './today.ts';

/** Monday first. */
const WEEKDAYS = [0.96, 0.93, 0.94, 0.97, 0.95, 1.08, 1.2];
const GROWTH_A_DAY = 0.003;
const NOISE = 0.06;

/** By hour of the day: lunch, and the sofa after eight. */
const WORKDAY = [8, 4, 2, 1, 1, 3, 9, 20, 32, 38, 40, 43, 52, 50, 40, 38, 40, 46, 54, 66, 84, 88, 60, 26];
const WEEKEND = [14, 8, 4, 2, 1, 2, 4, 9, 22, 44, 62, 66, 58, 52, 56, 60, 62, 60, 56, 62, 78, 80, 54, 26];

/** Monday is 0. 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (day + 3) % 7;

/** Visits of a day: by weekday, growing slowly, with noise. */
export function visitsOn(random: Random, today: number, daysSinceFirst: number, usual: number): number {
  const trend = 1 + GROWTH_A_DAY * daysSinceFirst;
  return Math.round(usual * (WEEKDAYS[weekday(today)] ?? 1) * trend * logNormal(random, 1, NOISE));
}

/** Milliseconds since local midnight at which a visit begins. */
export function startOfVisitMs(random: Random, today: number): number {
  const hours: Weighted<number> = (weekday(today) < 5 ? WORKDAY : WEEKEND).map((weight, hour) => [
    hour,
    weight,
  ]);
  return draw(random, hours) * HOUR_MS + below(random, HOUR_MS);
}
