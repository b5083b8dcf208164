import { afterEach, describe, expect, it } from 'vitest';
import { locale, speak, t, tn } from './words.ts';

afterEach(() => speak('en', {}));

describe('the words of the interface', () => {
  it('are English as it stands in the code, where no other language is spoken', () => {
    expect(t('Click paths')).toBe('Click paths');
    expect(t('A row of {n}', { n: 3 })).toBe('A row of 3');
    expect(tn(1, '{n} page', '{n} pages')).toBe('1 page');
    expect(tn(2310, '{n} page', '{n} pages')).toBe('2,310 pages');
  });

  it('are those of the language, with its digits and its plural', () => {
    speak('de', { 'Click paths': 'Klickpfade', '{n} pages': ['{n} Seite', '{n} Seiten'] });
    expect(t('Click paths')).toBe('Klickpfade');
    expect(tn(1, '{n} page', '{n} pages')).toBe('1 Seite');
    expect(tn(2310, '{n} page', '{n} pages')).toBe('2.310 Seiten');
    expect(locale()).toBe('de');
  });

  it('count none as one where the language does', () => {
    speak('fr', { '{n} pages': ['{n} page', '{n} pages de plus'] });
    expect(tn(0, '{n} page', '{n} pages')).toBe('0 page');
  });

  it('fall back to English where a language has no word, and leave alone what is no value', () => {
    speak('de', {});
    expect(t('Layout')).toBe('Layout');
    expect(t('{a} of {b}', { a: 'one' })).toBe('one of {b}');
  });
});
