/**
 * Takes the numbers along to the next page: a link of this site that is followed in this window gets the code for it, for
 * the moment in which the browser reads where it leads. Links are otherwise as the page made them.
 */
import { OVERLAY_MARK } from '@holloway/protocol';
import { listen } from '../listen.ts';

/** `null` where it leads to another site, into another window, to a file, or to a place on this page. */
function followed(event: MouseEvent, { origin, pathname, search }: Location): HTMLAnchorElement | null {
  const [target] = event.composedPath();
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || !('origin' in link) || link.origin !== origin) return null;
  if (link.hasAttribute('download') || !['', '_self'].includes(link.target)) return null;
  return link.pathname === pathname && link.search === search ? null : link;
}

/** @param code For the next page; `null` where there is none. */
export function followLinks(
  window: Window & typeof globalThis,
  code: () => string | null,
  signal: AbortSignal,
): void {
  const follow = (event: MouseEvent): void => {
    const next = code();
    const link = followed(event, window.location);
    if (next === null || !link) return;
    const own = link.getAttribute('href') ?? '';
    link.href += OVERLAY_MARK + next;
    // The browser has read it by then, or the page did something else with the click.
    window.setTimeout(() => link.setAttribute('href', own));
  };
  listen(window, 'click', follow, signal);
}
