/** Addresses of what is published of consent, and of the record that is made of it. */
import type { Day, Language } from '@holloway/protocol';

const siteUrl = (site: string): string => `/v1/sites/${encodeURIComponent(site)}`;

export const statementsUrl = (site: string): string => `${siteUrl(site)}/statements`;
export const statementUrl = (site: string, id: string): string => `${statementsUrl(site)}/${id}`;
export const wordingUrl = (site: string, id: string, language: Language): string =>
  `${statementUrl(site, id)}/${language}.json`;

/** The public keys by which statements verify. */
export const KEYS_URL = '/v1/keys.json';

/** What is counted and what never is, as a page for everybody. */
export const transparencyPath = (site: string): string => `${siteUrl(site)}/transparency`;
export const transparencyUrl = (site: string): string => `${transparencyPath(site)}?format=html`;

/** What is stored, and whether every promise about it holds, as JSON. */
export const auditUrl = (site: string): string => `${siteUrl(site)}/audit`;

/** What a data protection officer files, for these days. */
export const recordUrl = (
  site: string,
  { from, to }: { readonly from: Day; readonly to: Day },
  format: 'html' | 'json',
): string => `${siteUrl(site)}/record?${new URLSearchParams({ from, to, format })}`;
