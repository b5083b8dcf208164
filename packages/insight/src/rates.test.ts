import { describe, expect, it } from 'vitest';
import { bounceRate, exitRate, pagesPerVisit } from './rates.ts';

describe('the exit rate', () => {
  it('is the share of views without an onward move', () => {
    expect(exitRate({ views: 200, onward: 150 })).toBe(0.25);
  });

  it('is 0 where every view was followed, and 1 where none was', () => {
    expect(exitRate({ views: 4, onward: 4 })).toBe(0);
    expect(exitRate({ views: 4, onward: 0 })).toBe(1);
  });

  it('is null, not 0, without views', () => {
    expect(exitRate({ views: 0, onward: 0 })).toBeNull();
  });

  it('is never below 0, though a move after midnight may have its view on the day before', () => {
    expect(exitRate({ views: 10, onward: 11 })).toBe(0);
  });
});

describe('the bounce rate', () => {
  it('is the share of entries without an onward move', () => {
    expect(bounceRate({ entries: 80, onward: 60 })).toBe(0.25);
  });

  it('is null, not 0, without entries', () => {
    expect(bounceRate({ entries: 0, onward: 0 })).toBeNull();
  });
});

describe('pages per visit', () => {
  // The click-stream of the UCI repository, dataset 553: 165,474 clicks in 24,026 sessions.
  it('is the average', () => {
    expect(pagesPerVisit({ pageviews: 165_474, visits: 24_026 })).toBeCloseTo(6.887, 3);
  });

  it('is null without visits', () => {
    expect(pagesPerVisit({ pageviews: 0, visits: 0 })).toBeNull();
  });
});
