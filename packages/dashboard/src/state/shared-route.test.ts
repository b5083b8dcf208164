import type { SiteSummary } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { sharedRoute } from './shared-route.ts';

const site = { id: 'shop' } as SiteSummary;
const days = { from: '2026-11-01', to: '2026-11-07' };

describe('a link to a view', () => {
  it('shows a screen of reports as its address says', () => {
    expect(sharedRoute('#/shop/pages?range=7d&slice=device%3Aphone', { site, days: null })).toMatchObject({
      screen: 'pages',
      range: { preset: '7d' },
      slice: 'device:phone',
    });
  });

  it('shows its days and no others, where it is for some', () => {
    expect(sharedRoute('#/shop/pages?range=7d', { site, days })?.range).toEqual(days);
    expect(sharedRoute('#/shop/pages?from=2025-01-01&to=2026-12-01', { site, days })?.range).toEqual(days);
  });

  it.each(['#/other/pages', '#/shop/privacy', '#/shop/people', '#/keys', '#/'])(
    'does not show %s',
    (address) => {
      expect(sharedRoute(address, { site, days: null })).toBeNull();
    },
  );
});
