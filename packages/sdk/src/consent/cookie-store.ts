/**
 * Keeps the choice in a first-party cookie, for every sub-domain of a shop, or where the shop's server renews it:
 * Safari forgets what scripts store after seven days without a visit. No identifier.
 */
import { attempt } from '../quietly.ts';
import type { KeyValueStore } from '../storage.ts';

/** Six months, and a day to be asked again on. */
const MAX_AGE_S = 184 * 24 * 60 * 60;

/** @returns `null` where there is no such cookie, or where cookies may not be read. */
export const readCookie = (document: Document, name: string): string | null =>
  attempt(() => {
    const [, found = ''] = `; ${document.cookie}`.split(`; ${name}=`);
    return decodeURIComponent(found.split(';')[0] as string) || null;
  }) ?? null;

/** @param domain Such as `shop.example`, for it and everything below; empty for the host of the page alone. */
export function createCookieStore(document: Document, domain: string): KeyValueStore {
  const write = (key: string, value: string, maxAge: number): boolean =>
    attempt(() => {
      const secure = document.location.protocol === 'https:' ? ';secure' : '';
      const where = domain && `;domain=${domain}`;
      // One of the host alone, as of before there was a domain, would be read in its place.
      if (domain) document.cookie = `${key}=;path=/;max-age=0;samesite=lax${secure}`;
      document.cookie = `${key}=${value};path=/;max-age=${maxAge};samesite=lax${where}${secure}`;
      return true;
    }) ?? false;
  const replace = (key: string, value: string): boolean => write(key, encodeURIComponent(value), MAX_AGE_S);
  return {
    get: (key) => readCookie(document, key),
    set: replace,
    replace,
    remove: (key) => void write(key, '', 0),
  };
}
