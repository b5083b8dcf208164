/**
 * Draws boxes over the parts of a page, where these are now: in a layer that nothing can be pressed in, which follows what
 * moves once a frame. Touches nothing of the page. Does not know what is written on them (figures).
 */
import type { Build } from '../banner/element.ts';
import { listen } from '../listen.ts';
import type { DrawnBox } from './figures.ts';

/** What moves without a scroll: pictures that have loaded, menus, animations. */
const GLANCE_MS = 400;
/** Smaller ones hold their number alone. */
const DETAILED = { width: 160, height: 72 };
const GAP = 4;

export interface BoxLayer {
  readonly root: Element;
  show(boxes: readonly DrawnBox[]): void;
}

interface Placed {
  readonly box: DrawnBox;
  readonly frame: HTMLElement;
  readonly chip: HTMLElement;
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const meet = (one: Spot, other: Spot): boolean =>
  one.x < other.x + other.width + GAP &&
  other.x < one.x + one.width + GAP &&
  one.y < other.y + other.height + GAP &&
  other.y < one.y + one.height + GAP;

/** A box on which others are drawn has its colour on its name alone: theirs would be hard to tell from it. */
const holdsOthers = (box: DrawnBox, boxes: readonly DrawnBox[]): boolean =>
  boxes.some(({ kind, root }) => kind !== 'link' && root !== box.root && box.root.contains(root));

export function createBoxLayer(
  window: Window & typeof globalThis,
  build: Build,
  signal: AbortSignal,
): BoxLayer {
  const { document, IntersectionObserver, ResizeObserver } = window;
  const root = build('div', { className: 'layer' });
  root.setAttribute('aria-hidden', 'true'); // the table of the panel says the same
  let placed: readonly Placed[] = [];
  let inSight: readonly Placed[] = [];
  /** Those that a scrolled list or a carousel hides are not. */
  const visible = new Set<Element>();
  let isDue = false;

  /** All is read before anything is written: no layout is forced twice. Of a long list only what is in sight is asked. */
  function place(): void {
    isDue = false;
    if (signal.aborted) return;
    const measured = placed
      .filter(({ box }) => visible.has(box.root))
      .map((one) => ({
        ...one,
        rect: one.box.root.getBoundingClientRect(),
        size: { width: one.chip.offsetWidth, height: one.chip.offsetHeight },
      }))
      .filter(({ rect }) => rect.width > 0 && rect.height > 0);
    for (const { frame, chip } of inSight) frame.hidden = chip.hidden = true;
    inSight = measured;
    const taken: Spot[] = [];
    for (const { box, frame, chip, rect, size } of measured) {
      frame.hidden = chip.hidden = false;
      frame.style.transform = `translate(${rect.left}px,${rect.top}px)`;
      frame.style.width = `${rect.width}px`;
      frame.style.height = `${rect.height}px`;
      const isBrief = rect.width < DETAILED.width || rect.height < DETAILED.height;
      // It has another size then.
      if (chip.classList.contains('brief') !== isBrief) placeSoon();
      chip.classList.toggle('brief', isBrief);
      const isZone = box.kind === 'zone';
      let spot: Spot = {
        ...size,
        x: isZone ? rect.left + GAP : rect.left + (rect.width - size.width) / 2,
        // Of a region that reaches up beyond the window it stays in sight.
        y: isZone
          ? Math.min(Math.max(rect.top, 0) + GAP, rect.bottom - size.height)
          : rect.top + (rect.height - size.height) / 2,
      };
      if (isZone) {
        for (
          let other = taken.find((one) => meet(one, spot));
          other;
          other = taken.find((one) => meet(one, spot))
        )
          spot = { ...spot, x: other.x + other.width + 2 * GAP };
        taken.push(spot);
      }
      chip.style.transform = `translate(${spot.x}px,${spot.y}px)`;
    }
  }
  const placeSoon = (): void => {
    if (isDue || signal.aborted) return;
    isDue = true;
    window.requestAnimationFrame(place);
  };
  const eye = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) visible.add(target);
      else visible.delete(target);
    }
    placeSoon();
  });
  const ruler = new ResizeObserver(placeSoon);
  ruler.observe(document.documentElement);
  listen(window, 'scroll resize load transitionend', placeSoon, signal);
  const timer = window.setInterval(placeSoon, GLANCE_MS);
  signal.addEventListener('abort', () => {
    window.clearInterval(timer);
    eye.disconnect();
    ruler.disconnect();
  });

  return {
    root,
    show(boxes) {
      eye.disconnect();
      const roots = new Set(boxes.map(({ root: one }) => one));
      for (const one of visible) if (!roots.has(one)) visible.delete(one);
      placed = boxes.map((box) => {
        const holds = box.kind === 'zone' && holdsOthers(box, boxes);
        const colour = box.step === null ? 'untold' : `step-${box.step}`;
        const frame = build('div', { className: `box ${box.kind} ${holds ? 'bare' : colour}`, hidden: true });
        const chip = build(
          'div',
          { className: `chip ${box.kind} ${colour}`, hidden: true },
          build('b', {}, box.kind === 'zone' ? `${box.name} · ${box.figure}` : box.figure),
          ...box.details.map((text) => build('small', {}, text)),
        );
        eye.observe(box.root);
        return { box, frame, chip };
      });
      // Words lie over all colours.
      root.replaceChildren(...placed.map(({ frame }) => frame), ...placed.map(({ chip }) => chip));
      // Those that were in sight are so at once; what else is comes with the next frames.
      place();
    },
  };
}
