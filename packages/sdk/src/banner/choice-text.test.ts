import type { SiteConfig } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { CHOSEN, messagesWith, NOTHING, UNDECIDED } from '../../test/ui-deps.ts';
import type { ConsentStatus } from '../holloway.ts';
import { choiceText } from './choice-text.ts';

const messages = messagesWith({ accepted: 'All, {day}', rejected: 'None, {day}', chosen: 'Some, {day}' });
const ALL = { preferences: true, analytics: true, marketing: true };

describe('what was chosen', () => {
  it.each<{ status: ConsentStatus; categories: SiteConfig['categories']; text: string }>([
    { status: UNDECIDED, categories: ['analytics'], text: '' },
    { status: { ...CHOSEN, choices: ALL }, categories: ['analytics'], text: 'All, November 23, 2026' },
    { status: CHOSEN, categories: ['preferences', 'analytics'], text: 'All, November 23, 2026' },
    { status: CHOSEN, categories: ['analytics', 'marketing'], text: 'Some, November 23, 2026' },
    {
      status: { ...CHOSEN, state: 'rejected', choices: NOTHING },
      categories: ['analytics'],
      text: 'None, November 23, 2026',
    },
  ])('is said in a sentence: "$text"', ({ status, categories, text }) => {
    expect(choiceText(status, { categories }, { language: 'en', messages })).toBe(text);
  });
});
