import type { Withheld } from '@holloway/insight';
import { expect, it } from 'vitest';
import { withheldGroups } from './withheld.ts';

const of = (page: string, zone: string, reason: Withheld['reason'], ranked = false): Withheld => ({
  page,
  zone,
  viewport: 'l',
  reason,
  ranked,
});

it('a region of many pages is one, those on the most pages first, by why nothing is said', () => {
  const groups = withheldGroups([
    of('/', 'hero', 'few-items'),
    of('/p/1', 'related', 'few-items'),
    of('/p/2', 'related', 'few-items'),
    of('/', 'new', 'one-slot-per-item', true),
  ]);
  expect(groups).toEqual([
    {
      reason: 'few-items',
      ranked: false,
      places: [
        { zone: 'related', pages: ['/p/1', '/p/2'] },
        { zone: 'hero', pages: ['/'] },
      ],
    },
    { reason: 'one-slot-per-item', ranked: true, places: [{ zone: 'new', pages: ['/'] }] },
  ]);
});
