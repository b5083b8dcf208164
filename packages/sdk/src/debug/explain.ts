/**
 * Explains each decision to a developer, in the console. Loaded where debugging is on alone. Says nothing of a visitor
 * that the page does not know.
 */
import { CATEGORIES, type Choices } from '@holloway/protocol';
import type { ConsentStatus } from '../holloway.ts';

const list = (choices: Choices): string =>
  CATEGORIES.filter((category) => choices[category]).join(', ') || 'nothing';

const STATUS: { readonly [state in ConsentStatus['state']]: (status: ConsentStatus) => string } = {
  unknown: ({ objection }) =>
    objection
      ? 'nothing is on: the browser sends Global Privacy Control, and the visitor has not chosen otherwise'
      : 'nothing is on: the visitor has not chosen yet, or about another statement, or more than 183 days ago',
  rejected: ({ day }) => `nothing is on: the visitor refused everything on ${day}; no request is made`,
  accepted: ({ choices, basis, day }) =>
    basis === 'chosen'
      ? `${list(choices)} on: the visitor chose so on ${day}`
      : `${list(choices)} on: the jurisdiction does not ask first, and the visitor has not objected`,
};

const SENTENCES = {
  status: (status: ConsentStatus) => STATUS[status.state](status),
  asked: () => 'the banner is shown: the jurisdiction asks first, and nothing valid is remembered',
  chosen: (choices: Choices, surface: string) => `the visitor chose at the ${surface}: ${list(choices)}`,
  gate: (decision: string) => decision,
};

export type Decision = keyof typeof SENTENCES;

export function explain(console: Pick<Console, 'info'>, decision: string, ...details: unknown[]): void {
  const sentence = SENTENCES[decision as Decision] as (...details: unknown[]) => string;
  console.info(`Holloway: ${sentence(...details)}`);
}
