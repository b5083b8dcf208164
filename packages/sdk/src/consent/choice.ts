/**
 * The choice of a visitor as it is stored: a few bytes, the same for thousands of people. No identifier.
 */
import { type Day, isDay } from '@holloway/protocol';
import { CHOICE_KEY, type KeyValueStore, parseStored } from '../storage.ts';

/** What may be agreed to. What is necessary is not asked about. */
export const CATEGORIES = ['preferences', 'analytics', 'marketing'] as const;
export type Category = (typeof CATEGORIES)[number];
export type Choices = { readonly [category in Category]: boolean };

export interface Choice {
  readonly v: 1;
  /** Of what was agreed to or refused: the first 8 hex digits of its hash. */
  readonly statement: string;
  readonly choices: Choices;
  /** In UTC, so that its age can be told without the site's time zone. */
  readonly day: Day;
}

export const ALL: Choices = { preferences: true, analytics: true, marketing: true };
export const NONE: Choices = { preferences: false, analytics: false, marketing: false };

const STATEMENT = /^[0-9a-f]{8}$/;

/** @returns `null` for anything but a choice: the visitor is asked again. */
export function parseChoice(text: string | null): Choice | null {
  const { v, statement, choices, day } = (parseStored(text) ?? {}) as Partial<Choice>;
  const isChoice =
    v === 1 &&
    STATEMENT.test(statement ?? '') &&
    isDay(day) &&
    CATEGORIES.every((category) => typeof choices?.[category] === 'boolean');
  return isChoice ? ({ v, statement, choices, day } as Choice) : null;
}

export const readChoice = (store: KeyValueStore): Choice | null => parseChoice(store.get(CHOICE_KEY));

export function storeChoice(store: KeyValueStore, { v, statement, choices, day }: Choice): void {
  const { preferences, analytics, marketing } = choices;
  store.set(
    CHOICE_KEY,
    JSON.stringify({ v, statement, choices: { preferences, analytics, marketing }, day }),
  );
}
