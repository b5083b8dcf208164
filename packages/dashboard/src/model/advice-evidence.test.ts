import type { ActionType } from '@holloway/insight';
import { expect, it } from 'vitest';
import { ADVISED_TYPES, advised } from '../../test/advised.ts';
import { type Evidence, evidenceOf } from './advice-evidence.ts';

const LAYOUT: Evidence = { screen: 'layout', options: { page: ['/c/pots'] } };

const EVIDENCE: { readonly [type in ActionType]: Evidence } = {
  'move-up': LAYOUT,
  bury: LAYOUT,
  'keep-first': LAYOUT,
  'rotation-test': LAYOUT,
  'long-list': LAYOUT,
  'dead-click': LAYOUT,
  'device-break': LAYOUT,
  'cross-list': { screen: 'categories', options: {} },
  'add-link': { screen: 'paths', options: { start: ['every'], at: ['pots', '(home)'] } },
  'dead-end': { screen: 'paths', options: { start: ['every'], level: ['page'], at: ['/c/pots'] } },
  'no-result': { screen: 'search', options: { terms: ['empty'] } },
  'layout-verdict': { screen: 'experiments', options: {} },
  'traffic-split': { screen: 'experiments', options: {} },
};

it.each(ADVISED_TYPES)('the numbers behind %s are on the screen that shows them', (type) => {
  expect(evidenceOf(advised(type))).toEqual(EVIDENCE[type]);
});

it('windows of one size are shown alone, and a category by its own level', () => {
  const subject = { page: '/c/pots', viewport: 's' } as const;
  expect(evidenceOf(advised('device-break', {}, { subject }))?.options).toEqual({
    page: ['/c/pots'],
    window: ['s'],
  });
  expect(evidenceOf(advised('dead-end', { node: 'pots', kind: 'category' }))?.options).toEqual({
    start: ['every'],
    at: ['pots'],
  });
});
