import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../test/fixture/settings.ts';
import { changedSettings, changeWords, writeSetting } from './settings-change.ts';

describe('settings', () => {
  it('that stand in their fields as they were are not sent', () => {
    const fields = {
      name: 'Garden shop',
      origins: ' https://garden.example\n\n',
      languages: 'en,de',
      k: '10',
    };
    expect(changedSettings(SETTINGS, fields)).toEqual({});
  });

  it('that were changed are, in the shape that the collector has for them', () => {
    expect(
      changedSettings(SETTINGS, { name: 'Garden ', origins: 'a\nb', languages: 'de', k: '12', keepDays: '' }),
    ).toEqual({ name: 'Garden', origins: ['a', 'b'], languages: ['de'], k: 12, keepDays: null });
  });

  it('are said with what they were and what they are', () => {
    const after = { ...SETTINGS, k: 12, origins: [], routes: [{ pattern: '/', type: 'home' }] };
    expect(changeWords(SETTINGS, after)).toEqual([
      'Origins: https://garden.example → none',
      'Browsers behind every number (k): 10 → 12',
      'Route templates: /p/:slug = product → / = home',
    ]);
    expect(changeWords(SETTINGS, SETTINGS)).toEqual(['Nothing was changed.']);
  });

  it('stand in fields as people write them', () => {
    expect(writeSetting(SETTINGS, 'languages')).toBe('en, de');
    expect(writeSetting(SETTINGS, 'keepMonths')).toBe('25');
  });
});
