/**
 * The numbers of a page over the page itself, in the browser of a merchandiser who came from the dashboard. Asks for the
 * numbers with a one-time code, finds what they are of, and draws them until it is closed. Stores nothing and counts
 * nothing; that nothing else counts meanwhile is the session's to see to.
 */
import {
  OVERLAY_LANGUAGES,
  OVERLAY_MARK,
  type OverlayAnswer,
  type OverlayLanguage,
  type Viewport,
} from '@holloway/protocol';
import { type Build, element } from '../banner/element.ts';
import { languageOf } from '../banner/language.ts';
import { viewportOf } from '../capture/device.ts';
import { pathOf } from '../capture/path.ts';
import { listen } from '../listen.ts';
import { quietly } from '../quietly.ts';
import { askNumbers } from './ask-numbers.ts';
import { createBoxLayer } from './box-layer.ts';
import { drawn, type Style } from './figures.ts';
import { type FoundBox, findBoxes } from './find-boxes.ts';
import { followLinks } from './follow-links.ts';
import { LIVE_STYLE } from './live-style.ts';
import { createNumbersPanel } from './numbers-panel.ts';
import { OVERLAY_WORDS } from './overlay-languages.ts';

export interface LiveOverlayOptions {
  readonly window: Window & typeof globalThis;
  /** Where the service is, ending with a slash. */
  readonly collector: string;
  readonly site: string;
  /** Of the address that the page was opened with; works once. */
  readonly code: string;
}

/** Routers show another page without a sign of it. */
const LOOK_MS = 250;
/** What scripts add in one go is found in one. */
const CHANGED_MS = 500;

const isSame = (before: readonly FoundBox[] | null, now: readonly FoundBox[]): boolean =>
  before?.length === now.length &&
  now.every(({ root, element: name }, at) => root === before[at]?.root && name === before[at]?.element);

export function openLiveOverlay({ window, collector, site, code }: LiveOverlayOptions): void {
  const { document, history, location, navigator, CSSStyleSheet, MutationObserver } = window;
  const closing = new AbortController();
  const { signal } = closing;
  const build: Build = (...made) => element(document, ...made);
  /** For the next question; `null` while it is on its way, and where there is none. */
  let next: string | null = code;
  let page = '';
  let own: Viewport = 'l';
  let told: OverlayAnswer | null = null;
  /** `null` before. */
  let found: readonly FoundBox[] | null = null;
  /** Of the findings, the last one holds. */
  let turn = 0;

  const panel = createNumbersPanel(build, { onChange: () => draw(), onClose: () => close() });
  const layer = createBoxLayer(window, build, signal);
  const host = build('div', {});
  host.dataset.hollowayOverlay = '';
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LIVE_STYLE);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(layer.root, panel.root);

  let language: OverlayLanguage =
    languageOf({ documentElement: { lang: '' } as HTMLElement }, navigator, OVERLAY_LANGUAGES) ?? 'en';
  const words = () => OVERLAY_WORDS[language];
  const say = (text: string): void => {
    layer.show([]);
    panel.say(words(), text);
  };

  function draw(): void {
    if (told === null || found === null) return;
    const { windows } = told;
    const chosen = panel.chosen();
    own = viewportOf(window.innerWidth);
    const isEmptyHere = chosen.window === 'own' && windows[own].length === 0;
    const size = chosen.window === 'all' || isEmptyHere ? 'all' : own;
    const style: Style = { ...chosen, language, currency: told.site.currency, words: words() };
    const { boxes, most } = drawn(found, windows[size], style);
    const state = windows.all.length === 0 ? words().nothing : isEmptyHere ? words().nothingHere : '';
    layer.show(boxes);
    panel.show({ words: words(), told, style, boxes, most, window: size, own, state });
  }

  const find = quietly(async () => {
    if (told === null) return;
    const mine = ++turn;
    const breathe = () => new Promise<void>((resolve) => window.setTimeout(resolve));
    const all = await findBoxes({
      ...{ window, page, breathe },
      routes: told.site.routes,
      now: () => window.performance.now(),
    });
    if (mine !== turn || signal.aborted || isSame(found, all)) return;
    found = all;
    draw();
  });

  const ask: () => Promise<void> = quietly(async () => {
    const asked = pathOf(location);
    page = asked;
    turn++;
    const one = next;
    next = null;
    found = null;
    told = null;
    if (one === null) return say(words().over);
    say(words().loading);
    const answer = await askNumbers(window, collector, { site, code: one, page: asked });
    if (signal.aborted) return undefined;
    told = typeof answer === 'string' ? null : answer;
    language = told?.language ?? language;
    next = told?.next?.code ?? null;
    if (pathOf(location) !== asked) return ask(); // meanwhile
    return typeof answer === 'string' ? say(words()[answer]) : find();
  });

  /** A router may have taken the code along into its own address; and shows another page without loading one. */
  const look = quietly(() => {
    const [address = '', given] = location.href.split(OVERLAY_MARK);
    if (given !== undefined) history.replaceState(history.state, '', address);
    // A router may have replaced all there is.
    if (!host.isConnected) document.documentElement.append(host);
    if (pathOf(location) !== page && (next !== null || told !== null)) ask();
  });

  let changed = 0;
  const observer = new MutationObserver(() => {
    changed =
      changed ||
      window.setTimeout(() => {
        changed = 0;
        find();
      }, CHANGED_MS);
  });

  function close(): void {
    closing.abort();
    host.remove();
  }

  const timer = window.setInterval(look, LOOK_MS);
  signal.addEventListener('abort', () => {
    window.clearInterval(timer);
    observer.disconnect();
  });
  followLinks(window, () => next, signal);
  // It may have gone along; back from the cache of the browser, the page has its numbers and no way on.
  listen(
    window,
    'pagehide',
    () => {
      next = null;
    },
    signal,
  );
  listen(
    window,
    'resize',
    () => {
      if (viewportOf(window.innerWidth) !== own) draw();
    },
    signal,
  );
  // Where nobody else means it: a menu of the page closes by itself.
  window.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented && !signal.aborted) close();
  });
  // What is pressed here is not meant for the shop.
  for (const type of ['click', 'pointerdown', 'mousedown'])
    host.addEventListener(type, (event) => event.stopPropagation());

  document.documentElement.append(host);
  // Of all there is: a router may put another body there.
  observer.observe(document.documentElement, { childList: true, subtree: true });
  panel.root.focus({ preventScroll: true });
  ask();
}
