/**
 * The frame of the overlay in the page: a bar that says how much waits and opens the rest. In a shadow root of its own,
 * closed: the page's styles and scripts stay outside, and what changes in here is no change of the page. Remembers
 * nothing. Does not know what it frames (overlay-content).
 */
import type { Build } from '../banner/element.ts';
import { OVERLAY_STYLE } from './overlay-style.ts';

/** Wide enough to stand open without covering the shop. */
const OPEN_FROM = '(min-width: 75em)';

export interface Panel {
  /** Opened and seen. */
  isOpen(): boolean;
  /** @param title Of the bar. */
  show(title: string): void;
}

/**
 * @param content To be shown while it is open.
 * @param onOpen It was opened: what is shown may be old.
 */
export function createPanel(
  { document, CSSStyleSheet, matchMedia }: Window & typeof globalThis,
  build: Build,
  content: readonly Node[],
  onOpen: () => void,
): Panel {
  const host = build('div', {});
  host.dataset.hollowayDebug = ''; // by which our own capture knows it
  const shadow = host.attachShadow({ mode: 'closed' });
  if ('adoptedStyleSheets' in shadow) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(OVERLAY_STYLE);
    shadow.adoptedStyleSheets = [sheet];
  }

  const toggle = build('button', {
    type: 'button',
    onclick() {
      open(!isOpen);
      if (isOpen) onOpen();
    },
  });
  toggle.setAttribute('aria-controls', 'body');
  // What scrolls can be scrolled by the keyboard too.
  const body = build('div', { id: 'body', className: 'body', tabIndex: 0 }, ...content);
  body.setAttribute('role', 'group');
  body.setAttribute('aria-label', 'What is counted');
  const section = build('section', {}, build('h2', {}, toggle), body);
  section.setAttribute('aria-label', 'Holloway debug');
  shadow.append(section);

  let isOpen = false;
  function open(next: boolean): void {
    isOpen = next;
    body.hidden = !isOpen;
    section.classList.toggle('is-open', isOpen);
    toggle.setAttribute('aria-expanded', String(isOpen));
  }

  section.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen) return;
    open(false);
    toggle.focus();
  });
  // What is pressed here is not meant for the shop.
  for (const type of ['click', 'keydown', 'keyup'])
    host.addEventListener(type, (event) => event.stopPropagation());
  open(matchMedia(OPEN_FROM).matches);

  return {
    isOpen: () => isOpen,
    show(title) {
      if (toggle.textContent !== title) toggle.textContent = title;
      // A router may have replaced the body, and us with it.
      if (!host.isConnected) document.body.append(host);
    },
  };
}
