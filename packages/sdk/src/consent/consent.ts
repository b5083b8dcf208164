/**
 * What a visitor has agreed to, and how it changes. Opt-in: whatever is not known is not agreed to.
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

export type ConsentEvent =
  /** The visitor has chosen, now or some time ago; `null` for not yet. */
  | { readonly kind: 'chosen'; readonly choice: Choice | null; readonly today: Day }
  /** The statement that the site asks about became known. */
  | { readonly kind: 'asked'; readonly statement: string };

export const UNKNOWN: Consent = { state: 'unknown', choice: null };

/** A choice of no day, or dated in the far future by a wrong clock, is not relied on either. */
const isRemembered = ({ day }: Choice, today: Day): boolean =>
  Math.abs(dayNumber(today) - dayNumber(day)) <= REMEMBERED_DAYS;

export function reduceConsent(consent: Consent, event: ConsentEvent): Consent {
  if (event.kind === 'asked') return consent.choice?.statement === event.statement ? consent : UNKNOWN;
  const { choice, today } = event;
  if (choice === null || !isRemembered(choice, today)) return UNKNOWN;
  return { state: Object.values(choice.choices).includes(true) ? 'accepted' : 'rejected', choice };
}

export const choicesOf = (consent: Consent): Choices => consent.choice?.choices ?? NONE;

export const isAgreed = (consent: Consent, category: Category): boolean => choicesOf(consent)[category];
