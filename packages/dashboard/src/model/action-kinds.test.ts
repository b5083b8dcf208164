import { describe, expect, it } from 'vitest';
import { ADVISED_TYPES } from '../../test/advised.ts';
import { kindCounts, kindOfAction, shownKind } from './action-kinds.ts';

const entries = ['move-up:1', 'bury:2', 'no-result:3', 'other:4'].map((id) => ({ id }));

describe('the kind of an action', () => {
  it('is known of every type, and of no other', () => {
    expect(ADVISED_TYPES.filter((type) => kindOfAction(`${type}:1`) === null)).toEqual([]);
    expect(kindOfAction('other:1')).toBeNull();
  });

  it('is counted where there is one', () => {
    expect(kindCounts(entries)).toEqual([
      { kind: 'move', n: 2 },
      { kind: 'search', n: 1 },
    ]);
  });

  it('is shown as the address says, and all where it says none that there is', () => {
    const counts = kindCounts(entries);
    expect(
      [{ kind: ['search'] }, { kind: ['test'] }, {}].map((options) => shownKind(options, counts)),
    ).toEqual(['search', null, null]);
  });
});
