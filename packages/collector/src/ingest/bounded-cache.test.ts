import { describe, expect, it } from 'vitest';
import { BoundedCache } from './bounded-cache.ts';

const counted = () => {
  let made = 0;
  return { make: () => ({ made: ++made }), made: () => made };
};

describe('a bounded cache', () => {
  it('makes a value once and then hands out the same one', () => {
    const cache = new BoundedCache<{ made: number }>(10);
    const { make, made } = counted();
    expect(cache.get('a', make)).toBe(cache.get('a', make));
    expect(made()).toBe(1);
  });

  it('never holds more than its capacity', () => {
    const cache = new BoundedCache<object>(10);
    for (let key = 0; key < 1_000; key++) {
      cache.get(`${key}`, () => ({}));
      expect(cache.size).toBeLessThanOrEqual(10);
    }
  });

  it('keeps what is asked for again and again while others pass through', () => {
    const cache = new BoundedCache<{ made: number }>(10);
    const { make, made } = counted();
    for (let key = 0; key < 1_000; key++) {
      cache.get('often', make);
      cache.get(`${key}`, () => ({ made: 0 }));
    }
    expect(made()).toBe(1);
  });

  it('forgets what is no longer asked for', () => {
    const cache = new BoundedCache<{ made: number }>(4);
    const { make, made } = counted();
    cache.get('once', make);
    for (const key of ['a', 'b', 'c', 'd']) cache.get(key, () => ({ made: 0 }));
    cache.get('once', make);
    expect(made()).toBe(2);
  });
});
