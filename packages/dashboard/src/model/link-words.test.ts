import type { Share } from '@holloway/protocol';
import { expect, it } from 'vitest';
import { linkWords } from './link-words.ts';

const share: Share = {
  id: 's1',
  name: 'For the agency',
  by: 'Mira',
  own: true,
  view: { name: 'Kettles', address: '#/shop/paths' },
  days: { from: '2026-11-01', to: '2026-11-01' },
  expires: '2026-12-27T12:00:00.000Z',
  lastUsed: '2026-11-20',
};

it('tells what a link shows, by whom it is, until when, and when it was last used', () => {
  expect(linkWords(share)).toMatch(
    /^Kettles · 1 Nov 2026 · by Mira · until 27 Dec 2026, \d\d:\d\d · last used 20 Nov 2026$/,
  );
});

it('says where it shows all days, was never used, and its maker is gone', () => {
  expect(linkWords({ ...share, days: null, by: null, lastUsed: null })).toMatch(
    /^Kettles · all days · by somebody who is gone · until .* · never used$/,
  );
});
