/**
 * Signals from and to others: Global Privacy Control from the browser, Google Consent Mode v2 to Google's tags.
 */
import type { Choices } from '@holloway/protocol';

/** @see https://w3c.github.io/gpc/ */
export const hasObjection = (navigator: Navigator & { readonly globalPrivacyControl?: boolean }): boolean =>
  navigator.globalPrivacyControl === true;

/**
 * Tells Google's tags what is on. `default` must be told before any of them runs.
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export function tellGoogle(
  window: Window & { dataLayer?: unknown[] },
  command: 'default' | 'update',
  { preferences, analytics, marketing }: Partial<Choices>,
): void {
  const word = (isOn = false) => (isOn ? 'granted' : 'denied');
  window.dataLayer = window.dataLayer ?? [];
  const layer = window.dataLayer;
  // Google's tags read an `arguments` object, not an array.
  (function (..._: unknown[]) {
    // biome-ignore lint/complexity/noArguments: see above
    layer.push(arguments);
  })('consent', command, {
    ad_storage: word(marketing),
    ad_user_data: word(marketing),
    ad_personalization: word(marketing),
    analytics_storage: word(analytics),
    functionality_storage: word(preferences),
    personalization_storage: word(preferences),
  });
}
