/**
 * Listens to a page without ever disturbing it: an error of ours is not the page's.
 */
import { quietly } from './quietly.ts';

/**
 * Hears events before the page's own listeners, which may stop them.
 * @param types Names of events, apart by spaces.
 * @param signal Ends the listening, also where the browser does not know the option of that name (Chrome before 88,
 * Safari before 15). Default: it never ends.
 */
export function listen<E extends Event>(
  target: EventTarget,
  types: string,
  listener: (event: E) => unknown,
  signal?: AbortSignal,
): void {
  if (signal?.aborted) return;
  const heard = quietly(listener as (event: Event) => unknown);
  const options = { capture: true };
  for (const type of types.split(' ')) {
    target.addEventListener(type, heard, options);
    signal?.addEventListener('abort', () => target.removeEventListener(type, heard, options));
  }
}
