import { dayNumber } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { SHOP } from '../../test/core.ts';
import type { SiteRecord } from '../store/store.ts';
import { lastDayOf, summarise } from './summary.ts';

const NOW = Date.parse('2026-11-22T23:30:00Z');
const BERLIN: SiteRecord = { ...SHOP, id: 1, timeZone: 'Europe/Berlin', sealedThrough: null };
const spanOf = (span: { from: string; to: string } | null) => ({ span: async () => span });

it('the last day of a shop that counts is today, without its history being read', async () => {
  const unread = { span: () => Promise.reject(new Error('it was read')) };
  expect(await lastDayOf(BERLIN, unread, NOW)).toBe('2026-11-23');
  await expect(lastDayOf({ ...BERLIN, kind: 'archive' }, unread, NOW)).rejects.toThrow('it was read');
});

describe('the summary of a site', () => {
  it('ends today, in the time zone of the site', async () => {
    expect(await summarise(BERLIN, spanOf({ from: '2026-01-05', to: '2026-11-20' }), NOW)).toEqual({
      id: 'shop',
      name: 'Shop',
      kind: 'live',
      k: 3,
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      firstDay: '2026-01-05',
      lastDay: '2026-11-23',
      provenance: null,
    });
  });

  it('of an archive ends with its last day', async () => {
    const archive: SiteRecord = { ...BERLIN, kind: 'archive', provenance: 'Old data.' };
    expect(await summarise(archive, spanOf({ from: '2008-04-01', to: '2008-08-13' }), NOW)).toMatchObject({
      firstDay: '2008-04-01',
      lastDay: '2008-08-13',
      provenance: 'Old data.',
    });
  });

  it('of an archive without visits ends with its last sealed day', async () => {
    const archive: SiteRecord = { ...BERLIN, kind: 'archive', sealedThrough: dayNumber('2008-08-13') };
    expect(await summarise(archive, spanOf(null), NOW)).toMatchObject({
      firstDay: null,
      lastDay: '2008-08-13',
    });
  });
});
