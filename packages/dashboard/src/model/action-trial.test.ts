import { describe, expect, it } from 'vitest';
import { advised, LABELS } from '../../test/advised.ts';
import { draftOf, readDraft, writeDraft } from './action-trial.ts';

const trial = { by: 'experiment', visits: 420 } as const;
const id = 'move-up:1k2j3h4g5f';

describe('the test of an action', () => {
  it('begins with its place, a short name of its own and what it is to change', () => {
    expect(draftOf(advised('move-up', {}, { id, trial }), LABELS)).toEqual({
      title: 'Move “Tagine” up, to where “Stock pot” is',
      id: 'move-up-1k2j3h',
      pages: '/c/pots',
      zone: 'grid',
      metric: 'clicked',
    });
  });

  it('is none where another way finds it out, and of what was tested', () => {
    expect(draftOf(advised('move-up'), LABELS)).toBeNull();
    expect(draftOf(advised('layout-verdict', {}, { trial }), LABELS)).toBeNull();
  });

  it('goes through the address and back', () => {
    const draft = draftOf(advised('move-up', {}, { id, trial }), LABELS);
    expect(draft && readDraft(writeDraft(draft))).toEqual(draft);
    expect(readDraft({})).toBeNull();
    expect(readDraft({ declare: ['A title'] })).toEqual({
      title: 'A title',
      id: '',
      pages: '',
      zone: '',
      metric: 'order',
    });
  });
});
