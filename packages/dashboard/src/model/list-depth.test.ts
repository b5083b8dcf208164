import type { LayoutRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { depthOf } from './list-depth.ts';

const row = (slot: number | null, exposed: number | null, item = 'A'): LayoutRow => ({
  page: '/c/tea',
  zone: 'grid',
  slot,
  item,
  viewport: 'l',
  exposed,
  clicked: null,
  added: null,
  ordered: null,
  returned: null,
  clicks: null,
  value: null,
});

describe('the depth of a list', () => {
  it('is the share of visits that came to each position, of the most that are known', () => {
    expect(depthOf([row(3, 20), row(1, 60), row(1, 40, 'B'), row(2, 50)])).toEqual([
      { slot: 1, share: 1 },
      { slot: 2, share: 0.5 },
      { slot: 3, share: 0.2 },
    ]);
  });

  it('never rises: who saw a later position has come past the earlier ones', () => {
    expect(depthOf([row(1, 100), row(2, 30), row(3, 60)]).map(({ share }) => share)).toEqual([1, 0.6, 0.6]);
  });

  it('is not told of one position, nor where exposures are not', () => {
    expect(depthOf([row(1, 100), row(null, 300)])).toEqual([]);
    expect(depthOf([row(1, null), row(2, null)])).toEqual([]);
  });
});
