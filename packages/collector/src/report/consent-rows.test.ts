import { describe, expect, it } from 'vitest';
import { byStatement, consentRows, consentRowsByDay, coverageOf, preferenceRows } from './consent-rows.ts';
import type { Released, ReleasedRow } from './release.ts';

type Told = readonly [statement: string, choice: string, n: number, surface?: string];

const row = (dimensions: readonly string[], n: number): ReleasedRow => ({
  dimensions,
  n,
  people: n,
  total: 0,
  exactN: n,
});
const choices = (...told: readonly Told[]): ReleasedRow[] =>
  told.map(([statement, choice, n, surface = 'banner']) => row([statement, surface, choice], n));
const released = (rows: readonly ReleasedRow[]): Released => ({
  rows,
  balance: { shown: 0, waiting: { rows: 0, n: 0 }, other: 0 },
});

describe('the share of choices that agreed', () => {
  it('counts those who agreed to a part, statistics among it', () => {
    expect(coverageOf(choices(['a', 'accepted', 50], ['a', 'chosen', 10], ['a', 'rejected', 40]))).toBe(0.6);
  });

  it('adds up all surfaces', () => {
    expect(
      coverageOf(choices(['a', 'accepted', 10], ['a', 'accepted', 20, 'centre'], ['a', 'rejected', 10])),
    ).toBe(0.75);
  });

  it.each([
    { says: 'nothing is known', rows: [] },
    { says: 'refusals are not counted', rows: choices(['a', 'accepted', 50]) },
    { says: 'nobody is known to have agreed', rows: choices(['a', 'rejected', 50]) },
  ])('is null where $says, which is not 0 or 1', ({ rows }) => {
    expect(coverageOf(rows)).toBeNull();
  });

  it('is of the statements alone under which refusals are counted', () => {
    expect(
      coverageOf(choices(['before', 'accepted', 900], ['now', 'accepted', 30], ['now', 'rejected', 70])),
    ).toBe(0.3);
  });
});

describe('the rows of consent', () => {
  it('leave a choice null that is not shown', () => {
    expect(consentRows([{ value: 'DE', rows: choices(['a', 'accepted', 12]) }])).toEqual([
      { value: 'DE', accepted: 12, chosen: null, rejected: null, coverage: null },
    ]);
  });

  it('have those with most choices first, refusals included', () => {
    const rows = consentRows([
      { value: 'DE', rows: choices(['a', 'accepted', 12]) },
      { value: 'PL', rows: choices(['a', 'accepted', 10], ['a', 'rejected', 30]) },
    ]);
    expect(rows).toEqual([
      { value: 'PL', accepted: 10, chosen: null, rejected: 30, coverage: 0.25 },
      { value: 'DE', accepted: 12, chosen: null, rejected: null, coverage: null },
    ]);
  });

  it('by day stand by day', () => {
    const rows = consentRowsByDay([
      { value: '2026-11-22', rows: choices(['a', 'accepted', 10]) },
      { value: '2026-11-20', rows: choices(['a', 'accepted', 99]) },
    ]);
    expect(rows.map(({ value }) => value)).toEqual(['2026-11-20', '2026-11-22']);
  });

  it('by statement keep statements apart', () => {
    const of = byStatement(
      released(choices(['a', 'accepted', 10], ['b', 'chosen', 20], ['a', 'accepted', 11, 'centre'])),
    );
    expect(consentRows(of)).toEqual([
      { value: 'a', accepted: 21, chosen: null, rejected: null, coverage: null },
      { value: 'b', accepted: null, chosen: 20, rejected: null, coverage: null },
    ]);
  });
});

it('the rows of preferences have the most frequent answer first', () => {
  expect(preferenceRows(released([row(['colour', 'green'], 10), row(['style', 'plain'], 30)]))).toEqual([
    { key: 'style', value: 'plain', n: 30, people: 30 },
    { key: 'colour', value: 'green', n: 10, people: 10 },
  ]);
});
