/**
 * Listens to a page without ever disturbing it: an error of ours is not the page's.
 */
import { quietly } from './quietly.ts';

/** @param types Names of events, apart by spaces. @param signal Ends the listening. */
export function listen<E extends Event>(
  target: EventTarget,
  types: string,
  listener: (event: E) => unknown,
  signal?: AbortSignal,
  capture = false,
): void {
  const options = signal ? { signal, capture } : { capture };
  for (const type of types.split(' ')) {
    target.addEventListener(type, quietly(listener) as (event: Event) => void, options);
  }
}
