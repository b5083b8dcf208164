/**
 * How a browser came to the site: by the referrer's host and the campaign tags of the address, nothing else of either.
 */
import type { Source } from '@holloway/protocol';
import type { Arrival } from '../visit/observation.ts';
import { observedTerm } from './term.ts';
import { parseUrl } from './url.ts';

/** What the page tells of an arrival; what only the browser remembers is added when a visit begins. */
export interface Provenance extends Omit<Arrival, 'daysSinceLastVisit'> {
  /** The address itself says so: by campaign tags, or by the id of a click. */
  readonly isTagged?: boolean;
}

type Kinds = readonly (readonly [Source, RegExp])[];

/** In this order: a mail provider may be a search engine's, as in mail.google.com. */
const HOSTS: Kinds = [
  ['email', /^(web)?mail\.|^outlook\.|\.gm$/],
  [
    'search',
    /\b(google|bing|duckduckgo|yahoo|ecosia|qwant|yandex|baidu|startpage|kagi|seznam|naver|sogou|search)\b/,
  ],
  [
    'social',
    /\b(facebook|instagram|twitter|pinterest|reddit|youtube|tiktok|linkedin|threads|bsky|snapchat|tumblr|vk|weibo|whatsapp)\b|^(t\.co|x\.com|lnkd\.in|t\.me|pin\.it)$/,
  ],
];

/** What `utm_medium` says; a visit that is tagged in any way is at least a campaign's. */
const MEDIA: Kinds = [
  ['email', /mail|newsletter/],
  ['social', /social/],
  ['search', /^organic$/],
  ['campaign', /./],
];

/** Networks tag every click with an id of its own: that it is there says whose, and it is never read. */
const CLICK_IDS: Kinds = [
  ['campaign', /[?&](gclid|gbraid|wbraid|dclid|msclkid|ttclid|twclid|epik|srsltid)=/],
  ['social', /[?&](fbclid|igshid|li_fat_id|ScCid)=/],
];

const find = (kinds: Kinds, text: string): Source | undefined =>
  kinds.find(([, pattern]) => pattern.test(text))?.[0];

const hostOf = (url: string): string => parseUrl(url)?.hostname.replace(/^www\./, '') ?? '';

/**
 * @param url Of the page.
 * @param referrer `document.referrer`; pages of the same host are none.
 */
export function describeArrival(url: string, referrer: string): Provenance {
  const tag = (name: string) => new URL(url).searchParams.get(`utm_${name}`)?.trim().toLowerCase() ?? '';
  const campaign = tag('campaign');
  const host = hostOf(referrer) === hostOf(url) ? '' : hostOf(referrer);
  const tagged = find(MEDIA, tag('medium') || tag('source') || campaign) ?? find(CLICK_IDS, url);
  return {
    source: tagged ?? find(HOSTS, host) ?? (host ? 'referral' : 'direct'),
    referrer: observedTerm(host),
    campaign: observedTerm(campaign),
    isTagged: tagged !== undefined,
  };
}

/** As `performance.navigation.type` had it. */
const TYPE_RELOAD = 1;

/** Whether the document was loaded again. Safari before 15 has no entry of the navigation, and says it the older way. */
export function isReloaded(performance: Pick<Performance, 'getEntriesByType' | 'navigation'>): boolean {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return loaded ? loaded.type === 'reload' : performance.navigation?.type === TYPE_RELOAD;
}
