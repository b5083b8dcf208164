import type { SiteSummary } from '@holloway/protocol';
import { expect, it } from 'vitest';
import { sitesWords } from './staff-words.ts';

const known = [{ id: 'shop', name: 'The shop' }] as SiteSummary[];

it.each([
  { sites: 'all' as const, words: 'every site' },
  { sites: [], words: 'no site' },
  { sites: ['shop'], words: 'The shop' },
  { sites: ['shop', 'gone'], words: 'The shop, gone' },
])('tells $sites as "$words"', ({ sites, words }) => {
  expect(sitesWords(sites, known)).toBe(words);
});
