/**
 * Tells of each click what it was on: a product at a position, a region, a link or button and where on it; and whether it
 * was in vain (dead-click, rage). Reads no layout while the page waits for its click to be handled.
 */
import type { Place } from '../../visit/observation.ts';
import { pathOf } from '../path.ts';
import type { DeadClicks } from './dead-click.ts';
import type { Discovery } from './discovery.ts';
import { closest } from './dom.ts';
import { ELEMENTS } from './elements.ts';
import type { LayoutSeen } from './layout-seen.ts';
import { cellOf } from './pointer.ts';
import type { ReadRects } from './rects.ts';
import type { Slots } from './slots.ts';
import { ZONES, type Zone, type Zones } from './zones.ts';

export interface ClickDeps {
  readonly zones: Zones;
  readonly slots: Slots;
  readonly dead: DeadClicks;
  readonly after: Discovery['after'];
  readonly readRects: ReadRects;
  isRage(x: number, y: number, atMs: number): boolean;
  nameOf(element: Element, zone: Zone): string | undefined;
  placeOf(zone: Zone): Place;
  /** Whether it is the first of its kind in this view. */
  isFirst(...what: readonly string[]): boolean;
  soon(seen: LayoutSeen): void;
  prompt(seen: LayoutSeen): unknown;
}

const MIDDLE_BUTTON = 1;

/** Whether another click follows, on what the label belongs to. */
function isRelayed(target: Element): boolean {
  const control = target.closest('label')?.control;
  return !!control && !control.contains(target);
}

/** @returns Takes a click as it happens, and gives the work that can wait until the page has had it. */
export function createClicks(deps: ClickDeps): (event: MouseEvent) => () => unknown {
  const { zones, slots, dead, after, readRects, isRage, nameOf, placeOf, isFirst, soon, prompt } = deps;

  /**
   * What has a name: the position, else the link or button.
   * @param path What the target stood in when it was clicked: the click may have taken it out of the document.
   */
  const subjectOf = (path: readonly EventTarget[], hit: Element | null) => {
    const tells = (each: EventTarget): each is Element =>
      each instanceof Element && (each.isConnected || each.matches(ZONES) || slots.in(each) !== undefined);
    const from = path.find(tells) ?? null;
    const box = slots.boxAround(from);
    const slot = box && slots.in(box);
    const zone = slot?.zone ?? zones.of(from);
    return { zone, element: slot?.name ?? (hit ? nameOf(hit, zone) : undefined), box: box ?? hit };
  };

  const tellVain = (measure: 'dead' | 'rage', path: readonly EventTarget[], hit: Element | null): void => {
    const { zone, element = zone.name } = subjectOf(path, hit);
    const place = placeOf(zone);
    if (isFirst(measure, place.page, element))
      soon({ kind: 'element', measure, element, isFirst: true, ...place });
  };

  const tell = (
    path: readonly EventTarget[],
    hit: Element | null,
    { detail, clientX, clientY }: MouseEvent,
    told: unknown[],
  ): void => {
    const led = hit && slots.of(hit);
    if (led) {
      const { name: slot, item, zone } = led;
      const to = pathOf(hit as HTMLAnchorElement);
      told.push(prompt({ kind: 'slot', measure: 'clicked', slot, item, to, ...placeOf(zone) }));
    }
    const { zone, element, box } = subjectOf(path, hit);
    const place = placeOf(zone);
    // All of the page is no region of it.
    if (zone.root !== zone.root.ownerDocument.documentElement) {
      const { name } = zone;
      const isNew = isFirst('zone clicked', place.page, name);
      told.push(prompt({ kind: 'zone', measure: 'clicked', zone: name, isFirst: isNew, ...place }));
    }
    if (element === undefined || !box) return;
    const clicked = { kind: 'element', measure: 'clicked', element, ...place } as const;
    if (isFirst('clicked', place.page, element)) told.push(prompt({ ...clicked, isFirst: true }));
    // By the keyboard: nowhere on it. Where it was on it comes later: by then the page may be left.
    if (detail === 0) return;
    readRects([box], (rects) => {
      const rect = rects.get(box);
      const cell = rect && cellOf(clientX, clientY, rect);
      if (cell !== undefined) prompt({ ...clicked, isFirst: false, cell });
    });
  };

  return (event) => {
    const path = event.composedPath();
    const target = path[0] as Element;
    // Of what is inside a shadow root its host has a place in the document.
    const host = event.target as Element;
    if (event.button > MIDDLE_BUTTON || isRelayed(target)) return () => {};
    const hit = closest(target, ELEMENTS);
    const isPlain = event.button + +event.ctrlKey + +event.metaKey + +event.shiftKey === 0;
    if (isPlain) dead.watch(event, target, hit, () => tellVain('dead', path, hit));
    return () => {
      const rages = isPlain && event.detail > 0 && isRage(event.clientX, event.clientY, event.timeStamp);
      const told: unknown[] = [];
      after(host, () => {
        tell(path, hit, event, told);
        if (rages) tellVain('rage', path, hit);
      });
      return Promise.all(told);
    };
  };
}
