import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

const pick = (lang: string, languages: readonly string[] | undefined, offered: readonly string[]) =>
  languageOf({ documentElement: { lang } as HTMLElement }, { languages } as unknown as Navigator, offered);

describe('the language', () => {
  it.each([
    { says: 'of the page, whatever the browser asks for', lang: 'de', languages: ['fr'], picks: 'de' },
    { says: 'of the page without its region', lang: 'pt-BR', languages: [], picks: 'pt' },
    {
      says: 'the browser asks for first, of those there are',
      lang: '',
      languages: ['ga', 'fr-CA', 'de'],
      picks: 'fr',
    },
    {
      says: 'the browser asks for where the page has one that is not there',
      lang: 'ga',
      languages: ['de'],
      picks: 'de',
    },
    { says: 'Bokmål for Norwegian', lang: 'no', languages: [], picks: 'nb' },
    { says: 'Bokmål for Nynorsk', lang: 'nn-NO', languages: [], picks: 'nb' },
    { says: 'the first on offer where nothing fits', lang: 'xx', languages: ['yy'], picks: 'en' },
    {
      says: 'the first on offer where the browser asks for nothing',
      lang: '',
      languages: undefined,
      picks: 'en',
    },
  ])('is $says', ({ lang, languages, picks }) => {
    expect(pick(lang, languages, ['en', 'de', 'fr', 'pt', 'nb'])).toBe(picks);
  });
});
