/**
 * Takes the numbers along to the next page: a link of this site that is followed in this window gets the code for it, for
 * the moment in which the browser reads where it leads. Links are otherwise as the page made them, also for its own
 * listeners, which hear of the click before.
 */
import { OVERLAY_MARK } from '@holloway/protocol';
import { quietly } from '../quietly.ts';

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
  const follow = quietly((event: MouseEvent): void => {
    // The page shows the next one itself, and keeps the code that it has.
    if (event.defaultPrevented) return;
    const next = code();
    const link = followed(event, window.location);
    if (next === null || !link) return;
    const own = link.getAttribute('href') ?? '';
    link.href += OVERLAY_MARK + next;
    // The browser has read it by then.
    window.setTimeout(() => link.setAttribute('href', own));
  });
  // Last of all: who hears of a click before reads an address without a code.
  window.addEventListener('click', follow);
  signal.addEventListener('abort', () => window.removeEventListener('click', follow));
}
