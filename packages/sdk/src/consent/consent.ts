/**
 * What a visitor has agreed to, and how it changes. Opt-in: whatever is not known is not agreed to.
 * Pure. Does not ask (banner/), store (choice) or act on it (start).
 */
import { type Day, dayNumber } from '@holloway/protocol';
import { type Category, type Choice, type Choices, NONE } from './choice.ts';

/** Six months, for refusals as for acceptances. */
export const REMEMBERED_DAYS = 183;

export interface Consent {
  /** `accepted`: at least one category is agreed to. */
  readonly state: 'unknown' | 'accepted' | 'rejected';
  readonly choice: Choice | null;
  /** The browser sends Global Privacy Control: an objection until the visitor chooses otherwise. */
  readonly objection: boolean;
}

export type ConsentEvent =
  /** What is stored was read. */
  | { readonly kind: 'recalled'; readonly choice: Choice | null; readonly today: Day }
  /** The statement that the site asks about became known. */
  | { readonly kind: 'asked'; readonly statement: string }
  /** The visitor has decided. */
  | { readonly kind: 'chosen'; readonly choice: Choice };

export const initialConsent = (objection: boolean): Consent => ({
  state: 'unknown',
  choice: null,
  objection,
});

function decided(consent: Consent, choice: Choice): Consent {
  const agreed = Object.values(choice.choices).some(Boolean);
  return { ...consent, state: agreed ? 'accepted' : 'rejected', choice };
}

/** A choice of no day, or dated in the far future by a wrong clock, is not relied on either. */
const isRemembered = ({ day }: Choice, today: Day): boolean =>
  Math.abs(dayNumber(today) - dayNumber(day)) <= REMEMBERED_DAYS;

export function reduceConsent(consent: Consent, event: ConsentEvent): Consent {
  switch (event.kind) {
    case 'recalled':
      return event.choice !== null && isRemembered(event.choice, event.today)
        ? decided(consent, event.choice)
        : initialConsent(consent.objection);
    case 'asked':
      return consent.choice?.statement === event.statement ? consent : initialConsent(consent.objection);
    case 'chosen':
      return decided(consent, event.choice);
  }
}

export const choicesOf = (consent: Consent): Choices => consent.choice?.choices ?? NONE;

export const isAgreed = (consent: Consent, category: Category): boolean => choicesOf(consent)[category];
