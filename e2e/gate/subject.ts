/** A shop under test: where it stands, what is its own to ask for, and what its visitors can click. */
import type { ConsentTool } from '../peers/consent-tool.ts';
import type { Arrival } from '../support/recording-server.ts';
import type { Arrivals } from './arrivals.ts';
import type { Walk } from './walk.ts';

export interface Subject {
  readonly name: string;
  readonly version: string | null;
  readonly url: string;
  readonly choice: ConsentTool['choice'];
  readonly clicks: ConsentTool['clicks'];
  readonly walk: Walk;
  /** The addresses of all servers that its pages know, the shop's own among them; without a slash at their end. */
  readonly servers: readonly string[];
  /** Everything that those were asked. */
  readonly arrivals: Arrivals;
  /** The shop's own page or a file of it. */
  isShops(url: string): boolean;
  /** The consent tool's script, or its public configuration. */
  isTools(url: string): boolean;
  close(): Promise<void>;
}

/**
 * Whether a request is one that any asset would be fetched by: it tells nothing but that the page was opened. The shop's
 * cookies go to the shop alone.
 */
export function isPlain(
  { method, url, body, cookie }: Arrival,
  shop: Pick<Subject, 'url' | 'isShops' | 'isTools'>,
): boolean {
  const { host, search } = new URL(url);
  if (method !== 'GET' || body !== '' || search !== '') return false;
  if (cookie !== '' && host !== new URL(shop.url).host) return false;
  return shop.isShops(url) || shop.isTools(url);
}
