import type { ActionType } from '@holloway/insight';
import { expect, it } from 'vitest';
import { ADVISED_TYPES, advised, LABELS } from '../../test/advised.ts';
import { countWords, inWindows } from './evidence-words.ts';

const WORDS: { readonly [type in ActionType]: readonly string[] } = {
  'move-up': [
    '120 of 1,000 visits that saw “Tagine” clicked it',
    '80 to 89 of 4,000 visits that saw “Stock pot” clicked it',
  ],
  bury: ['80 of 4,000 visits that saw “Stock pot” clicked it'],
  'keep-first': ['800 of 4,000 visits that saw “Stock pot” clicked it'],
  'rotation-test': ['In windows of the commonest size, its positions were seen 24,000 times'],
  'cross-list': ['40 of 310 visits that found “Stock pot” looked in Pans first and found it elsewhere'],
  'add-link': ['240 of 300 ways from Pots to Pans / Lids lead over Home page'],
  'dead-end': ['450 of 500 views were the last of their visit'],
  'no-result': ['88 of 90 searches for “tajine” found nothing', '41 of 90 were followed by one for “tagine”'],
  'long-list': ['60 of 2,000 visits that saw the list came past position 12'],
  'dead-click': ['70 of 100 views that clicked it did so in vain'],
  'device-break': ['At most 4 of 900 views that saw it clicked it'],
  'layout-verdict': [
    'Orders: 280 of 5,000 visits that saw arm b',
    'Orders: 404 of 5,050 visits that saw arm a',
  ],
  'traffic-split': ['3,000 of 8,050 visits saw arm b', '5,050 of 8,050 visits saw arm a'],
};

it.each(ADVISED_TYPES)('the counts behind %s are said, and what they count', (type) => {
  expect(countWords(advised(type), LABELS)).toEqual(WORDS[type]);
});

it('of a term that became no other, only the searches are said', () => {
  expect(countWords(advised('no-result', { meant: null }), LABELS)).toEqual([
    '88 of 90 searches for “tajine” found nothing',
  ]);
});

it('a count that is not told is a dash, and no 0', () => {
  expect(countWords(advised('dead-end', {}, { evidence: {} }), LABELS)).toEqual([
    '– of – views were the last of their visit',
  ]);
  expect(countWords(advised('add-link', {}, { evidence: { roundabout: 40 } }), LABELS)).toEqual([
    '40 of – ways from Pots to Pans / Lids lead over Home page',
  ]);
});

it('counts of windows of one size say so', () => {
  const subject = { page: '/c/pots', viewport: 's' } as const;
  expect(inWindows('4 of 900', advised('dead-click', {}, { subject }))).toBe(
    '4 of 900 (windows: Small, phone)',
  );
  expect(inWindows('4 of 900', advised('dead-click'))).toBe('4 of 900');
});
