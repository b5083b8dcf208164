/** Puts an action together: its id, and what is the same for all of a kind. */
import { type Action, actionId, type Claim, type Subject, type Verb } from './action.ts';

const VERB_OF: { readonly [T in Claim['key']]: Verb } = {
  'move-up': 'boost',
  bury: 'bury',
  'keep-first': 'lock',
  'rotation-test': 'move',
  'cross-list': 'cross-list',
  'add-link': 'add-link',
  'dead-end': 'add-link',
  'no-result': 'synonym',
  'long-list': 'move',
  'dead-click': 'fix',
  'device-break': 'fix',
  'layout-verdict': 'lock',
  'traffic-split': 'fix',
};

type Rest = Omit<Action, 'id' | 'type' | 'verb' | 'subject' | 'claim'>;

/** @param slice Of the reports; becomes a part of the subject. */
export function makeAction(claim: Claim, subject: Subject, slice: string | undefined, rest: Rest): Action {
  const whole = slice === undefined || slice === '*' ? subject : { ...subject, slice };
  return {
    id: actionId(claim.key, whole),
    type: claim.key,
    verb: VERB_OF[claim.key],
    subject: whole,
    claim,
    ...rest,
  };
}

export const perWeek = (n: number, days: number): number => (n * 7) / days;
