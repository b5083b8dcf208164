/** Has the code of a screen fetched once somebody points at a link to it, or comes to it by Tab: on the click it is there. */
import { readRoute, type Screen } from '../state/route.ts';

const EVENTS = ['pointerover', 'focusin'] as const;

/** @returns Ends it. */
export function fetchAhead(page: Document, fetchScreen: (screen: Screen) => void): () => void {
  const hear = ({ target }: Event): void => {
    const address = target instanceof Element ? target.closest('a')?.getAttribute('href') : null;
    if (address?.startsWith('#/')) fetchScreen(readRoute(address).screen);
  };
  for (const event of EVENTS) page.addEventListener(event, hear, { passive: true });
  return () => {
    for (const event of EVENTS) page.removeEventListener(event, hear);
  };
}
