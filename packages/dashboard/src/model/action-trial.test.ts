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

  it('of a rotation has a quarter of the visitors in its second arm, on the page or on all that have the region', () => {
    const rotation = { id: 'rotation-test:1k2j3h4g5f', trial: { by: 'rotation', visits: 9000 } } as const;
    const action = { ...advised('rotation-test', { share: 0.25 }, rotation), subject: { zone: 'grid' } };
    const draft = draftOf(action, LABELS);
    expect(draft).toEqual({
      title: 'Let the products of the list on All pots change places for a while',
      id: 'rotation-test-1k2j3h',
      pages: '/c/pots',
      zone: 'grid',
      metric: 'clicked',
      share: 25,
    });
    expect(draft && readDraft(writeDraft(draft))).toEqual(draft);
    const [found] = action.findings;
    const on = (...pages: string[]) => {
      const [first = found, ...others] = pages.map((page) => ({ ...found, subject: { page, zone: 'grid' } }));
      return draftOf({ ...action, findings: [first, ...others] }, LABELS)?.pages;
    };
    expect(on('/c/pots', '/c/pots')).toBe('/c/pots');
    expect([on('/c/pots', '/c/pans'), on('(any)')]).toEqual(['', '']);
  });

  it.each(['0', '100', '2.5', 'many', ''])(
    'has arms alike where the address says %s of the share',
    (share) => {
      expect(readDraft({ declare: ['A title', '', '', '', 'order', share] })).not.toHaveProperty('share');
    },
  );

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
