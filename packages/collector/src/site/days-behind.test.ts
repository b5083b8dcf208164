import { dayNumber } from '@holloway/protocol';
import { expect, it } from 'vitest';
import type { SiteRecord } from '../store/store.ts';
import { daysBehind } from './days-behind.ts';

const site = (slug: string, over: Partial<SiteRecord>) =>
  ({ slug, kind: 'live', timeZone: 'UTC', ...over }) as SiteRecord;

it('tells for each site that counts how many days ago it was sealed, in its own time zone', async () => {
  const sites = [
    site('shop', { sealedThrough: dayNumber('2026-11-22') }),
    site('east', { timeZone: 'Asia/Tokyo', sealedThrough: dayNumber('2026-11-22') }),
    site('new', { sealedThrough: null }),
    site('old', { kind: 'archive', sealedThrough: dayNumber('2008-08-13') }),
  ];
  const behind = await daysBehind({ sites: async () => sites }, Date.UTC(2026, 10, 23, 20));
  expect([...behind]).toEqual([
    ['shop', 1],
    ['east', 2],
  ]);
});
