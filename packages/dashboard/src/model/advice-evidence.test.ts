import type { ActionType } from '@holloway/insight';
import { expect, it } from 'vitest';
import { ADVISED_TYPES, advised } from '../../test/advised.ts';
import { type Evidence, evidenceOf } from './advice-evidence.ts';

const onLayout = (options: Evidence['options']): Evidence => ({
  screen: 'layout',
  options: { page: ['/c/pots'], ...options },
});

const EVIDENCE: { readonly [type in ActionType]: Evidence } = {
  'move-up': onLayout({ box: ['grid/9'], figure: ['clickRate'] }),
  bury: onLayout({ box: ['grid/1'], figure: ['clickRate'] }),
  'keep-first': onLayout({ box: ['grid/1'], figure: ['clickRate'] }),
  'rotation-test': onLayout({ box: ['grid'], figure: ['exposure'] }),
  'long-list': onLayout({ box: ['grid'], figure: ['exposure'] }),
  'dead-click': onLayout({ box: ['hero'], figure: ['attractiveness'] }),
  'device-break': onLayout({
    box: ['tile:/c/pots'],
    figure: ['attractiveness'],
    layer: ['boxes', 'links', 'scroll'],
  }),
  'cross-list': { screen: 'categories', options: { item: ['K1'] } },
  'add-link': { screen: 'paths', options: { start: ['every'], at: ['pots', '(home)'] } },
  'dead-end': { screen: 'paths', options: { start: ['every'], level: ['page'], at: ['/c/pots'] } },
  'no-result': { screen: 'search', options: { terms: ['empty'], find: ['tajine'] } },
  'layout-verdict': { screen: 'experiments', options: {} },
  'traffic-split': { screen: 'experiments', options: {} },
};

it.each(ADVISED_TYPES)('the numbers behind %s are on the screen that shows them', (type) => {
  expect(evidenceOf(advised(type))).toEqual(EVIDENCE[type]);
});

it('windows of one size are shown alone, and a category by its own level', () => {
  const subject = { page: '/c/pots', viewport: 's' } as const;
  expect(evidenceOf(advised('dead-click', {}, { subject })).options).toEqual({
    page: ['/c/pots'],
    window: ['s'],
    box: ['hero'],
    figure: ['attractiveness'],
  });
  expect(evidenceOf(advised('dead-end', { node: 'pots', kind: 'category' })).options).toEqual({
    start: ['every'],
    at: ['pots'],
  });
});

it('what all pages share is looked at on whichever page is shown first', () => {
  expect(evidenceOf(advised('dead-click', {}, { subject: { page: '(any)' } })).options).toEqual({
    box: ['hero'],
    figure: ['attractiveness'],
  });
});
