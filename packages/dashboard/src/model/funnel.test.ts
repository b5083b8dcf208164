import { describe, expect, it } from 'vitest';
import { stageShares } from './funnel.ts';

const row = { category: '(any)', list: 200, product: 100, cart: 20, checkout: null, order: 10 };

describe('a funnel', () => {
  it('tells of each stage the share of the one before', () => {
    expect(stageShares({ ...row, checkout: 12 }).map(({ stage, ofBefore }) => [stage, ofBefore])).toEqual([
      ['list', null],
      ['product', 0.5],
      ['cart', 0.2],
      ['checkout', 0.6],
      ['order', 10 / 12],
    ]);
  });

  it('skips a stage that too few reached to be told', () => {
    expect(stageShares(row).slice(3)).toEqual([
      { stage: 'checkout', n: null, length: 0, ofBefore: null, before: 'cart', nBefore: 20 },
      { stage: 'order', n: 10, length: 0.05, ofBefore: 0.5, before: 'cart', nBefore: 20 },
    ]);
  });

  it('tells no more than all where visits begin further down', () => {
    const [, product] = stageShares({ ...row, product: 400 });
    expect(product).toMatchObject({ ofBefore: 1, length: 1 });
  });

  it('is empty where nobody came', () => {
    const none = { category: 'kettles', list: null, product: null, cart: null, checkout: null, order: null };
    expect(
      stageShares(none).every(({ n, length, ofBefore }) => n === null && length === 0 && ofBefore === null),
    ).toBe(true);
  });
});
