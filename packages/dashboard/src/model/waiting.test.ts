import { describe, expect, it } from 'vitest';
import { noRowsWords, waitingWords } from './waiting.ts';

const report = { waiting: { rows: 40, n: 832 }, other: 35, k: 10, slice: '*' };
const none = { rows: 0, n: 0 };

describe('what is said under rows', () => {
  it('is of all dates, since what waits has no day', () => {
    expect(waitingWords(report)).toBe(
      'In all dates: 832 more wait for 10 browsers each; 35 are counted without a name.',
    );
  });

  it('is the least that is known of a slice, whose figures are rounded down', () => {
    expect(waitingWords({ ...report, waiting: { rows: 40, n: 830 }, other: 30, slice: 'device:phone' })).toBe(
      'In all dates: at least 830 more wait for 10 browsers each; at least 30 are counted without a name.',
    );
  });

  it('leaves out what is 0, and is nothing where all is', () => {
    expect(waitingWords({ ...report, waiting: none, other: 1 })).toBe(
      'In all dates: 1 is counted without a name.',
    );
    expect(waitingWords({ ...report, waiting: { rows: 1, n: 1 }, other: 0 })).toBe(
      'In all dates: 1 more waits for 10 browsers each.',
    );
    expect(waitingWords({ ...report, waiting: none, other: 0 })).toBeNull();
  });

  it('speaks of no crowd where k is 1', () => {
    expect(waitingWords({ ...report, k: 1, other: 0 })).toBe('In all dates: 832 more wait to be settled.');
  });
});

describe('what stands in place of rows', () => {
  it('is that too few came, where counts wait', () => {
    expect(noRowsWords(report, { archive: false })).toEqual({
      title: 'Too few to show yet',
      text: 'In all dates, 832 counts wait until 10 browsers stand behind each. None is lost: a row shows as soon as it is large enough to point at nobody.',
    });
  });

  it('is that the slice is small, never that the history does not know it', () => {
    const slice = { ...report, waiting: none, slice: 'country:LU' };
    for (const archive of [true, false]) {
      expect(noRowsWords(slice, { archive })).toEqual({
        title: 'Too few visits in this slice',
        text: 'Too few visits of these days are in this slice to show them, or none. Choose other days or all visits above.',
      });
    }
  });

  it('is that nothing was counted, where no slice is chosen and nothing waits', () => {
    const empty = { ...report, waiting: none };
    expect(noRowsWords(empty, { archive: true }).text).toBe(
      'No visit of these days tells it. An imported history may not know it.',
    );
    expect(noRowsWords(empty, { archive: false }).text).toBe(
      'No visit of these days tells it. Choose other days above.',
    );
  });
});
