/**
 * The choice of a visitor as it is stored: a few bytes, the same for thousands of people. No identifier.
 */
import { CATEGORIES, type Category, type Choices, type Day } from '@holloway/protocol';
import { CHOICE_KEY, type KeyValueStore, parseStored } from '../storage.ts';

export interface Choice {
  readonly v: 1;
  /** Of what was agreed to or refused: the first 8 hex digits of its hash. */
  readonly statement: string;
  readonly choices: Choices;
  /** In UTC, so that its age can be told without the site's time zone. */
  readonly day: Day;
}

/** Choices by category, and nothing else that `agreed` was asked with. */
export const choicesBy = (agreed: (category: Category) => boolean | undefined): Choices =>
  Object.fromEntries(CATEGORIES.map((category) => [category, agreed(category) === true])) as Choices;

export const NONE = choicesBy(() => false);

/** Whether anything is agreed to. */
export const isAny = (choices: Choices): boolean => CATEGORIES.some((category) => choices[category]);

/** It holds whatever the site asks by now: nobody is asked again for having said no. */
export const isRefusal = ({ choices }: Choice): boolean => !isAny(choices);

export const isStatement = (value: unknown): value is string => /^[0-9a-f]{8}$/.test(String(value));

/** @returns `null` for anything but a choice: the visitor is asked again. Its day is yet to be looked at. */
export function parseChoice(text: string | null): Choice | null {
  const choice = parseStored(text) as Choice | null;
  if (choice?.v !== 1 || !isStatement(choice.statement)) return null;
  return { ...choice, choices: choicesBy((category) => choice.choices?.[category]) };
}

export const storeChoice = (store: KeyValueStore, choice: Choice): void => {
  store.set(CHOICE_KEY, JSON.stringify(choice));
};
