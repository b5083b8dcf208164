/** What is noticed of the layout of one view of a page: puts the parts together, and gives what they find its words. */
import type { Route, Viewport } from '@holloway/protocol';
import type { Place } from '../../visit/observation.ts';
import { createClicks } from './clicks.ts';
import { createDeadClicks } from './dead-click.ts';
import { createDiscovery } from './discovery.ts';
import { createExposure, isHalfSeen, isMiddleSeen, type Sight } from './exposure.ts';
import { createGuard, type FaultReason } from './guard.ts';
import type { LayoutSeen } from './layout-seen.ts';
import { createNear } from './near.ts';
import { createParts } from './parts.ts';
import { boxOf } from './pointer.ts';
import { createRage } from './rage.ts';
import { createReadRects } from './rects.ts';
import type { Zone } from './zones.ts';

export interface LayoutDeps {
  readonly window: Window & typeof globalThis;
  /** Ends everything. */
  readonly signal: AbortSignal;
  /** Of the site's configuration. */
  readonly routes: readonly Route[];
  viewport(): Viewport;
  /** Path of the page that is shown, normalised. */
  page(): string;
  /** Whether this view measures boxes. */
  measuresBoxes(): boolean;
  /** In milliseconds from any moment on. */
  now(): number;
  /** Many, not urgent: what is exposed, dead or raged at. */
  soon(seen: LayoutSeen): void;
  /** To be counted before the page may be gone: clicks. What it returns is waited for. */
  prompt(seen: LayoutSeen): unknown;
  /** An error of ours; perhaps several of one view. */
  onFault(reason: FaultReason): void;
}

export interface View {
  /** Takes a click, and gives the work that can wait until the page has had it. */
  click(event: MouseEvent): (() => unknown) | undefined;
  /** Tells of clicks that wait for what comes before them to be known. */
  leave(): void;
}

const SLOT_MS = 1_000;
const ZONE_MS = 150;
const ELEMENT_MS = 150;

/**
 * @param startsAfterMs How long it takes until the page shows what it is about; clicks count before.
 */
export function openView(deps: LayoutDeps, signal: AbortSignal, startsAfterMs: number): View {
  const { window, routes, viewport, page, measuresBoxes, now, soon, prompt, onFault } = deps;
  const guard = createGuard('layout', signal, onFault);

  const known = new Set<string>();
  const isFirst = (...what: readonly string[]): boolean => {
    const { size } = known;
    return known.add(what.join(' ')).size > size;
  };
  const placeOf = (zone: Zone): Place => ({ page: zone.page, viewport: viewport() });
  const see = (zone: Zone, element: string | undefined, entry: IntersectionObserverEntry): void => {
    if (element === undefined || !isFirst('exposed', zone.page, element)) return;
    const { scrollX, scrollY } = window; // the page has just been laid out
    const box = measuresBoxes() ? { box: boxOf(entry.boundingClientRect, scrollX, scrollY) } : {};
    soon({ kind: 'element', measure: 'exposed', element, isFirst: true, ...box, ...placeOf(zone) });
  };

  const readRects = createReadRects(window, guard);
  const exposure = createExposure(window, signal, guard);
  const near = createNear(exposure, readRects, () => window.innerHeight);

  const sights = new WeakMap<Zone, Sight>();
  const parts = createParts({
    window,
    routes,
    page: page(),
    onZone(zone, element) {
      const sight: Sight = sights.get(zone) ?? {
        element,
        dwellMs: ZONE_MS,
        isSeen: isMiddleSeen,
        onSeen(entry) {
          if (isFirst('zone exposed', zone.page, zone.name)) {
            soon({ kind: 'zone', measure: 'exposed', zone: zone.name, isFirst: true, ...placeOf(zone) });
          }
          see(zone, zone.name, entry);
        },
      };
      sights.set(zone, sight);
      if (!sight.isOver) exposure.watch(sight);
    },
    onSlot({ zone, name: slot, item }, element, former) {
      if (former === element) {
        near.again(element);
        return;
      }
      if (former) near.remove(former);
      near.add({
        element,
        dwellMs: SLOT_MS,
        isSeen: isHalfSeen,
        onSeen(entry) {
          if (isFirst('slot exposed', zone.page, slot, item)) {
            soon({ kind: 'slot', measure: 'exposed', slot, item, ...placeOf(zone) });
          }
          see(zone, slot, entry);
        },
      });
      discovery.found();
    },
    onElement(element, zone) {
      near.add({
        element,
        dwellMs: ELEMENT_MS,
        isSeen: isHalfSeen,
        onSeen: (entry) => see(zone, nameOf(element, zone), entry),
      });
      discovery.found();
    },
  });
  const { zones, slots, nameOf } = parts;
  const discovery = createDiscovery({
    window,
    signal,
    guard,
    near,
    startsAfterMs,
    now,
    createWalk: parts.walk,
    onMoved: exposure.again,
    onRemoved() {
      near.forget();
      parts.forget();
    },
  });
  const guardClick = createGuard('click', signal, onFault);
  const click = createClicks({
    zones,
    slots,
    dead: createDeadClicks(window, signal, guardClick),
    after: (element, work) => discovery.after(element, guardClick(work)),
    readRects: createReadRects(window, guardClick),
    isRage: createRage(),
    nameOf,
    placeOf,
    isFirst,
    soon,
    prompt,
  });
  return {
    click: guardClick((event: MouseEvent) => guardClick(click(event))),
    leave: guardClick(discovery.leave),
  };
}
