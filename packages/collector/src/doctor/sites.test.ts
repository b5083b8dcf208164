import { dayNumber } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import type { SiteRecord } from '../store/store.ts';
import { type ExaminedSite, examineSites } from './sites.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const day = (text: `${number}-${number}-${number}`) => dayNumber(text);

function examined(over: Partial<SiteRecord> = {}, more: Partial<ExaminedSite> = {}): ExaminedSite {
  const site = {
    slug: 'shop',
    kind: 'live',
    timeZone: 'UTC',
    statement: 'c9f1d2a4',
    policy: { languages: ['en'] },
    origins: ['https://shop.example'],
    sealedThrough: day('2026-11-22'),
    ...over,
  } as SiteRecord;
  return { site, openDays: [day('2026-11-23')], isCurrent: true, ...more };
}

const found = (...sites: ExaminedSite[]) =>
  examineSites(sites, NOON).map(({ level, says }) => `${level}: ${says}`);

describe('a site', () => {
  it('that asks, counts and is sealed is as it should be', () => {
    expect(found(examined())).toEqual(['ok: shop asks its visitors, counts them and is sealed in time']);
  });

  it('is missing at first', () => {
    expect(found()).toEqual(['warning: there is no site']);
  });

  it.each([
    [
      'has no statement',
      examined({ statement: '00000000' }),
      'wrong: shop has no statement: nobody is asked, nothing is counted',
    ],
    [
      'says something else than was agreed to',
      examined({}, { isCurrent: false }),
      'wrong: what visitors of shop agreed to is not what is said or counted now',
    ],
    [
      'says nothing of the store',
      examined({ policy: null }),
      'warning: visitors of shop are asked in its name, without an address or a contact',
    ],
    [
      'has an origin without TLS',
      examined({ origins: ['http://shop.example'] }),
      'warning: shop has an origin without https',
    ],
    [
      'has days that nobody sealed',
      examined(
        { sealedThrough: day('2026-11-18') },
        { openDays: [day('2026-11-19'), day('2026-11-20'), day('2026-11-22')] },
      ),
      'wrong: shop has 2 days that should be sealed and are not',
    ],
    [
      'was sealed by a clock that ran ahead',
      examined({ sealedThrough: day('2026-11-25') }),
      'wrong: shop is sealed through a day that is not over: the clock was wrong',
    ],
  ])('%s', (_, site, says) => {
    expect(found(site)).toEqual([says]);
  });

  it('that is an archive asks nobody', () => {
    expect(found(examined({ kind: 'archive', statement: '00000000' }))).toEqual([]);
  });
});
