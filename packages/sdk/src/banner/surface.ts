/**
 * What the visitor sees of us on a page: the banner while there is something to ask, else a small control to change
 * one's mind. A store that has a control of its own, `[data-holloway-open]`, is given no second one.
 */
import type { Choices } from '../consent/choice.ts';
import type { ConsentStatus } from '../holloway.ts';
import { listen } from '../listen.ts';
import { createBanner, ID } from './banner.ts';
import { element } from './element.ts';
import { MESSAGES } from './messages.ts';
import { addStyle } from './style.ts';

const OPENER = '[data-holloway-open]';

export interface Surface {
  /** Shows the banner. @param isWanted The visitor asked for it: it gets the focus, and gives it back. */
  ask(status: ConsentStatus, isWanted: boolean): void;
  /** Takes the banner away and leaves the control. */
  rest(): void;
}

export interface SurfaceActions {
  onChoice(choices: Choices): void;
  onOpen(): void;
}

export function createSurface(document: Document, { onChoice, onOpen }: SurfaceActions): Surface {
  let banner: HTMLElement | null = null;
  let opener: HTMLElement | null = null;
  const makeRoom = addStyle(document);

  const control = element(document, 'button', {
    id: ID,
    lang: MESSAGES.language,
    type: 'button',
    textContent: MESSAGES.open,
    onclick: onOpen,
  });

  listen(document, 'click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest(OPENER)) return;
    event.preventDefault();
    onOpen();
  });

  function rest(): void {
    const own = document.querySelector<HTMLElement>(OPENER);
    const hadFocus = banner?.contains(document.activeElement);
    if (!own && !control.isConnected) {
      // In the place of the banner, so that the keyboard goes on from there; otherwise out of its way.
      if (banner) banner.replaceWith(control);
      else document.body.append(control);
    }
    banner?.remove();
    banner = null;
    const next = opener?.isConnected ? opener : (own ?? control);
    if (hadFocus) next.focus({ preventScroll: true });
  }

  return {
    rest,
    ask(status, isWanted) {
      if (!banner?.isConnected) {
        opener = isWanted ? (document.activeElement as HTMLElement | null) : null;
        control.remove();
        banner = createBanner(document, status, onChoice);
        document.body.prepend(banner); // first for the keyboard too
        makeRoom(banner);
      }
      if (isWanted) banner.focus();
    },
  };
}
