/**
 * What the visitor sees of us beside the control: the banner while there is something to ask, or the privacy centre; one
 * at a time. Loaded when one of them must be shown; brings the banner along, and loads the centre when it is opened.
 * Does not decide when to ask, nor what follows from an answer (session).
 */
import { quietly } from '../quietly.ts';
import { createBanner } from './banner.ts';
import { BANNER_STYLE, roomOf } from './banner-style.ts';
import { createKit } from './kit.ts';
import type { CreateUi } from './ui-contract.ts';

export const createUi: CreateUi = (deps) => {
  const { window } = deps;
  const { document } = window;
  const kit = createKit(deps);
  const sheet = kit.adopt(BANNER_STYLE);
  /** As long as the visitor is asked, also while the centre stands in its place. */
  let banner: HTMLElement | null = null;
  let centre: HTMLDialogElement | null = null;
  let createCentre: (() => HTMLDialogElement) | null = null;
  /** What had the focus when the centre opened. */
  let opener: HTMLElement | null = null;

  const fit = new window.ResizeObserver(() => {
    const text = banner?.querySelector('div');
    if (!banner || !text) return;
    // The keyboard reaches what scrolls, and nothing else that cannot be pressed.
    text.tabIndex = text.scrollHeight > text.clientHeight ? 0 : -1;
    sheet?.replaceSync(BANNER_STYLE + roomOf(window.innerHeight - banner.getBoundingClientRect().top));
  });

  function ask(): void {
    banner = banner ?? createBanner(deps, kit, open);
    if (centre || banner.isConnected) return;
    document.body.prepend(banner); // first for the keyboard too
    fit.observe(banner);
  }

  const isFocusLost = (): boolean => document.activeElement === document.body;

  /** The centre was closed without an answer. */
  function close(): void {
    centre?.remove();
    centre = null;
    if (banner) ask();
    opener?.focus({ preventScroll: true });
    if (isFocusLost()) banner?.focus();
  }

  const open = quietly(async () => {
    const { centreOf } = await import('./centre.ts');
    if (centre?.isConnected) return;
    opener = document.activeElement as HTMLElement | null;
    createCentre = createCentre ?? centreOf(deps, kit, close);
    centre = createCentre();
    banner?.remove();
    document.body.append(centre);
    centre.showModal();
  });

  return {
    ask,
    open,
    rest() {
      const hadFocus = (centre ?? banner)?.contains(document.activeElement) === true;
      banner?.remove();
      centre?.remove();
      if (hadFocus && centre) opener?.focus({ preventScroll: true });
      banner = centre = null;
      return hadFocus && isFocusLost();
    },
  };
};
