import type { LayoutChange } from '@holloway/protocol';
import { expect, it } from 'vitest';
import { layoutWords } from './layout-words.ts';

const change = (zone: string, of: Partial<LayoutChange>): LayoutChange => ({
  ...{ zone, label: zone, viewport: null, change: 'moved', right: 0, down: 0 },
  ...of,
});
const words = (zones: readonly LayoutChange[], more = 0, label = 'Home'): string =>
  layoutWords({
    ...{ kind: 'layout', day: '2026-11-16', through: '2026-11-22', page: '/', label },
    ...{ zones, more },
  });

it.each<[LayoutChange, string]>([
  [change('hero', { down: 304 }), 'hero moved 304 px down'],
  [change('hero', { down: -96, right: 64 }), 'hero moved 96 px up'],
  [change('filters', { right: 1104 }), 'filters moved 1104 px to the right'],
  [change('filters', { right: -1104 }), 'filters moved 1104 px to the left'],
  [change('grid', { change: 'rearranged' }), 'grid is arranged anew'],
  [change('film', { change: 'new' }), 'film is new'],
  [change('hero', { change: 'gone', viewport: 's' }), 'hero is gone (Small, phone)'],
])('says what became of a region: %j', (zone, said) => {
  expect(words([zone])).toBe(`Layout of Home: ${said}`);
});

it('says the same of several sizes of window once, and how much more there is', () => {
  const zones = [
    change('hero', { down: 304, viewport: 's' }),
    change('hero', { down: 296, viewport: 'l' }),
    change('grid', { change: 'rearranged', viewport: 'l' }),
  ];
  expect(words(zones, 2, '(any)')).toBe(
    'Layout of All pages: hero moved 304 px down (Small, phone); grid is arranged anew (Large, desktop); 2 other changes',
  );
});
