import { describe, expect, it } from 'vitest';
import { createOverload } from './overload.ts';

describe('more than can be written', () => {
  it('is where two thousand batches wait', () => {
    const { isOver } = createOverload();
    expect([isOver(0), isOver(1_999), isOver(2_000)]).toEqual([false, false, true]);
  });

  it('is from a hundred on where the last batch waited for more than a second, until one does not', () => {
    const { isOver, waited } = createOverload();
    waited(1_000);
    expect(isOver(1_999)).toBe(false);
    waited(1_001);
    expect([isOver(99), isOver(100)]).toEqual([false, true]);
    waited(200);
    expect(isOver(100)).toBe(false);
  });

  it('is not where nothing waits, so that a slow disk is tried again', () => {
    const { isOver, waited } = createOverload();
    waited(60_000);
    expect(isOver(0)).toBe(false);
  });
});
