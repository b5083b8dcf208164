import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDiff } from './text-diff.ts';

const marked = (before: string, after: string, language: 'en' | 'ja' = 'en'): string =>
  textDiff(before, after, language)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('two versions of a text', () => {
  it.each([
    { before: 'We count visits.', after: 'We count visits.', says: 'We count visits.' },
    { before: 'We count visits.', after: 'We count some visits.', says: 'We count [+some ]visits.' },
    { before: 'We count many visits.', after: 'We count visits.', says: 'We count [-many ]visits.' },
    { before: 'Kept for a year.', after: 'Kept for two years.', says: 'Kept for [-a year][+two years].' },
    { before: 'We count which.', after: 'We count, alone, which.', says: 'We count[+,] [+alone, ]which.' },
    { before: 'Yes.', after: 'No.', says: '[-Yes][+No].' },
    { before: '', after: 'New.', says: '[+New.]' },
    { before: 'Old.', after: '', says: '[-Old.]' },
  ])('$before, $after: $says', ({ before, after, says }) => {
    expect(marked(before, after)).toBe(says);
  });

  it('are told apart by words where no spaces stand between them', () => {
    expect(marked('Cookieを使用します', 'Cookieを保存します', 'ja')).toBe('Cookieを[-使用][+保存]します');
  });

  it('can both be read out of the pieces', () => {
    const text = fc.array(fc.constantFrom('we', 'count', ' ', ' ', '.', 'visits'), { maxLength: 12 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [before, after] = [left.join(''), right.join('')];
        const pieces = textDiff(before, after, 'en');
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text: part }) => part)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });
});
