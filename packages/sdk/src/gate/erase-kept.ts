/**
 * Erases what a service has kept: cookies by every path and domain under which this page may see them, and keys of both
 * storages. Cookies that only a server can reach (`HttpOnly`) stay; ours are never touched.
 */
import type { CookieDeclaration, Service } from '@holloway/protocol';
import { attempt } from '../quietly.ts';

/** @param pattern Exact, or with `*` for any rest. */
export function matcherOf(pattern: string): (name: string) => boolean {
  const expression = RegExp(`^(?!holloway)${pattern.replace(/[^\w*]/g, '\\$&').replace(/\*/g, '.*')}$`);
  return (name) => expression.test(name);
}

/**
 * What to assign to `document.cookie` so that no cookie of the name is left: browsers tell neither the path nor the
 * domain of one, and erase it only by both.
 */
export function expiriesOf(
  name: string,
  { domain, path = '/' }: Pick<CookieDeclaration, 'domain' | 'path'>,
  { hostname, pathname, protocol }: Pick<Location, 'hostname' | 'pathname' | 'protocol'>,
): string[] {
  const above = pathname.split('/').map((_, depth, segments) => segments.slice(0, depth).join('/'));
  const paths = new Set([path, ...[...above, pathname].flatMap((each) => [each, `${each}/`])]);
  // A dot before a domain says nothing (RFC 6265, 5.2.3). Without a domain, the cookie is the host's alone.
  const domains = domain
    ? [domain]
    : hostname
        .split('.')
        .map((_, depth, labels) => labels.slice(depth).join('.'))
        .filter((host) => host.includes('.'));
  // Only from a secure page is a secure cookie erased; and one that is partitioned is another than one that is not.
  const kinds = protocol === 'https:' ? [';secure', ';secure;partitioned'] : [''];
  return [...paths].flatMap((each) =>
    ['', ...domains.map((host) => `;domain=${host}`)].flatMap((host) =>
      kinds.map((kind) => `${name}=;max-age=0;path=${each}${host}${kind}`),
    ),
  );
}

const namesOf = (cookies: string): string[] => cookies.split('; ').map((cookie) => cookie.replace(/=.*/, ''));

export function eraseKept(window: Window, { cookies }: Pick<Service, 'cookies'>): void {
  const { document, location } = window;
  for (const cookie of cookies) {
    const isMeant = matcherOf(cookie.name);
    attempt(() => {
      // The name as it is declared too: a cookie of another path is there, but not to be seen.
      for (const name of [cookie.name, ...namesOf(document.cookie)].filter(isMeant)) {
        for (const expiry of expiriesOf(name, cookie, location)) document.cookie = expiry;
      }
    });
    for (const storage of ['localStorage', 'sessionStorage'] as const) {
      attempt(() => {
        for (const key of Object.keys(window[storage]).filter(isMeant)) window[storage].removeItem(key);
      });
    }
  }
}
