/**
 * What a visitor has agreed to. Opt-in: whatever is not known is not agreed to.
 * Pure. Does not ask (banner/), store (choice) or act on it (start).
 */
import { type Day, dayNumber } from '@holloway/protocol';
import { type Category, type Choice, type Choices, NONE } from './choice.ts';

/** Six months, for refusals as for acceptances. */
const REMEMBERED_DAYS = 183;

export interface Consent {
  /** `accepted`: at least one category is agreed to. */
  readonly state: 'unknown' | 'accepted' | 'rejected';
  readonly choice: Choice | null;
}

export const UNKNOWN: Consent = { state: 'unknown', choice: null };

/** A choice of no day, or dated in the far future by a wrong clock, is not relied on either. */
const isRemembered = ({ day }: Choice, today: Day): boolean =>
  Math.abs(dayNumber(today) - dayNumber(day)) <= REMEMBERED_DAYS;

/** @param choice Made now or some time ago; `null` for not yet. */
export function consentBy(choice: Choice | null, today: Day): Consent {
  if (choice === null || !isRemembered(choice, today)) return UNKNOWN;
  return { state: Object.values(choice.choices).includes(true) ? 'accepted' : 'rejected', choice };
}

/** What is left of it where the site asks about `statement`: nothing, when that is a new one. */
export const consentTo = (consent: Consent, statement: string): Consent =>
  consent.choice?.statement === statement ? consent : UNKNOWN;

export const choicesOf = (consent: Consent): Choices => consent.choice?.choices ?? NONE;

export const isAgreed = (consent: Consent, category: Category): boolean => choicesOf(consent)[category];
