/**
 * What visitors are asked, and where. Categories of purposes, and which model of consent holds in which jurisdiction.
 * Does not know how a choice is stored or asked for (sdk/consent, sdk/banner).
 */

/** What may be agreed to. What is necessary is not asked about. */
export const CATEGORIES = ['preferences', 'analytics', 'marketing'] as const;
export type Category = (typeof CATEGORIES)[number];
export type Choices = { readonly [category in Category]: boolean };

/** `opt-in`: nothing before the visitor agreed. `opt-out`: on until the visitor objects, by choice or by Global Privacy Control. */
export const MODELS = ['opt-in', 'opt-out'] as const;
export type ConsentModel = (typeof MODELS)[number];

/** EU and EEA, United Kingdom, Switzerland, United States, elsewhere. */
export const JURISDICTIONS = ['eu', 'uk', 'ch', 'us', 'other'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** For each jurisdiction its model. Where it is not known which one holds, `opt-in` does: fail closed. */
export type PolicyTable = { readonly [jurisdiction in Jurisdiction]: ConsentModel };

/** Opt-in everywhere. A store may relax it but for the EU and EEA, whose law leaves no choice (ePrivacy Directive, art. 5(3)). */
export const STRICTEST_POLICY: PolicyTable = {
  eu: 'opt-in',
  uk: 'opt-in',
  ch: 'opt-in',
  us: 'opt-in',
  other: 'opt-in',
};

/** EU 27, EEA, and the territories of theirs that have a country code of their own and EU law. */
const EU_AND_EEA =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO AX GF GP MQ MF RE YT';

/** @param country ISO 3166-1 alpha-2. @returns `null` where the country is not known (`ZZ`, or anything that is none). */
export function jurisdictionOf(country: string | undefined): Jurisdiction | null {
  if (country === undefined || country === 'ZZ' || !/^[A-Z]{2}$/.test(country)) return null;
  if (EU_AND_EEA.split(' ').includes(country)) return 'eu';
  // GG, JE, IM follow the UK's PECR or laws modelled on it; GI too.
  if (['GB', 'GG', 'JE', 'IM', 'GI'].includes(country)) return 'uk';
  if (country === 'CH') return 'ch';
  return ['US', 'PR', 'GU', 'VI', 'AS', 'MP', 'UM'].includes(country) ? 'us' : 'other';
}

/** @param jurisdiction `null` where it is not known. */
export const modelFor = (policy: PolicyTable, jurisdiction: Jurisdiction | null): ConsentModel =>
  jurisdiction === null ? 'opt-in' : policy[jurisdiction];
