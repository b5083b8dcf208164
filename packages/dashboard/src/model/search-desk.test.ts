import type { SearchRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { deskTotals, isIn, ratesOf, TERM_GROUPS } from './search-desk.ts';

const row = (over: Partial<SearchRow>): SearchRow => ({
  term: 'kettle',
  asked: 100,
  empty: null,
  clicked: 60,
  refined: null,
  ...over,
});

describe('the search desk', () => {
  it('takes rates of the visits that asked, and knows none where too few did', () => {
    expect(ratesOf(row({ empty: 25, clicked: 50, refined: 10 }))).toEqual({
      empty: 0.25,
      clicked: 0.5,
      refined: 0.1,
    });
    expect(ratesOf(row({ asked: null }))).toEqual({ empty: null, clicked: null, refined: null });
  });

  it('never tells more than all, though a click may arrive with another day than its search', () => {
    expect(ratesOf(row({ asked: 10, clicked: 12 })).clicked).toBe(1);
  });

  it.each([
    { what: 'that finds nothing for a quarter', term: row({ empty: 25 }), groups: ['all', 'empty'] },
    { what: 'whose results nobody clicks', term: row({ clicked: null }), groups: ['all', 'ignored'] },
    { what: 'that is put in other words', term: row({ refined: 40 }), groups: ['all', 'reworded'] },
    { what: 'that is clicked', term: row({}), groups: ['all'] },
    { what: 'that too few asked', term: row({ asked: null, clicked: null }), groups: ['all'] },
  ])('puts a term $what under $groups', ({ term, groups }) => {
    expect(TERM_GROUPS.filter((group) => isIn(group, term))).toEqual(groups);
  });

  const none = { shown: 0, waiting: { rows: 0, n: 0 }, other: 0 };

  it('adds up the terms that are told, and takes what is not told of one for the least that it can be', () => {
    const rows = [row({ empty: 5 }), row({ asked: 50, clicked: 20, refined: 11 }), row({ asked: null })];
    const { asked, empty, clicked, refined } = deskTotals({ rows, facts: {} });
    expect(asked).toBe(150);
    expect(clicked).toMatchObject({ share: { hits: 80, of: 150 }, isLeast: false });
    expect(empty).toMatchObject({ share: { hits: 5, of: 150 }, isLeast: true });
    expect(refined).toMatchObject({ share: { hits: 11, of: 150 }, isLeast: true });
  });

  it.each([
    { what: 'none, where nothing of it waits or lost its name', balance: none, isLeast: false },
    { what: 'a few, where some wait', balance: { ...none, waiting: { rows: 1, n: 4 } }, isLeast: true },
    { what: 'a few, where some lost their name', balance: { ...none, other: 4 }, isLeast: true },
  ])('takes a term without an outcome for $what', ({ balance, isLeast }) => {
    const rows = [row({ empty: 5 }), row({ empty: null })];
    expect(deskTotals({ rows, facts: { 'search.empty': balance } }).empty.isLeast).toBe(isLeast);
  });
});
