/**
 * The public configuration of a site: its time zone, the statement it asks visitors to agree to, its routes.
 */
import type { SiteConfig } from '@holloway/protocol';

const STATEMENT = /^[0-9a-f]{8}$/;

/** @throws TypeError for anything that is no configuration: then nobody is asked and nothing is counted. */
export function parseSiteConfig(input: unknown): SiteConfig {
  const { timeZone, statement, routes } = (input ?? {}) as Partial<SiteConfig>;
  if (typeof timeZone !== 'string' || !STATEMENT.test(statement ?? '') || !Array.isArray(routes)) {
    throw new TypeError('holloway: not a site configuration');
  }
  return input as SiteConfig;
}

/** @param collector Where the service is, ending with a slash. */
export async function fetchSiteConfig(
  request: typeof fetch,
  collector: string,
  site: string,
): Promise<SiteConfig> {
  const response = await request(`${collector}v1/sites/${encodeURIComponent(site)}/config.json`, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  if (!response.ok) throw new Error(`holloway: no configuration of site ${site} (${response.status})`);
  return parseSiteConfig(await response.json());
}
