/**
 * The scripts of a page that are held back: starts those that may run, each once, in order. One that fails stops nobody.
 */
import type { Permit } from './permit.ts';
import { isBlocking, nextScripts } from './script-order.ts';
import { startScript } from './start-script.ts';

/** @returns Looks at the page again, whenever something may have been added to it or agreed to. */
export function createScripts(
  document: Document,
  { isOn, isTrusted, hold, letIn, trust }: Permit,
): () => void {
  const taken = new WeakSet<Element>();
  let loading = 0;
  let isStarting = false;

  function start(script: HTMLScriptElement): void {
    taken.add(script);
    const started = letIn(script, () => startScript(script, trust));
    if (!started) return;
    taken.add(started);
    if (!isBlocking(script)) return;
    loading++;
    const settle = (): void => {
      loading--;
      look();
    };
    started.addEventListener('load', settle);
    started.addEventListener('error', settle);
  }

  function look(): void {
    // An inline script runs within, and may itself add or agree: then whoever started it goes on.
    if (isStarting) return;
    isStarting = true;
    let next: readonly HTMLScriptElement[];
    do {
      const held = document.querySelectorAll<HTMLScriptElement>('script[type="text/plain"][data-holloway]');
      const waiting = [...held].filter((script) => !taken.has(script) && isTrusted(script));
      for (const script of waiting) if (!isOn(script)) hold(script);
      next = nextScripts(waiting.filter(isOn), loading > 0, document.readyState !== 'loading');
      next.forEach(start);
    } while (next.length > 0);
    isStarting = false;
  }
  return look;
}
