/** The inbox of actions: what the advice finds, joined with what became of it. Pure. */
import type { Action } from '@holloway/insight';
import { ACTION_STATES, type ActionRecord, type ActionState } from '@holloway/protocol';
import type { Options } from '../state/route.ts';

export interface InboxEntry {
  readonly id: string;
  /** `null` where the advice of these days does not name it any more. */
  readonly action: Action | null;
  /** `null` where nobody said anything of it. */
  readonly record: ActionRecord | null;
}

export type Inbox = { readonly [state in ActionState]: readonly InboxEntry[] };

/** What is open is so in these days, by what gains most; what somebody decided on stays, the latest first. */
export function inboxOf(actions: readonly Action[], records: readonly ActionRecord[]): Inbox {
  const recordOf = new Map(records.map((record) => [record.id, record]));
  const actionOf = new Map(actions.map((action) => [action.id, action]));
  const open = actions
    .map((action) => ({ id: action.id, action, record: recordOf.get(action.id) ?? null }))
    .filter(({ record }) => record === null || record.state === 'open');
  const decided = [...records]
    .sort((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : a.id < b.id ? -1 : 1))
    .map((record) => ({ id: record.id, action: actionOf.get(record.id) ?? null, record }));
  const of = (state: ActionState) => decided.filter(({ record }) => record.state === state);
  return { open, planned: of('planned'), done: of('done'), dismissed: of('dismissed') };
}

/** Which of the four is shown, as the address says it. */
export const shownState = ({ state }: Options): ActionState =>
  ACTION_STATES.find((one) => one === state?.[0]) ?? 'open';
