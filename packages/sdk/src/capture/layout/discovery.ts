/**
 * Finds what a page is made of, in slices that nobody notices: from its beginning to somewhat below the window, more as
 * the visitor moves on, and what scripts add. Does not know what is found (walk), nor when it is seen (exposure).
 */
import { listen } from '../../listen.ts';
import type { Guard } from './guard.ts';
import type { Near } from './near.ts';
import type { Walk } from './walk.ts';

export interface Discovery {
  /** One more part was found. */
  found(): void;
  /** Does the work when all is known of what comes before an element: at once, or soon. */
  after(element: Element, work: () => void): void;
  /** Does what still waits, with what is known: the page is being left. */
  leave(): void;
}

export interface DiscoveryDeps {
  readonly window: Window & typeof globalThis;
  readonly signal: AbortSignal;
  readonly guard: Guard;
  readonly near: Near;
  readonly startsAfterMs: number;
  now(): number;
  /** Of the document, or of what was added to what is known already. */
  createWalk(added?: Element): Walk;
  /** The visitor or the page has moved. */
  onMoved(): void;
  /** Something was taken out of the document, or elsewhere in it. */
  onRemoved(): void;
}

const SLICE_MS = 1;
/** A click does not wait for longer than that. */
const CLICK_MS = 1.5;
/** So many are found before the next look whether more are wanted. */
const PARTS = 16;
const PARTS_WHERE_PASSED = 128;
const LOOK_MS = 150;
const RESCAN_MS = 500;

const elementsAmong = (nodes: NodeList): Element[] =>
  [...nodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);

export function createDiscovery(deps: DiscoveryDeps): Discovery {
  const { window, signal, guard, near, startsAfterMs, now, createWalk, onMoved, onRemoved } = deps;
  const { document, MutationObserver } = window;
  let whole = createWalk();
  let isWhole = false;
  const walks: Walk[] = [];
  let wanted = PARTS;
  let waiting: { readonly element: Element; work(): void }[] = [];
  let added: Element[] = [];
  let isScheduled = false;
  let isChanged = false;
  let isRemoved = false;

  const isWanted = (): boolean => walks.length > 0 || (!isWhole && (wanted > 0 || waiting.length > 0));
  const hasPassed = (element: Element): boolean =>
    walks.length === 0 && (isWhole || whole.hasPassed(element));

  function advance(ms: number): void {
    const end = now() + ms;
    // Before what stands in its place is met.
    if (isRemoved) onRemoved();
    isRemoved = false;
    while (isWanted() && now() < end && !(waiting[0] && hasPassed(waiting[0].element))) {
      const [walk = whole] = walks;
      if (walk.step()) continue;
      if (walk === whole) isWhole = true;
      else walks.shift();
    }
    const ready = waiting.filter(({ element }) => hasPassed(element));
    waiting = waiting.filter((each) => !ready.includes(each));
    for (const { work } of ready) work();
  }

  const slice = guard(() => {
    isScheduled = false;
    advance(SLICE_MS);
    if (isWanted()) schedule();
    else look();
  });

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    // Safari has none.
    if (window.requestIdleCallback) window.requestIdleCallback(slice, { timeout: RESCAN_MS });
    else window.setTimeout(slice, 1);
  }

  function look(): void {
    onMoved();
    near.look((isPassed) => {
      wanted = isPassed ? PARTS_WHERE_PASSED : PARTS;
      if (isWanted()) schedule();
    });
  }

  /** What was added before the place where the walk through the document is; it comes to the rest by itself. */
  const rescan = (): void => {
    isChanged = false;
    isWhole = false;
    if (!whole.isConnected()) whole = createWalk();
    let last: Element | undefined;
    for (const element of added) {
      if (!element.isConnected || last?.contains(element) || !whole.hasPassed(element)) continue;
      walks.push(createWalk(element));
      last = element;
    }
    added = [];
  };

  const later = (ms: number, work: () => void): (() => void) => {
    let isSet = false;
    const due = guard(() => {
      isSet = false;
      work();
    });
    return () => {
      if (!isSet) window.setTimeout(due, ms);
      isSet = true;
    };
  };

  const rescanSoon = later(RESCAN_MS, () => {
    if (isChanged) rescan();
    schedule();
  });
  const observer =
    MutationObserver &&
    new MutationObserver(
      guard((records: readonly MutationRecord[]) => {
        for (const { addedNodes, removedNodes } of records) {
          for (const element of elementsAmong(addedNodes)) added.push(element);
          isRemoved = isRemoved || elementsAmong(removedNodes).length > 0;
        }
        isChanged = isChanged || isRemoved || added.length > 0;
        if (isChanged) rescanSoon();
      }),
    );
  observer?.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer?.disconnect());
  const lookSoon = guard(later(LOOK_MS, look));
  listen(document, 'scroll', lookSoon, signal);
  window.setTimeout(guard(schedule), startsAfterMs);

  return {
    found() {
      wanted--;
    },
    leave() {
      if (waiting.length > 0) advance(CLICK_MS);
      for (const { work } of waiting.splice(0)) work();
    },
    after(element, work) {
      if (isChanged) rescan();
      waiting.push({ element, work });
      advance(CLICK_MS);
      if (isWanted()) schedule();
      lookSoon();
    },
  };
}
