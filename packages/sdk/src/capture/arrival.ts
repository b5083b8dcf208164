/**
 * How a browser came to the site: by the referrer's host and the campaign tags of the address, nothing else of either.
 */
import type { Source } from '@holloway/protocol';
import type { Arrival } from '../visit/visit.ts';
import { observedTerm } from './term.ts';
import { parseUrl } from './url.ts';

/** What the page tells of an arrival; what only the browser remembers is added when a visit begins. */
export type Provenance = Omit<Arrival, 'daysSinceLastVisit'>;

const EMAIL = /^(e?mail|outlook|webmail)\.|(^|\.)(mail\.\w+|gmx\.\w+|web\.de)$/;
const SEARCH =
  /(^|\.)(google|bing|duckduckgo|yahoo|ecosia|qwant|yandex|baidu|startpage|seznam|naver|kagi|search\.brave|ask|aol|mojeek|swisscows|sogou|perplexity)\./;
const SOCIAL =
  /(^|\.)(facebook|instagram|twitter|pinterest|reddit|youtube|tiktok|linkedin|threads|snapchat|tumblr|vk|whatsapp|telegram|discord|mastodon)\.|(^|\.)(t\.co|x\.com|lnkd\.in|fb\.me|t\.me|bsky\.app|pin\.it|youtu\.be)$/;

const bare = (host: string): string => host.replace(/^www\./, '');

function sourceOf(medium: string, isTagged: boolean, referrer: string | undefined): Source {
  if (/e-?mail|newsletter/.test(medium)) return 'email';
  if (/social/.test(medium)) return 'social';
  if (medium === 'organic') return 'search';
  if (isTagged) return 'campaign';
  if (referrer === undefined) return 'direct';
  // A mail provider may be a search engine's: mail.google.com.
  if (EMAIL.test(referrer)) return 'email';
  if (SEARCH.test(referrer)) return 'search';
  return SOCIAL.test(referrer) ? 'social' : 'referral';
}

/**
 * @param url Of the page.
 * @param referrer `document.referrer`; pages of the same host are none.
 */
export function describeArrival(url: string, referrer: string): Provenance {
  const { hostname, searchParams } = new URL(url);
  const tag = (name: string) => searchParams.get(`utm_${name}`)?.trim().toLowerCase() ?? '';
  const host = bare(parseUrl(referrer)?.hostname ?? '');
  const from = host === bare(hostname) ? undefined : host || undefined;
  const isTagged = ['source', 'medium', 'campaign'].some((name) => tag(name) !== '');
  const named = observedTerm(from);
  const campaign = observedTerm(tag('campaign'));
  return {
    source: sourceOf(tag('medium'), isTagged, from),
    ...(named === undefined ? {} : { referrer: named }),
    ...(campaign === undefined ? {} : { campaign }),
  };
}
