/**
 * The order in which scripts that were held back are let in: that in which the parser would have run them.
 * Pure. Does not start any of them (start-script).
 */

/**
 * `external` and `inline` block those after them; `deferred` waits for all of these, `async` for nobody.
 */
type Timing = 'external' | 'inline' | 'deferred' | 'async';

function timingOf(script: HTMLScriptElement): Timing {
  const { type = '' } = script.dataset;
  const has = (name: string): boolean => script.hasAttribute(name);
  const isModule = type === 'module';
  if (!isModule && !has('src') && !has('data-src')) return 'inline';
  // What the browser passes over it tells nobody of: nothing may wait for it.
  if (has('async') || has('nomodule') || !/^$|^module$|javascript$/.test(type)) return 'async';
  return isModule || has('defer') ? 'deferred' : 'external';
}

/** Whether it has to have run, or to have failed, before the next may start. */
export const isBlocking = (script: HTMLScriptElement): boolean => timingOf(script) === 'external';

/**
 * Those that are to be started now. The browser itself keeps the order of those that are started together.
 *
 * @param scripts All that may run and have not started, in document order.
 * @param isBlocked One that blocks has started and is still loading.
 * @param isParsed The document is there to its end.
 */
export function nextScripts(
  scripts: readonly HTMLScriptElement[],
  isBlocked: boolean,
  isParsed: boolean,
): HTMLScriptElement[] {
  const timed = (timings: RegExp) => scripts.filter((script) => timings.test(timingOf(script)));
  const free = timed(/async/);
  if (isBlocked) return free;
  const inTurn = timed(/external|inline/);
  if (inTurn.length === 0) return isParsed ? [...free, ...timed(/deferred/)] : free;
  // Loaded together up to the first that is inline, which would not wait for them.
  const external = inTurn.findIndex((script) => !isBlocking(script));
  return [...free, ...inTurn.slice(0, external < 0 ? inTurn.length : external || 1)];
}
