/**
 * Listens to a page without ever disturbing it: an error of ours is not the page's.
 */
import { quietly } from './quietly.ts';

/**
 * Hears events before the page's own listeners, which may stop them.
 * @param types Names of events, apart by spaces.
 * @param signal Ends the listening.
 */
export function listen<E extends Event>(
  target: EventTarget,
  types: string,
  listener: (event: E) => unknown,
  signal?: AbortSignal,
): void {
  const options = { capture: true, signal } as AddEventListenerOptions; // one that is undefined is none
  for (const type of types.split(' ')) {
    target.addEventListener(type, quietly(listener as (event: Event) => unknown), options);
  }
}
