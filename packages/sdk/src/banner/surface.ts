/**
 * What the visitor sees of us on a page: the banner while there is something to ask, else a small control to change
 * one's mind. A store that has a control of its own, `[data-holloway-open]`, is given no second one.
 */
import type { Choices } from '../consent/choice.ts';
import type { Consent } from '../consent/consent.ts';
import { listen } from '../listen.ts';
import { quietly } from '../quietly.ts';
import { createBanner, ID } from './banner.ts';
import { button } from './element.ts';
import { returnFocus } from './focus.ts';
import { MESSAGES } from './messages.ts';
import { addStyle } from './style.ts';

const OPENER = '[data-holloway-open]';

export interface Surface {
  /** Shows the banner. @param isWanted The visitor asked for it: it gets the focus, and gives it back. */
  ask(consent: Consent, isWanted: boolean): void;
  /** Takes the banner away and leaves the control. */
  rest(): void;
}

export interface SurfaceActions {
  onChoice(choices: Choices): void;
  onOpen(): void;
}

export function createSurface(document: Document, { onChoice, onOpen }: SurfaceActions): Surface {
  let banner: HTMLElement | null = null;
  let opener: Element | null = null;
  let isStyled = false;

  const control = button(document, MESSAGES.open, onOpen);
  control.id = ID;
  control.lang = MESSAGES.language;

  listen(document, 'click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest(OPENER)) return;
    event.preventDefault();
    onOpen();
  });

  function show(shown: HTMLElement): void {
    if (!isStyled) addStyle(document);
    isStyled = true;
    // First in the document, so that the banner is first for the keyboard too.
    if (shown === banner) document.body.prepend(shown);
    else document.body.append(shown);
  }

  function rest(): void {
    const hadFocus = banner?.contains(document.activeElement);
    banner?.remove();
    banner = null;
    if (document.querySelector(OPENER)) control.remove();
    else if (!control.isConnected) show(control);
    if (hadFocus) returnFocus(document, opener);
  }

  // Shops that swap the whole body for the next page swap us away with it.
  new MutationObserver(
    quietly(() => {
      const shown = banner ?? (isStyled ? control : null);
      if (shown !== null && !shown.isConnected) show(shown);
    }),
  ).observe(document.documentElement, { childList: true });

  return {
    rest,
    ask(consent, isWanted) {
      const { activeElement, body } = document;
      if (banner === null) {
        opener = isWanted && activeElement !== body ? activeElement : null;
        control.remove();
        banner = createBanner(document, consent, { onChoice, onClose: rest });
        show(banner);
      }
      if (isWanted) banner.focus();
    },
  };
}
