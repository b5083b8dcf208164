import { describe, expect, it } from 'vitest';
import { afterChange, afterSealing, promisedK } from './promise.ts';

const DAY = 20_000;

describe('the k that a site has promised', () => {
  it('is its own where no other held', () => {
    expect(promisedK({}, 10, DAY)).toBe(10);
    expect(promisedK({ 10: DAY - 1 }, 10, DAY)).toBe(10);
  });

  it('is the highest of the last 28 days', () => {
    expect(promisedK({ 20: DAY - 27, 12: DAY - 1 }, 5, DAY)).toBe(20);
    expect(promisedK({ 20: DAY - 28, 12: DAY - 1 }, 5, DAY)).toBe(12);
  });

  it('is higher at once', () => {
    expect(promisedK({ 5: DAY - 1 }, 20, DAY)).toBe(20);
  });

  it('holds from a change on until the next day is sealed, and 27 days more', () => {
    const changed = afterChange({ 20: DAY - 40 }, 20);
    expect(promisedK(changed, 5, DAY + 3)).toBe(20);
    const sealed = afterSealing(changed, 5, DAY + 3);
    expect(sealed).toEqual({ 20: DAY + 3, 5: DAY + 3 });
    expect(promisedK(sealed, 5, DAY + 30)).toBe(20);
    expect(promisedK(sealed, 5, DAY + 31)).toBe(5);
  });

  it('is forgotten when it holds no more', () => {
    expect(afterSealing({ 20: DAY - 27 }, 5, DAY)).toEqual({ 5: DAY });
    expect(afterSealing({ 20: DAY - 26 }, 5, DAY)).toEqual({ 20: DAY - 26, 5: DAY });
  });
});
