import type { SiteSummary } from '@holloway/protocol';
import { expect, it } from 'vitest';
import { readRoute } from '../state/route.ts';
import { ofWhat } from './of-what.ts';

it.each([
  ['visits', 'Teapots · 3 Nov 2026 · Device: Phone · Holloway'],
  ['devices', 'Teapots · 3 Nov 2026 · All visits · Holloway'],
])('a picture of the screen %s says of what it is, in the slice only where one is kept', (screen, words) => {
  const site = { name: 'Teapots' } as SiteSummary;
  const days = { from: '2026-11-03', to: '2026-11-03' };
  const route = readRoute(`#/teapots/${screen}?slice=device:phone`);
  expect(ofWhat({ site, days, route }).replaceAll('\u2009', ' ')).toBe(words);
});
