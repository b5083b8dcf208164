import { describe, expect, it } from 'vitest';
import { amount, longDay, plural } from './amount.ts';

describe('amounts', () => {
  it.each([
    { language: 'en', n: 1, unit: 'day', text: '1 day' },
    { language: 'en', n: 25, unit: 'month', text: '25 months' },
    { language: 'de', n: 6, unit: 'month', text: '6 Monate' },
    { language: 'pl', n: 5, unit: 'month', text: '5 miesięcy' },
    { language: 'en', n: 1204, unit: 'byte', text: '1,204 bytes' },
  ] as const)('are written as people of $language do: $text', ({ language, n, unit, text }) => {
    expect(amount(language, n, unit)).toBe(text);
  });

  it('of messages follow the language’s own plurals', () => {
    const message = { one: '{n} wiadomość', few: '{n} wiadomości', other: '{n} wiadomości?' };
    expect([1, 3].map((n) => plural('pl', message, n))).toEqual(['1 wiadomość', '3 wiadomości']);
    expect(plural('pl', { other: '{n}!' }, 3)).toBe('3!');
  });
});

describe('a day', () => {
  it('is the same day in every time zone', () => {
    expect([longDay('en', '2026-11-23'), longDay('de', '2026-11-23')]).toEqual([
      'November 23, 2026',
      '23. November 2026',
    ]);
  });
});
