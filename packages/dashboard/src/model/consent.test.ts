import type { ConsentRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { agreedOf, choicesOf, consentTrend, partsOf, totalsOf } from './consent.ts';

const row = (value: string, more: Partial<ConsentRow>): ConsentRow => ({
  value,
  accepted: null,
  chosen: null,
  rejected: null,
  coverage: null,
  ...more,
});

describe('choices', () => {
  it('are added up; what no row tells is null, which is not 0', () => {
    const rows = [row('a', { accepted: 10 }), row('b', { accepted: 12, chosen: 11 })];
    expect(totalsOf(rows)).toEqual({ accepted: 22, chosen: 11, rejected: null });
    expect(totalsOf([])).toEqual({ accepted: null, chosen: null, rejected: null });
  });

  it('are agreed to in whole or in part', () => {
    expect(agreedOf(row('a', { accepted: 10, chosen: 11, rejected: 30 }))).toBe(21);
    expect(agreedOf(row('a', { chosen: 11 }))).toBe(11);
    expect(agreedOf(row('a', { rejected: 30 }))).toBeNull();
    expect(choicesOf(row('a', { accepted: 10, rejected: 30 }))).toBe(40);
  });

  it('are parts of a bar; what is not told has none', () => {
    expect(partsOf(row('a', { accepted: 10, rejected: 30 }), 40)).toEqual([
      { choice: 'accepted', share: 0.25 },
      { choice: 'rejected', share: 0.75 },
    ]);
  });
});

describe('the trend of consent', () => {
  const days = { from: '2026-11-01', to: '2026-11-03' };

  it('is the share that agreed, where it is known on any day', () => {
    const rows = [
      row('2026-11-01', { accepted: 10 }),
      row('2026-11-03', { accepted: 30, rejected: 10, coverage: 0.75 }),
    ];
    expect(consentTrend(rows, days)).toEqual({
      isShare: true,
      points: [
        { day: '2026-11-01', value: null },
        { day: '2026-11-02', value: null },
        { day: '2026-11-03', value: 0.75 },
      ],
    });
  });

  it('is how many agreed, where no share is known', () => {
    const rows = [row('2026-11-02', { accepted: 10, chosen: 10 })];
    expect(consentTrend(rows, days)).toEqual({
      isShare: false,
      points: [
        { day: '2026-11-01', value: null },
        { day: '2026-11-02', value: 20 },
        { day: '2026-11-03', value: null },
      ],
    });
  });
});
