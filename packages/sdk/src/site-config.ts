/**
 * The public configuration of a site: its time zone, the statement it asks visitors to agree to, its routes.
 */
import type { SiteConfig } from '@holloway/protocol';
import { isStatement } from './consent/choice.ts';
import { ANONYMOUS } from './transport/anonymous.ts';

/**
 * @param collector Where the service is, ending with a slash.
 * @returns Rejects where there is none: then nobody is asked and nothing is counted.
 */
export async function fetchSiteConfig(
  window: Pick<Window, 'fetch'>,
  collector: string,
  site: string,
): Promise<SiteConfig> {
  const response = await window.fetch(`${collector}v1/sites/${site}/config.json`, ANONYMOUS);
  const config: SiteConfig = await response.json();
  if (!isStatement(config.statement)) throw new TypeError();
  return config;
}
