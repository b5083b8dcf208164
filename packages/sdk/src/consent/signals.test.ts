import { describe, expect, it } from 'vitest';
import { hasObjection, tellGoogle } from './signals.ts';

describe('Global Privacy Control', () => {
  it.each([
    { value: true, objects: true },
    { value: false, objects: false },
    { value: undefined, objects: false },
    { value: '1', objects: false },
  ])('is an objection where it is exactly true: $value', ({ value, objects }) => {
    const navigator = { globalPrivacyControl: value } as unknown as Navigator;
    expect(hasObjection(navigator)).toBe(objects);
  });
});

describe('Consent Mode', () => {
  const layerAfter = (
    ...told: Parameters<typeof tellGoogle> extends [unknown, ...infer Rest] ? Rest[] : never
  ) => {
    const window = {} as Window & { dataLayer?: unknown[] };
    for (const each of told) tellGoogle(window, ...each);
    return window.dataLayer ?? [];
  };

  it('is denied everything by default, in the form that Google’s tags read', () => {
    const [entry] = layerAfter(['default', {}]);
    expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]');
    expect([...(entry as ArrayLike<unknown> & Iterable<unknown>)]).toEqual([
      'consent',
      'default',
      {
        ad_storage: 'denied',
        ad_user_data: 'denied',
        ad_personalization: 'denied',
        analytics_storage: 'denied',
        functionality_storage: 'denied',
        personalization_storage: 'denied',
      },
    ]);
  });

  it.each([
    { on: 'marketing', granted: ['ad_storage', 'ad_user_data', 'ad_personalization'] },
    { on: 'analytics', granted: ['analytics_storage'] },
    { on: 'preferences', granted: ['functionality_storage', 'personalization_storage'] },
  ])('is granted by $on what belongs to it alone', ({ on, granted }) => {
    const [entry] = layerAfter(['update', { [on]: true }]);
    const [, command, signals] = entry as ArrayLike<unknown> as [string, string, Record<string, string>];
    expect(command).toBe('update');
    expect(Object.keys(signals).filter((name) => signals[name] === 'granted')).toEqual(granted);
  });

  it('keeps what the page has in its data layer', () => {
    const window = { dataLayer: ['theirs'] } as Partial<Window> as Window & { dataLayer: unknown[] };
    tellGoogle(window, 'update', { marketing: true });
    expect(window.dataLayer).toHaveLength(2);
  });
});
