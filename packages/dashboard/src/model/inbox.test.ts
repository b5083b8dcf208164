import type { ActionRecord, ActionState } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { advised } from '../../test/advised.ts';
import { inboxOf, shownState } from './inbox.ts';

const record = (id: string, state: ActionState, changed: string): ActionRecord => {
  const step = { state, changed, reason: null, day: null, by: null };
  return { id, ...step, history: [step] };
};
const ids = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);

describe('the inbox', () => {
  const actions = [advised('bury'), advised('move-up'), advised('add-link'), advised('no-result')];
  const inbox = inboxOf(actions, [
    record('bury:1', 'planned', '2026-11-01'),
    record('add-link:1', 'open', '2026-11-02'),
    record('dead-end:9', 'done', '2026-11-03'),
    record('dead-end:1', 'done', '2026-11-04'),
    record('long-list:9', 'open', '2026-11-04'),
  ]);

  it('has open what the numbers say and nobody decided on, in the order of the advice', () => {
    expect(ids(inbox.open)).toEqual(['move-up:1', 'add-link:1', 'no-result:1']);
  });

  it('keeps what was decided on, the latest first, whether the numbers still say it or not', () => {
    expect([ids(inbox.planned), ids(inbox.done), ids(inbox.dismissed)]).toEqual([
      ['bury:1'],
      ['dead-end:1', 'dead-end:9'],
      [],
    ]);
    expect(inbox.planned[0]?.action?.type).toBe('bury');
    expect(inbox.done[0]?.action).toBeNull();
  });
});

it('the address says which list is shown; without a word or with another, what is open', () => {
  expect([{ state: ['done'] }, {}, { state: ['lost'] }].map(shownState)).toEqual(['done', 'open', 'open']);
});
