import { describe, expect, it } from 'vitest';
import { outcomeWords } from './outcome-words.ts';

describe('what happened since', () => {
  it('is the difference in points with its interval, where it is more than chance', () => {
    expect(outcomeWords({ hits: 100, of: 1000 }, { hits: 150, of: 1000 })).toBe(
      '+5.0 points since, with 95 % confidence +2.1 to +7.9: more than chance.',
    );
    expect(outcomeWords({ hits: 50, of: 1000 }, { hits: 0, of: 1000 })).toBe(
      '−5.0 points since, with 95 % confidence −6.5 to −3.8: more than chance.',
    );
  });

  it('is no more than chance where the interval has none in it', () => {
    expect(outcomeWords({ hits: 100, of: 1000 }, { hits: 110, of: 1000 })).toBe(
      '+1.0 points since, with 95 % confidence −1.7 to +3.7: no more than chance may do.',
    );
  });

  it('cannot be said where either is not told, or is of none', () => {
    const words = 'Too few were counted to say whether it changed.';
    expect(outcomeWords({ hits: null, of: 1000 }, { hits: 110, of: 1000 })).toBe(words);
    expect(outcomeWords({ hits: 10, of: 1000 }, { hits: 110, of: null })).toBe(words);
    expect(outcomeWords({ hits: 0, of: 0 }, { hits: 0, of: 40 })).toBe(words);
  });

  it('takes hits that pass their whole by a few for all of it', () => {
    expect(outcomeWords({ hits: 42, of: 40 }, { hits: 0, of: 40 })).toMatch(/^−100.0 points since/);
  });
});
