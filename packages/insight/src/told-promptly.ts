/**
 * Whether a count of some days is of what happened on them. What fewer than k browsers did on a day waits for others and is
 * told weeks later, so that of what few see, days differ although nothing moved. Pure.
 */
import { dayNumber, type Report } from '@holloway/protocol';

export interface Telling {
  /** Of the site. */
  readonly k: number;
  /** How many there are in the range. */
  readonly days: number;
}

export const tellingOf = ({ k, from, to }: Pick<Report, 'k' | 'from' | 'to'>): Telling => ({
  k,
  days: dayNumber(to) - dayNumber(from) + 1,
});

/** A day with this many times k browsers on average has, but for one in a hundred, k of them. */
const ENOUGH = 2;

/** @param people Browsers a day, added up over the days. */
export const isToldPromptly = (people: number, { k, days }: Telling): boolean =>
  k === 1 || people >= ENOUGH * k * days;
