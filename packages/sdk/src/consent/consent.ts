/**
 * What is on for a visitor, by what was chosen, what the site asks, and what the browser signals. Fails closed: whatever
 * is not known is off. Pure. Does not ask (banner/), store (choice) or act on it (start).
 */
import type { Choices, Day, SiteConfig } from '@holloway/protocol';
import type { ConsentStatus } from '../holloway.ts';
import { type Choice, choicesBy, isRefusal, NONE } from './choice.ts';
import { isRemembered } from './refused.ts';

export interface Consent {
  /** As it is remembered; `null` for none. */
  readonly choice: Choice | null;
  /** What the site asks; `null` until its configuration has come. */
  readonly asks: Pick<SiteConfig, 'statement' | 'model' | 'categories'> | null;
  /** The browser sends Global Privacy Control. */
  readonly objection: boolean;
}

export type ConsentEvent =
  /** Read from storage, or made at this moment. */
  { readonly choice: Choice | null; readonly today: Day } | { readonly asks: Consent['asks'] };

export const reduce = (consent: Consent, event: ConsentEvent): Consent =>
  'asks' in event
    ? { ...consent, asks: event.asks }
    : {
        ...consent,
        choice: event.choice && isRemembered(event.choice.day, event.today) ? event.choice : null,
      };

/** Whether it is known what is on; before, nothing is, but nothing is to be erased either. */
export const isDecided = (consent: Consent): boolean =>
  consent.asks !== null || (consent.choice !== null && isRefusal(consent.choice));

/** On until the visitor objects, where the jurisdiction has it so. */
const byDefault = ({ asks, objection }: Consent): Choices | null =>
  asks?.model === 'opt-out' && !objection
    ? choicesBy((category) => asks.categories.includes(category))
    : null;

export function statusOf(consent: Consent): ConsentStatus {
  const { choice, asks, objection } = consent;
  const isRefused = choice !== null && isRefusal(choice);
  const chosen = choice && (isRefused || choice.statement === asks?.statement) ? choice : null;
  const assumed = chosen ? null : byDefault(consent);
  return {
    state: isRefused ? 'rejected' : chosen || assumed ? 'accepted' : 'unknown',
    choices: chosen?.choices ?? assumed ?? NONE,
    basis: chosen ? 'chosen' : assumed && 'default',
    objection,
    day: chosen?.day ?? null,
  };
}

/** Whether the visitor is to be asked: nothing is known, and the jurisdiction asks first. */
export const isToAsk = (consent: Consent): boolean =>
  consent.asks?.model === 'opt-in' && statusOf(consent).state === 'unknown';
