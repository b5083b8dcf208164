/**
 * What the service publishes for everybody: the configuration of a site, and the wording of its statement.
 */
import type { SiteConfig, Wording } from '@holloway/protocol';
import { isStatement } from './consent/choice.ts';
import { ANONYMOUS } from './transport/anonymous.ts';

/**
 * @param address Of the site at the service, ending with a slash.
 * @returns Rejects where there is none: then nobody is asked and nothing is counted.
 */
export async function fetchSiteConfig(window: Pick<Window, 'fetch'>, address: string): Promise<SiteConfig> {
  const config: SiteConfig = await (await window.fetch(`${address}config.json`, ANONYMOUS)).json();
  if (!isStatement(config.statement)) throw new TypeError();
  return config;
}

/** What the banner says is what was published. Rejects where it cannot be had. */
export async function fetchWording(
  window: Pick<Window, 'fetch'>,
  address: string,
  { statement }: SiteConfig,
  language: string,
): Promise<Wording> {
  const response = await window.fetch(`${address}statements/${statement}/${language}.json`, ANONYMOUS);
  if (!response.ok) throw new TypeError();
  return response.json();
}
