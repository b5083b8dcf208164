/**
 * Signals from and to others: Global Privacy Control from the browser, Google Consent Mode v2 to Google's tags.
 */
import type { Choices } from '@holloway/protocol';

/** @see https://w3c.github.io/gpc/ */
export const hasObjection = (navigator: Navigator & { readonly globalPrivacyControl?: boolean }): boolean =>
  navigator.globalPrivacyControl === true;

type Signals = { readonly [signal: string]: 'granted' | 'denied' };

type Push = (command: 'consent', kind: 'default' | 'update', signals: Signals) => void;

function pushTo(window: Window & { dataLayer?: unknown[] }): Push {
  window.dataLayer = window.dataLayer ?? [];
  // Google's tags read an `arguments` object, not an array.
  return function () {
    // biome-ignore lint/complexity/noArguments: see above
    window.dataLayer?.push(arguments);
  };
}

const SIGNALS =
  'functionality_storage personalization_storage analytics_storage ad_storage ad_user_data ad_personalization';

/**
 * Denies Google's tags everything, before any of them runs.
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export const denyGoogle = (window: Window): void =>
  pushTo(window)(
    'consent',
    'default',
    Object.fromEntries(SIGNALS.split(' ').map((name) => [name, 'denied'])),
  );

/** Tells Google's tags what is on. */
export function tellGoogle(window: Window, { preferences, analytics, marketing }: Choices): void {
  const [forPreferences, forAnalytics, forMarketing] = [preferences, analytics, marketing].map((isOn) =>
    isOn ? 'granted' : 'denied',
  ) as ['granted' | 'denied', 'granted' | 'denied', 'granted' | 'denied'];
  pushTo(window)('consent', 'update', {
    functionality_storage: forPreferences,
    personalization_storage: forPreferences,
    analytics_storage: forAnalytics,
    ad_storage: forMarketing,
    ad_user_data: forMarketing,
    ad_personalization: forMarketing,
  });
}
