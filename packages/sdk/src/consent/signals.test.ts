import { describe, expect, it } from 'vitest';
import { choicesBy } from './choice.ts';
import { denyGoogle, hasObjection, tellGoogle } from './signals.ts';

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
  type Entry = ArrayLike<unknown> & Iterable<unknown>;
  const layerAfter = (tell: (window: Window) => void): Entry[] => {
    const window = {} as Window & { dataLayer?: Entry[] };
    tell(window);
    return window.dataLayer ?? [];
  };

  it('is denied everything by default, in the form that Google’s tags read', () => {
    const [entry] = layerAfter(denyGoogle);
    expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]');
    expect([...(entry ?? [])]).toEqual([
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
    { on: 'preferences', granted: ['functionality_storage', 'personalization_storage'] },
    { on: 'analytics', granted: ['analytics_storage'] },
    { on: 'marketing', granted: ['ad_storage', 'ad_user_data', 'ad_personalization'] },
  ])('is granted by $on what belongs to it alone', ({ on, granted }) => {
    const [entry] = layerAfter((window) =>
      tellGoogle(
        window,
        choicesBy((category) => category === on),
      ),
    );
    const [, command, signals] = [...(entry ?? [])] as [string, string, Record<string, string>];
    expect(command).toBe('update');
    expect(Object.keys(signals)).toHaveLength(6);
    expect(Object.keys(signals).filter((name) => signals[name] === 'granted')).toEqual(granted);
  });

  it('keeps what the page has in its data layer', () => {
    const window = { dataLayer: ['theirs'] } as Partial<Window> as Window & { dataLayer: unknown[] };
    denyGoogle(window);
    expect(window.dataLayer).toHaveLength(2);
  });
});
